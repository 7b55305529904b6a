/** Which day it is in the office: the calendar of Berlin, whatever zone the machine is set to. */
import { plainDateOf, type PlainDate } from '#shared/model/plain-date.ts';

const BERLIN = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

export function officeDayOf(instant: Date): PlainDate {
  return plainDateOf(BERLIN.format(instant));
}
