/** What staff type about a person, and what it means. Pure. */
import type { Person, PersonFields } from '#shared/contract/people.ts';
import { PLAIN_DELIVERY, type DeliveryWay } from '#shared/model/person.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { readAddress, typedAddress } from '../../lib/address-lines.ts';
import type { DraftFault, ReadDraft } from '../../lib/draft-form.ts';

export interface PersonDraft {
  name: string;
  /** One line each. */
  addressLines: string;
  phone: string;
  email: string;
  /** One line each; empty while the address holds. */
  deliveryLines: string;
  deliveryWay: DeliveryWay | null;
  billsByEmail: boolean;
  informationByEmail: boolean;
  calls: boolean;
}

export const NEW_PERSON: PersonDraft = {
  name: '',
  addressLines: '',
  phone: '',
  email: '',
  deliveryLines: '',
  deliveryWay: PLAIN_DELIVERY.way,
  ...PLAIN_DELIVERY.consents,
};

export function draftOfPerson(person: Person): PersonDraft {
  return {
    name: person.name,
    addressLines: typedAddress(person.addressLines),
    phone: person.phone ?? '',
    email: person.email ?? '',
    deliveryLines: typedAddress(person.delivery.addressLines),
    deliveryWay: person.delivery.way,
    ...person.delivery.consents,
  };
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

export function readPerson(draft: PersonDraft, words: Dictionary): ReadDraft<PersonDraft, PersonFields> {
  const faults: DraftFault<PersonDraft>[] = [];
  const [phone, email] = [draft.phone.trim(), draft.email.trim()];
  if (draft.name.trim() === '') faults.push({ field: 'name', message: words.common.required });
  if (email !== '' && !EMAIL.test(email)) faults.push({ field: 'email', message: words.people.emailFault });
  const needsEmail = draft.deliveryWay === 'email' || draft.billsByEmail || draft.informationByEmail;
  if (email === '' && needsEmail) faults.push({ field: 'email', message: words.people.emailMissing });
  if (draft.deliveryWay === 'email' && !draft.billsByEmail)
    faults.push({ field: 'deliveryWay', message: words.people.consentMissing });
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    fields: {
      name: draft.name,
      addressLines: readAddress(draft.addressLines),
      phone: phone === '' ? null : phone,
      email: email === '' ? null : email,
      delivery: {
        addressLines: readAddress(draft.deliveryLines),
        way: draft.deliveryWay ?? PLAIN_DELIVERY.way,
        consents: {
          billsByEmail: draft.billsByEmail,
          informationByEmail: draft.informationByEmail,
          calls: draft.calls,
        },
      },
    },
  };
}
