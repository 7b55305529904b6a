/** What staff type about a person, and what it means. Pure. */
import type { Person, PersonFields } from '#shared/contract/people.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { readAddress, typedAddress } from '../../lib/address-lines.ts';
import type { DraftFault, ReadDraft } from '../../lib/draft-form.ts';

export interface PersonDraft {
  name: string;
  /** One line each. */
  addressLines: string;
  phone: string;
  email: string;
}

export const NEW_PERSON: PersonDraft = { name: '', addressLines: '', phone: '', email: '' };

export function draftOfPerson(person: Person): PersonDraft {
  return {
    name: person.name,
    addressLines: typedAddress(person.addressLines),
    phone: person.phone ?? '',
    email: person.email ?? '',
  };
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

export function readPerson(draft: PersonDraft, words: Dictionary): ReadDraft<PersonDraft, PersonFields> {
  const faults: DraftFault<PersonDraft>[] = [];
  const [phone, email] = [draft.phone.trim(), draft.email.trim()];
  if (draft.name.trim() === '') faults.push({ field: 'name', message: words.common.required });
  if (email !== '' && !EMAIL.test(email)) faults.push({ field: 'email', message: words.people.emailFault });
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    fields: {
      name: draft.name,
      addressLines: readAddress(draft.addressLines),
      phone: phone === '' ? null : phone,
      email: email === '' ? null : email,
    },
  };
}
