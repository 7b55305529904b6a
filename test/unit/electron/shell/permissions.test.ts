import { describe, expect, it } from 'vitest';
import { isPermissionAllowed } from '../../../../electron/shell/permissions.ts';

const EVERY_PERMISSION = [
  'clipboard-read',
  'clipboard-sanitized-write',
  'display-capture',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'usb',
  'window-management',
  'fileSystem',
  'unknown',
];

describe('the permissions of the page', () => {
  it('are one: writing to the clipboard', () => {
    const allowed = EVERY_PERMISSION.filter((permission) =>
      isPermissionAllowed(permission, 'app://stichtag/'),
    );
    expect(allowed).toEqual(['clipboard-sanitized-write']);
  });

  it.each(['', 'null', 'https://example.org/', 'app://stichtag.example/', 'app://other/', 'file:///'])(
    'are none for a page at "%s"',
    (origin) => expect(isPermissionAllowed('clipboard-sanitized-write', origin)).toBe(false),
  );
});
