import { describe, expect, it } from 'vitest';
import { Shadows } from '#office/demo/iot-core/shadows.ts';

function contentOf(answer: { ok: true; value: string } | { ok: false; error: { name: string } }): unknown {
  return answer.ok ? JSON.parse(answer.value) : answer.error.name;
}

describe('the device shadows', () => {
  it('merge what comes, forget what is null and count versions', () => {
    const shadows = new Shadows();
    shadows.update('puller', null, JSON.stringify({ state: { reported: { holder: 'pc-1', until: 5 } } }));
    shadows.update('puller', null, JSON.stringify({ state: { reported: { until: null } } }));
    expect(contentOf(shadows.get('puller', null))).toMatchObject({
      state: { reported: { holder: 'pc-1' } },
      version: 2,
    });
  });

  it('refuse an update that builds on an older version', () => {
    const shadows = new Shadows();
    const update = JSON.stringify({ state: { desired: { a: 1 } }, version: 0 });
    expect(contentOf(shadows.update('puller', null, update))).toMatchObject({ version: 1 });
    expect(contentOf(shadows.update('puller', null, update))).toBe('ConflictException');
  });

  it('keep named shadows apart from the classic one', () => {
    const shadows = new Shadows();
    shadows.update('puller', 'lease', JSON.stringify({ state: { reported: { a: 1 } } }));
    expect(contentOf(shadows.get('puller', null))).toBe('ResourceNotFoundException');
    expect(contentOf(shadows.get('puller', 'lease'))).toMatchObject({ version: 1 });
  });

  it.each(['', '{', '[]', '{"state":5}', JSON.stringify({ state: { desired: { a: 'x'.repeat(9000) } } })])(
    'refuse a body that is no shadow document',
    (body) => {
      expect(contentOf(new Shadows().update('puller', null, body))).toBe('InvalidRequestException');
    },
  );
});
