/** The rows of the files that landlords and tenants get. German, as every document. */
import type { LandlordPreview, TenantPreview } from '#shared/contract/party-views.ts';
import type { Readable } from '#shared/contract/handler.ts';
import type { Period } from '#shared/model/period.ts';
import { formatDate } from '#shared/text/format.ts';
import { PARTY_FILE_TEXT } from '#shared/text/documents/party-files.ts';

function comma(decimal: string | null): string {
  return decimal === null ? '' : decimal.replace('.', ',');
}

/** Only the sums that may be shown: a line says of how many units, and of none which. */
export function landlordRows({ sums }: Readable<LandlordPreview>, { from, to }: Period): string[][] {
  const { landlord, media, units } = PARTY_FILE_TEXT;
  return [
    [...landlord],
    ...sums.flatMap(({ medium, countedIn, result }) =>
      result.state === 'refused'
        ? []
        : [
            [
              media[medium],
              formatDate(from),
              formatDate(to),
              String(result.unitCount),
              comma(result.quantity),
              units[countedIn],
              comma(result.kwh),
            ],
          ],
    ),
  ];
}

/** A tenant's own months and readings. */
export function tenantRows({ months, readings, unitName }: Readable<TenantPreview>): string[][] {
  const { tenant, media, units, reading } = PARTY_FILE_TEXT;
  return [
    [...tenant],
    ...months.map(({ month, until, medium, countedIn, value, kwh }) => [
      media[medium],
      unitName,
      '',
      '',
      formatDate(month.from),
      formatDate(until),
      comma(value),
      units[countedIn],
      comma(kwh),
    ]),
    ...readings.map(({ room, serial, readOn, reading: value, countedIn }) => [
      reading,
      unitName,
      room,
      serial,
      '',
      readOn === null ? '' : formatDate(readOn),
      comma(value),
      units[countedIn],
      '',
    ]),
  ];
}
