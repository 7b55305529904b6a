/** The property of a case: landlord, plant, the facts of the building that the law asks for. */
import { z } from 'zod';
import { day, id, label, party, quantity } from './values.ts';

export const fuelKind = z.enum([
  'naturalGas',
  'naturalGasH',
  'naturalGasL',
  'heatingOil',
  'heatingOilHeavy',
  'lpg',
  'coke',
  'lignite',
  'hardCoal',
  'firewood',
  'pellets',
  'woodChips',
  'biogas',
  'electricity',
  'districtHeat',
  'other',
]);

/** The plant (§ 1, § 9 Abs. 1 HeizkostenV). `mixed` is a plant that is not exclusively of one kind. */
export const plant = z.strictObject({
  kind: z.enum(['boiler', 'heatSupply', 'heatPump', 'mixed']),
  fuel: fuelKind.optional(),
  supplies: z
    .enum(['both', 'heating', 'hotWater'])
    .default('both')
    .describe('What the plant serves; only a plant for both is separated by § 9.'),
  monovalent: z.boolean().optional().describe('Heat pumps only: the one generator of the plant.'),
  emissionsTradingNetworkSince: day
    .optional()
    .describe('First connection to a heat network under EU emissions trading (§ 2 CO2KostAufG).'),
});

/** What decides whether 70 % is mandatory (§ 7 Abs. 1 S. 2) and whether pipe heat may be determined (S. 3). */
export const building = z.strictObject({
  meetsInsulationOrdinance1994: z.boolean().optional(),
  exposedPipesInsulated: z
    .boolean()
    .optional()
    .describe('Exposed distribution pipes are predominantly insulated.'),
  recordedHeatShare: quantity
    .optional()
    .describe('Erfassungsrate: recorded heat over supplied heat, 0 to 1; screens for pipe heat (VDI 2077).'),
  flats: z.int().positive().optional(),
  landlordLivesIn: z.boolean().optional().describe('§ 2: with at most two flats agreements may prevail.'),
});

/** A documented exemption (§ 11 HeizkostenV). */
export const exemption = z.strictObject({
  ground: z.enum(['1a', '1b', '1c', '2', '3', '4', '5']).describe('Number of § 11 Abs. 1.'),
  pot: z.enum(['heating', 'hotWater', 'both']),
  since: day,
  reason: label,
  evidence: label,
});

export const property = z.strictObject({
  id,
  name: label,
  address: z.array(label).min(1).max(6),
  landlord: party,
  ownersAssociation: z
    .boolean()
    .default(false)
    .describe('WEG: billed to owners; § 12 Abs. 1 S. 4 HeizkostenV, no landlord share of CO2 here.'),
  plant,
  building: building.optional(),
  exemptions: z.array(exemption).default([]),
});

export type Property = z.output<typeof property>;
export type FuelKind = z.output<typeof fuelKind>;
