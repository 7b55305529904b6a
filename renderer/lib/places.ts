/** Where an object of the store is shown. Pure. */
import type { Subject } from '#shared/contract/values.ts';

/** A page of the window, with the tab that shows the object. */
export type Place =
  | { readonly to: '/properties/$id'; readonly params: { readonly id: string } }
  | { readonly to: '/periods/$id'; readonly params: { readonly id: string } }
  | { readonly to: '/units/$id'; readonly params: { readonly id: string } }
  | { readonly to: '/people/$id'; readonly params: { readonly id: string } }
  | { readonly to: '/meters/$id'; readonly params: { readonly id: string } }
  | { readonly to: '/gateways/$id'; readonly params: { readonly id: string } }
  | { readonly to: '/tenancies' }
  | { readonly to: '/settings'; readonly search: { readonly tab: string } };

/** The place of an object; null for one that has no page yet. */
export function placeOf(subject: Subject): Place | null {
  const id = String(subject.id);
  switch (subject.kind) {
    case 'property':
      return { to: '/properties/$id', params: { id } };
    case 'period':
      return { to: '/periods/$id', params: { id } };
    case 'unit':
      return { to: '/units/$id', params: { id } };
    case 'person':
      return { to: '/people/$id', params: { id } };
    case 'meter':
      return { to: '/meters/$id', params: { id } };
    case 'gateway':
      return { to: '/gateways/$id', params: { id } };
    case 'tenancy':
      return { to: '/tenancies' };
    case 'staff':
      return { to: '/settings', search: { tab: 'staff' } };
    case 'settings':
      return { to: '/settings', search: { tab: 'office' } };
    case 'cost':
    case 'bill':
      return null;
    default:
      return subject.kind satisfies never;
  }
}
