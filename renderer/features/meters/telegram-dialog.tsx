/** One telegram: its bytes as received, its header, and its fields as the office decoded them. */
import type { TelegramSummary, TelegramView } from '#shared/contract/meters.ts';
import { useAnswer } from '../../lib/answers.ts';
import { formatMoment } from '../../lib/moment.ts';
import { useText } from '../../lib/text.tsx';
import { Answered } from '../../ui/answered.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { writeQualifiers, writeUnit } from './meter-words.ts';

interface TelegramDialogProps {
  readonly telegram: TelegramSummary;
  readonly onClose: () => void;
}

export function TelegramDialog({ telegram, onClose }: TelegramDialogProps) {
  const text = useText();
  const answer = useAnswer('meters.telegram', { telegramId: telegram.id });
  return (
    <Dialog
      title={text.meters.telegram(formatMoment(telegram.receivedAt))}
      isOpen
      onClose={onClose}
      size="wide"
      isDismissable
    >
      <div className="stack">
        <p className="muted">{text.meters.decodedHere}</p>
        <Answered answer={answer}>{(view) => <TelegramParts view={view} />}</Answered>
      </div>
    </Dialog>
  );
}

function TelegramParts({ view }: { readonly view: TelegramView }) {
  const text = useText();
  const words = text.meters;
  const quantities = new Map<string, string>(Object.entries(words.quantities));
  const verified = new Map<string, string>(Object.entries(words.verifiedBy));
  return (
    <div className="stack">
      {view.failure === null ? null : <Notice tone="wrong">{view.failure}</Notice>}
      {view.fields.length === 0 ? null : (
        <div className="table-scroller">
          <table className="plain-table">
            <caption className="visually-hidden">{words.fields}</caption>
            <thead>
              <tr>
                <th scope="col">{words.field.header}</th>
                <th scope="col">{words.field.quantity}</th>
                <th scope="col">{words.field.qualifiers}</th>
                <th scope="col" className="figure">
                  {words.field.value}
                </th>
                <th scope="col">{words.field.unit}</th>
              </tr>
            </thead>
            <tbody>
              {view.fields.map((field) => (
                <tr key={field.at}>
                  <td>{field.header}</td>
                  <td>{quantities.get(field.quantity) ?? field.quantity}</td>
                  <td>{writeQualifiers(field.qualifiers, text)}</td>
                  <td className="figure">{field.value}</td>
                  <td>{writeUnit(field.unit, text)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <section className="section" aria-label={words.header}>
        <h3>{words.header}</h3>
        <dl className="facts">
          {view.header.map(({ name, value }) => (
            <div key={name}>
              <dt>{words.headerParts[name]}</dt>
              <dd>{name === 'verified' ? (verified.get(value) ?? value) : value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="section" aria-label={words.raw}>
        <h3>{words.raw}</h3>
        <p className="raw-bytes">{view.hex.replaceAll(/(..)/g, '$1 ').trim()}</p>
      </section>
    </div>
  );
}
