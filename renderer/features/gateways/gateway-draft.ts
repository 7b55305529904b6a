/** What staff type about a gateway, and what it means. Pure. */
import type { GatewayFields } from '#shared/contract/gateways.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import type { ReadDraft } from '../../lib/draft-form.ts';

export interface GatewayDraft {
  serial: string;
  propertyId: string | null;
  model: string;
  place: string;
  sim: string;
}

export function newGateway(serial: string, propertyId: PropertyId | null): GatewayDraft {
  return {
    serial,
    propertyId: propertyId === null ? null : String(propertyId),
    model: '',
    place: '',
    sim: '',
  };
}

export function draftOfGateway({ serial, propertyId, model, place, sim }: GatewayFields): GatewayDraft {
  return { serial, propertyId: propertyId === null ? null : String(propertyId), model, place, sim };
}

export function readGateway(
  draft: GatewayDraft,
  properties: readonly { readonly id: PropertyId }[],
  words: Dictionary,
): ReadDraft<GatewayDraft, GatewayFields> {
  const serial = draft.serial.trim();
  if (serial === '') return { ok: false, faults: [{ field: 'serial', message: words.common.required }] };
  const property = properties.find(({ id }) => String(id) === draft.propertyId);
  const { model, place, sim } = draft;
  return {
    ok: true,
    fields: {
      serial,
      propertyId: property?.id ?? null,
      model: model.trim(),
      place: place.trim(),
      sim: sim.trim(),
    },
  };
}
