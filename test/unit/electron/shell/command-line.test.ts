import { describe, expect, it } from 'vitest';
import { findSpyingSwitch } from '../../../../electron/shell/command-line.ts';

describe('the command line', () => {
  it.each([
    'remote-debugging-port',
    'remote-debugging-pipe',
    'inspect',
    'load-extension',
    'ssl-key-log-file',
  ])('does not get past with --%s', (name) => expect(findSpyingSwitch((asked) => asked === name)).toBe(name));

  it('gets past without switches', () => expect(findSpyingSwitch(() => false)).toBeNull());
});
