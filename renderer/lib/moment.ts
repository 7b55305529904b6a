/** Moments as the office reads them: in the time of Berlin, whatever zone the machine is set to. */
import { plainDateOf, type PlainDate } from '#shared/model/plain-date.ts';

const PARTS = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function partsOf(moment: Date): Record<string, string> {
  return Object.fromEntries(PARTS.formatToParts(moment).map(({ type, value }) => [type, value]));
}

/** `21.11.2026 06:00` for an ISO instant. */
export function formatMoment(instant: string): string {
  const { year, month, day, hour, minute } = partsOf(new Date(instant));
  return `${day}.${month}.${year} ${hour}:${minute}`;
}

/** `06:00` for an ISO instant. */
export function formatTime(instant: string): string {
  const { hour, minute } = partsOf(new Date(instant));
  return `${hour}:${minute}`;
}

/** The day it is in the office. */
export function today(now: Date = new Date()): PlainDate {
  const { year, month, day } = partsOf(now);
  return plainDateOf(`${year}-${month}-${day}`);
}

/** Whole days between an instant and now; 0 within the first 24 hours. */
export function daysSince(instant: string, now: Date = new Date()): number {
  return Math.floor((now.getTime() - new Date(instant).getTime()) / 86_400_000);
}
