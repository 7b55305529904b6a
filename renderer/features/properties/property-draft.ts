/** What staff type about a property, and what it means. Pure. */
import type { Property, PropertyFields } from '#shared/contract/properties.ts';
import { personId } from '#shared/contract/values.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { readAddress, typedAddress } from '../../lib/address-lines.ts';
import type { DraftFault, ReadDraft } from '../../lib/draft-form.ts';

/** The form's texts; the chosen landlord is an id as text. */
export interface PropertyDraft {
  name: string;
  addressLines: string;
  landlordId: string | null;
}

export const NEW_PROPERTY: PropertyDraft = { name: '', addressLines: '', landlordId: null };

/** The draft that shows a stored property. */
export function draftOfProperty(property: Property): PropertyDraft {
  return {
    name: property.name,
    addressLines: typedAddress(property.addressLines),
    landlordId: String(property.landlordId),
  };
}

export function readProperty(
  draft: PropertyDraft,
  words: Dictionary,
): ReadDraft<PropertyDraft, PropertyFields> {
  const addressLines = readAddress(draft.addressLines);
  const faults: DraftFault<PropertyDraft>[] = [];
  if (draft.name.trim() === '') faults.push({ field: 'name', message: words.common.required });
  if (addressLines.length === 0) faults.push({ field: 'addressLines', message: words.common.required });
  if (draft.landlordId === null) faults.push({ field: 'landlordId', message: words.common.required });
  if (faults.length > 0 || draft.landlordId === null) return { ok: false, faults };
  return {
    ok: true,
    fields: { name: draft.name, addressLines, landlordId: personId.parse(Number(draft.landlordId)) },
  };
}
