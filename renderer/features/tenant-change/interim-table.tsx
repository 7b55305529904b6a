/** The meters of the unit with what the telegrams say about the last day, and what is noted for each. */
import type { InterimProposal, ProposedMeter } from '#shared/contract/tenant-change.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatDate, formatShortDecimal } from '#shared/text/format.ts';
import { useText } from '../../lib/text.tsx';
import { AmountField } from '../../ui/amount-field.tsx';
import { Select } from '../../ui/select.tsx';
import { StatusMark, type StatusShape, type StatusTone } from '../../ui/status-mark.tsx';
import { meterDraftOf, readingOf, type MeterDraft, type Way } from './change-draft.ts';

interface InterimTableProps {
  readonly meters: readonly ProposedMeter[];
  readonly typed: ReadonlyMap<number, MeterDraft>;
  readonly onType: (meterId: number, draft: MeterDraft) => void;
  /** Faults are shown once somebody tried to send. */
  readonly showsFaults: boolean;
}

/** A telegram this near is as good as one of the day. */
const GREEN_DAYS = 3;

const WAYS: readonly Way[] = ['proposed', 'read', 'estimated', 'none'];

export function InterimTable({ meters, typed, onType, showsFaults }: InterimTableProps) {
  const text = useText();
  const words = text.tenantChange;
  if (meters.length === 0) return <p className="wide muted">{words.noMeters}</p>;
  return (
    <div className="table-scroller wide">
      <table className="plain-table interim-table">
        <caption className="visually-hidden">{words.readings}</caption>
        <thead>
          <tr>
            <th scope="col">{words.meter}</th>
            <th scope="col">{words.proposal}</th>
            <th scope="col">{words.how}</th>
          </tr>
        </thead>
        <tbody>
          {meters.map((meter) => {
            const draft = meterDraftOf(meter, typed);
            const name = `${meter.room || text.consumption.noRoom}, ${meter.serial}`;
            const wantsValue = draft.way === 'read' || draft.way === 'estimated';
            const ways = WAYS.filter((way) => way !== 'proposed' || meter.proposal.quality !== 'missing');
            return (
              <tr key={meter.meterId}>
                <th scope="row">
                  {meter.room || text.consumption.noRoom}
                  <span className="field-help">
                    {' '}
                    {text.consumption.meterKinds[meter.kind]} {meter.serial}
                  </span>
                </th>
                <td>
                  <Proposal meter={meter} />
                </td>
                <td>
                  <Select
                    label={words.howOf(name)}
                    isLabelHidden
                    value={draft.way}
                    onChange={(way) => onType(meter.meterId, { ...draft, way })}
                    options={ways.map((way) => ({ value: way, label: words.ways[way] }))}
                  />
                  {wantsValue ? (
                    <AmountField
                      label={words.valueOf(name)}
                      unit={text.consumption.units[meter.countedIn]}
                      text={draft.value}
                      onText={(value) => onType(meter.meterId, { ...draft, value })}
                      error={
                        showsFaults && readingOf(meter, typed) === null ? text.common.required : undefined
                      }
                    />
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Proposal({ meter: { proposal, countedIn } }: { readonly meter: ProposedMeter }) {
  const text = useText();
  const { shape, tone } = lightOf(proposal);
  return (
    <>
      {proposal.quality === 'missing' ? null : (
        <strong>
          {formatShortDecimal(Number(proposal.value), 0, 3)} {text.consumption.units[countedIn]}
        </strong>
      )}{' '}
      <StatusMark shape={shape} tone={tone}>
        {describe(text, proposal)}
      </StatusMark>
    </>
  );
}

function describe({ tenantChange: words }: Dictionary, proposal: InterimProposal): string {
  const { quality } = words;
  switch (proposal.quality) {
    case 'exact':
      return quality.exact;
    case 'nearest':
      return quality.nearest(formatDate(proposal.day), proposal.daysAway);
    case 'interpolated':
      return quality.interpolated(formatDate(proposal.before), formatDate(proposal.after));
    case 'missing':
      return quality.missing;
    default:
      return proposal satisfies never;
  }
}

/** Green up to three days away, yellow beyond, red where there is nothing: as shape first, then as colour. */
function lightOf(proposal: InterimProposal): { readonly shape: StatusShape; readonly tone: StatusTone } {
  if (proposal.quality === 'missing') return { shape: 'hollow', tone: 'wrong' };
  const isNear =
    proposal.quality === 'exact' ||
    (proposal.quality === 'nearest' && Math.abs(proposal.daysAway) <= GREEN_DAYS);
  return isNear ? { shape: 'full', tone: 'good' } : { shape: 'half', tone: 'late' };
}
