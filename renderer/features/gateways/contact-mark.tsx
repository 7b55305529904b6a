/** Whether a gateway reports, as shape and word. */
import type { GatewaySummary } from '#shared/contract/gateways.ts';
import { useText } from '../../lib/text.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

export function ContactMark({ contact }: { readonly contact: GatewaySummary['contact'] }) {
  const text = useText();
  const isReceived = contact === 'received';
  return (
    <StatusMark shape={isReceived ? 'full' : 'hollow'} tone={isReceived ? 'good' : 'wrong'}>
      {text.gateways.contacts[contact]}
    </StatusMark>
  );
}
