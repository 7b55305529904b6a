/** The registers of a unit at the end of the period, room by room, each with its unit and its time. */
import type { MeterLine } from '#shared/contract/consumption.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatDate, NO_BREAK_SPACE } from '#shared/text/format.ts';
import { formatMoment } from '../../lib/moment.ts';
import { useText } from '../../lib/text.tsx';
import { writeReading } from './quantities.ts';

export function ReadingCards({ meters }: { readonly meters: readonly MeterLine[] }) {
  const text = useText();
  const words = text.consumption;
  return (
    <section className="section" aria-labelledby="readings">
      <h2 id="readings">{words.readings}</h2>
      <ul className="reading-cards">
        {meters.map((meter) => (
          <li key={meter.meterId} className="card">
            <h3 className="card-title">{meter.room === '' ? words.noRoom : meter.room}</h3>
            <p className="card-reading">
              {meter.reading === null
                ? words.noReading
                : `${writeReading(meter.reading, meter.countedIn)}${NO_BREAK_SPACE}${words.units[meter.countedIn]}`}
            </p>
            <p className="card-note">
              {words.meterKinds[meter.kind]} {meter.serial}
            </p>
            <p className="card-note">{whenRead(text, meter)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A value the meter froze came later than the day it belongs to; then both are said. */
function whenRead({ consumption: words }: Dictionary, { readOn, receivedAt }: MeterLine): string {
  if (readOn === null) return '';
  const day = formatDate(readOn);
  if (receivedAt === null) return `${words.readingOn(day)}, ${words.byHand}`;
  const moment = formatMoment(receivedAt);
  return moment.startsWith(day)
    ? words.readingOn(moment)
    : `${words.readingOn(day)}, ${words.receivedAt(moment)}`;
}
