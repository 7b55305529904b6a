import { expect, it } from 'vitest';
import { readRoomTemplate } from '../../../../renderer/features/units/room-template.ts';

const namesOf = (typed: string) => readRoomTemplate(typed).map(({ name }) => name);

it('makes a room of every name between commas, once', () => {
  expect(namesOf(' Wohnzimmer, Küche;Bad,, Bad ')).toEqual(['Wohnzimmer', 'Küche', 'Bad']);
});

it('makes no room of an empty field, and gives new rooms neither number nor area', () => {
  expect(namesOf(' , ')).toEqual([]);
  expect(readRoomTemplate('Bad')).toEqual([{ id: null, name: 'Bad', areaM2: null }]);
});
