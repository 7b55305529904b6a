/** The way of a meter's data, station by station, and where it broke with what to do about it. */
import type { MeterView, PathStation } from '#shared/contract/meters.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatMoment } from '../../lib/moment.ts';
import { useText } from '../../lib/text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

/** The station the way still reached, by where it broke. */
const LAST_REACHED = { meter: -1, gateway: 0, cloud: 1, decoded: 2 } as const;

export function MeterPath({ path, brokenAt }: Pick<MeterView, 'path' | 'brokenAt'>) {
  const text = useText();
  const words = text.meters;
  const reached = brokenAt === null ? path.length : LAST_REACHED[brokenAt];
  return (
    <section className="section" aria-labelledby="path">
      <h2 id="path">{words.path}</h2>
      <p className="muted">{words.pathText}</p>
      {brokenAt === null ? (
        reachedNothing(path) ? null : (
          <p>{words.noBreak}</p>
        )
      ) : (
        <Notice tone="check">
          <p>{words.breaks[brokenAt]}</p>
          <p>
            <strong>{text.messages.nextStep}:</strong> {words.breakSteps[brokenAt]}
          </p>
        </Notice>
      )}
      <ol className="data-path">
        {path.map((station, index) => (
          <li key={station.station} data-broken={index === reached + 1 ? '' : undefined}>
            <StationMark station={station} isReached={index <= reached} />
            <span className="data-path-time">
              {station.at === null ? words.stationNever : formatMoment(station.at)}
            </span>
            <span className="muted">{writeStation(station, text)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A meter that was never heard has no way yet. */
function reachedNothing(path: MeterView['path']): boolean {
  return path.every(({ at }) => at === null);
}

interface StationMarkProps {
  readonly station: PathStation;
  readonly isReached: boolean;
}

function StationMark({ station, isReached }: StationMarkProps) {
  const text = useText();
  const name = text.meters.stations[station.station];
  if (station.at === null) return <StatusMark shape="hollow">{name}</StatusMark>;
  return (
    <StatusMark shape={isReached ? 'full' : 'half'} tone={isReached ? 'good' : 'late'}>
      {name}
    </StatusMark>
  );
}

function writeStation({ station, detail, telegramAt }: PathStation, { meters: words }: Dictionary): string {
  const said = {
    gateway: () => (telegramAt === null ? '' : words.stationTexts.gateway(detail)),
    cloud: () => words.stationTexts.cloud,
    app: () => words.stationTexts.app,
    decoded: () => words.stationTexts.decoded,
    billed: () => words.stationTexts.billed(detail),
  }[station]();
  const of = telegramAt === null || station === 'gateway' ? '' : words.ofTelegram(formatMoment(telegramAt));
  return [said, of].filter(Boolean).join(' · ');
}
