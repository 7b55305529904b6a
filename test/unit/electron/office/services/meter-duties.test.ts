import { describe, expect, it } from 'vitest';
import { dutiesOf } from '#office/services/meter-duties.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';

const TODAY = plainDateOf('2026-02-16');

function duties(from: string, remoteReadable: boolean, interoperable: boolean, today = TODAY): string[] {
  return dutiesOf({ from: plainDateOf(from), remoteReadable, interoperable }, today).map(
    ({ duty, by, state }) => `${duty} ${by} ${state}`,
  );
}

describe('the duties of § 5 HeizkostenV', () => {
  it('bind devices installed after 1.12.2021 and after 1.12.2022 from their first day', () => {
    expect(duties('2022-08-09', false, false)).toEqual([
      'remoteReadable 2022-08-09 breached',
      'interoperable 2026-12-31 due',
    ]);
    expect(duties('2023-05-17', true, false)).toEqual([
      'remoteReadable 2023-05-17 met',
      'interoperable 2023-05-17 breached',
    ]);
    expect(duties('2023-05-17', true, true)).toEqual([
      'remoteReadable 2023-05-17 met',
      'interoperable 2023-05-17 met',
    ]);
  });

  it('leave older devices until the end of 2026, remotely readable ones until the end of 2031', () => {
    expect(duties('2021-12-01', false, false)).toEqual([
      'remoteReadable 2026-12-31 due',
      'interoperable 2026-12-31 due',
    ]);
    expect(duties('2022-12-01', true, false)).toEqual([
      'remoteReadable 2022-12-01 met',
      'interoperable 2031-12-31 due',
    ]);
    const later = plainDateOf('2027-01-01');
    expect(duties('2018-03-01', false, false, later)).toEqual([
      'remoteReadable 2026-12-31 breached',
      'interoperable 2026-12-31 breached',
    ]);
  });
});
