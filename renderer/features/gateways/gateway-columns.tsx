/** The columns of the list of gateways. */
import type { GatewaySummary } from '#shared/contract/gateways.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import type { Column } from '../../ui/table/column.ts';
import { ContactMark } from './contact-mark.tsx';

export function gatewayColumns({ gateways: words, messages }: Dictionary): readonly Column<GatewaySummary>[] {
  return [
    { id: 'serial', title: words.serial, kind: 'text', value: (gateway) => gateway.serial, width: 116 },
    {
      id: 'property',
      title: words.property,
      kind: 'text',
      value: (gateway) => gateway.propertyName,
      width: 150,
    },
    { id: 'place', title: words.place, kind: 'text', value: (gateway) => gateway.place, width: 170 },
    { id: 'model', title: words.model, kind: 'text', value: (gateway) => gateway.model, width: 130 },
    {
      id: 'contact',
      title: words.contact,
      kind: 'text',
      value: (gateway) => words.contacts[gateway.contact],
      show: (gateway) => <ContactMark contact={gateway.contact} />,
      width: 142,
    },
    {
      id: 'last',
      title: words.lastContact,
      kind: 'moment',
      value: (gateway) => gateway.lastContactAt,
      width: 145,
    },
    {
      id: 'meters',
      title: words.meters,
      kind: 'decimal',
      places: 0,
      value: (gateway) => gateway.meterCount,
      width: 112,
      isSummed: true,
    },
    {
      id: 'missing',
      title: words.gaps,
      kind: 'decimal',
      places: 0,
      value: (gateway) => gateway.missingBundles,
      width: 136,
      isSummed: true,
    },
    {
      id: 'certificate',
      title: words.certificateEnds,
      kind: 'day',
      value: (gateway) => gateway.certificateEndsAt?.slice(0, 10) ?? null,
      width: 124,
      isHiddenAtFirst: true,
    },
    {
      id: 'messages',
      title: messages.message,
      kind: 'text',
      value: (gateway) => gateway.messages.map((code) => messages.names[code]).join(', '),
      width: 180,
    },
    {
      id: 'sim',
      title: words.sim,
      kind: 'text',
      value: (gateway) => gateway.sim,
      width: 160,
      isHiddenAtFirst: true,
    },
  ];
}
