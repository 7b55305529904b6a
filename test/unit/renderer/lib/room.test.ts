import { expect, it } from 'vitest';
import { roomOf } from '../../../../renderer/lib/room.ts';

it.each([
  [1280, 100, 'wide'],
  [1024, 100, 'wide'],
  [959, 100, 'medium'],
  [1280, 150, 'medium'],
  [1280, 200, 'narrow'],
  [512, 100, 'narrow'],
  [1024, 80, 'wide'],
])('a window of %i pixels at %i %% is %s', (width, zoom, room) => {
  expect(roomOf(width, zoom)).toBe(room);
});
