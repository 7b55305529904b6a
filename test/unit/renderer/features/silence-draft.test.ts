import { describe, expect, it } from 'vitest';
import { readSilence, silenceDraftOf } from '../../../../renderer/features/settings/silence-draft.ts';
import { de } from '#shared/text/de.ts';

const USUAL = { allocator: 48, heatMeter: 48, warmWaterMeter: 48, hotWaterHeatMeter: 48 };

describe('the limits of silence as they are typed', () => {
  it('are read as they were written', () => {
    expect(readSilence(silenceDraftOf(USUAL), de)).toEqual({ ok: true, fields: USUAL });
    const draft = { ...silenceDraftOf(USUAL), allocator: ' 8760 ' };
    expect(readSilence(draft, de)).toEqual({ ok: true, fields: { ...USUAL, allocator: 8760 } });
  });

  it('are whole hours of a year; each wrong one is named with the range', () => {
    for (const wrong of ['', '0', '8761', '2,5', 'zwei', '-3']) {
      const read = readSilence({ ...silenceDraftOf(USUAL), heatMeter: wrong }, de);
      expect(read).toEqual({
        ok: false,
        faults: [{ field: 'heatMeter', message: 'Bitte eine ganze Zahl von 1 bis 8760 angeben.' }],
      });
    }
  });
});
