/** Names of the demo's flats and invented tenants; nobody real is meant. */

/** The flats every demo house begins with: name, floor, living area in m², rooms with a radiator. */
export const FIRST_FLATS = [
  {
    name: 'Stadtoase-Suite',
    floor: 'EG links',
    areaM2: 64,
    rooms: ['Wohnzimmer', 'Schlafzimmer', 'Küche', 'Bad'],
  },
  {
    name: 'Urbaner Rückzugsort',
    floor: 'EG rechts',
    areaM2: 58,
    rooms: ['Wohnzimmer', 'Schlafzimmer', 'Bad'],
  },
  {
    name: 'Parkblick-Suite',
    floor: '1. OG links',
    areaM2: 78,
    rooms: ['Wohnzimmer', 'Schlafzimmer', 'Kinderzimmer', 'Küche', 'Bad'],
  },
  {
    name: 'Lindenhof-Apartment',
    floor: '1. OG rechts',
    areaM2: 58,
    rooms: ['Wohnzimmer', 'Schlafzimmer', 'Küche', 'Bad'],
  },
  {
    name: 'Morgensonne',
    floor: '2. OG links',
    areaM2: 64,
    rooms: ['Wohnzimmer', 'Schlafzimmer', 'Küche', 'Bad'],
  },
  {
    name: 'Kickelhahn-Zimmer',
    floor: '2. OG rechts',
    areaM2: 46,
    rooms: ['Wohnzimmer', 'Schlafzimmer', 'Bad'],
  },
  {
    name: 'Ilmtal-Blick',
    floor: '3. OG links',
    areaM2: 64,
    rooms: ['Wohnzimmer', 'Schlafzimmer', 'Küche', 'Bad'],
  },
  {
    name: 'Dachgarten-Loft',
    floor: 'DG',
    areaM2: 92,
    rooms: ['Wohnzimmer', 'Schlafzimmer', 'Arbeitszimmer', 'Küche', 'Bad'],
  },
] as const;

export const GIVEN_NAMES = [
  'Timo',
  'Shivani',
  'Sagar',
  'Marlene',
  'Jonas',
  'Ayşe',
  'Łukasz',
  'Friederike',
  'Matteo',
  'Zoë',
  'Bärbel',
  'Jiří',
  'Linh',
  'Oleksandra',
  'Heinrich',
  'Ines',
  'Kübra',
  'Malte',
  'Søren',
  'Theresa',
] as const;

export const FAMILY_NAMES = [
  'Becker',
  'Rao',
  'Mehta',
  'Straßburger',
  'Hohenschwangau',
  'Öztürk',
  'Kowalski',
  'Großmann',
  'Bianchi',
  'Weiß',
  'Dvořák',
  'Nguyen',
  'Schevchenko',
  'Müller-Lüdenscheidt',
  'Jürgensen',
  'Yıldız',
  'Petersen',
  'Vogel',
  'Ackermann',
  'Lindqvist',
] as const;
