/** The registers of a unit at the end of the period, room by room, each with its unit and its time. */
import type { MeterLine } from '#shared/contract/consumption.ts';
import { formatDate } from '#shared/text/format.ts';
import { formatMoment } from '../../lib/moment.ts';
import { useText } from '../../lib/text.tsx';
import { formatQuantity } from '#shared/text/format.ts';

const PLACES = { units: 0, kWh: 0, m3: 3 } as const;

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
                : formatQuantity(
                    Number(meter.reading),
                    PLACES[meter.countedIn],
                    words.units[meter.countedIn],
                  )}
            </p>
            <p className="card-note">
              {words.meterKinds[meter.kind]} {meter.serial}
            </p>
            {meter.readOn === null ? null : (
              <p className="card-note">
                {meter.receivedAt === null
                  ? `${words.readingOn(formatDate(meter.readOn))}, ${words.byHand}`
                  : words.readingOn(formatMoment(meter.receivedAt))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
