/** Party views desk (Sichten): what a landlord and a tenant may see, shown beforehand and written into files. */
import { z } from 'zod';
import { channel } from './channel.ts';
import { consumptionMedium, countedUnit, dataStatus, meterLine } from './consumption.ts';
import { shownPdf } from './documents.ts';
import {
  day,
  instant,
  line,
  optionalLine,
  period,
  propertyId,
  quantity,
  tenancyId,
  unitId,
} from './values.ts';

const landlordQuestion = z.strictObject({
  propertyId,
  /** Whole months. */
  period,
  /** The units to sum; the whole building when null. */
  chosen: z.array(unitId).max(5000).nullable(),
});

/** A sum, or why there is none. */
export const landlordSum = z.strictObject({
  medium: consumptionMedium,
  countedIn: countedUnit,
  result: z.discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('shown'),
      quantity,
      kwh: quantity.nullable(),
      unitCount: z.int(),
      /** The landlord has it already. */
      wasGiven: z.boolean(),
    }),
    z.strictObject({
      state: z.literal('refused'),
      because: z.enum(['notMonths', 'notOver', 'nothing', 'tooFew', 'difference']),
    }),
  ]),
});
export type LandlordSum = z.output<typeof landlordSum>;

/** A sum that went out. */
export const givenSum = z.strictObject({
  medium: consumptionMedium,
  countedIn: countedUnit,
  period,
  unitCount: z.int(),
  quantity,
  releasedAt: instant,
});

export const landlordPreview = z.strictObject({
  landlordName: line,
  unitCount: z.int(),
  sums: z.array(landlordSum),
  given: z.array(givenSum),
});
export type LandlordPreview = z.output<typeof landlordPreview>;

/** One medium of one month, as the tenant gets it. */
const tenantMonth = z.strictObject({
  month: period,
  /** The last day that is known of it: its end, or earlier while it runs. */
  until: day,
  medium: consumptionMedium,
  countedIn: countedUnit,
  value: quantity.nullable(),
  kwh: quantity.nullable(),
});

export const tenantPreview = z.strictObject({
  tenantName: line,
  unitName: line,
  propertyName: line,
  from: day,
  to: day.nullable(),
  status: dataStatus,
  /** Newest first; only months that are wholly his. */
  months: z.array(tenantMonth),
  /** His meters at the end of his time or at their last telegram. */
  readings: z.array(
    meterLine.pick({ kind: true, serial: true, countedIn: true, reading: true, readOn: true }).extend({
      room: optionalLine,
    }),
  ),
});
export type TenantPreview = z.output<typeof tenantPreview>;

/** A month a tenant can get the consumption information of (§ 6a HeizkostenV), and how far its values go. */
export const letterMonth = z.strictObject({
  month: period,
  state: z.enum(['complete', 'estimated', 'incomplete', 'missing']),
});
export type LetterMonth = z.output<typeof letterMonth>;

/** The letter of a whole month. */
const letterRef = z.strictObject({ tenancyId, month: period });

const written = z.strictObject({ fileName: line }).nullable();

export const partyViewsDesk = {
  'partyViews.landlord': channel(landlordQuestion, landlordPreview),
  /** Writes the sums that may be shown into a file the user chooses, and remembers them; null when he chose none. */
  'partyViews.releaseLandlord': channel(landlordQuestion, written),
  'partyViews.tenant': channel(z.strictObject({ tenancyId }), tenantPreview),
  /** The newest first. */
  'partyViews.letters': channel(z.strictObject({ tenancyId }), z.array(letterMonth)),
  'partyViews.letter': channel(letterRef, shownPdf),
  /** Writes the same letter into a file the user names and shows its folder; null when he named none. */
  'partyViews.saveLetter': channel(letterRef, written),
  /** Writes a tenant's own data into a file the user chooses (Art. 15 DSGVO). */
  'partyViews.exportTenant': channel(z.strictObject({ tenancyId }), written),
};
