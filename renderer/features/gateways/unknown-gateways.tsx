/** The inbox of gateways that send although nobody entered them: assign or ignore. */
import { useState } from 'react';
import type { UnknownGateway } from '#shared/contract/gateways.ts';
import { formatMoment } from '../../lib/moment.ts';
import { useText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { MarkDialog } from '../messages/mark-dialog.tsx';
import type { AddressedMessage } from '../messages/use-marking.tsx';
import { GatewayDialog } from './gateway-dialog.tsx';
import { newGateway } from './gateway-draft.ts';

type Asked = { readonly kind: 'assign' | 'ignore'; readonly gateway: UnknownGateway };

export function UnknownGateways({ unknown }: { readonly unknown: readonly UnknownGateway[] }) {
  const text = useText();
  const words = text.gateways;
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => setAsked(null);
  if (unknown.length === 0) return null;
  return (
    <section className="section" aria-labelledby="unknown">
      <h2 id="unknown">{words.unknown}</h2>
      <p className="muted">{words.unknownText}</p>
      <ul className="work-list">
        {unknown.map((gateway) => (
          <li key={gateway.serial} className="work-line">
            <strong>{gateway.serial}</strong>
            <span>{gateway.lastContactAt === null ? '' : formatMoment(gateway.lastContactAt)}</span>
            <span>{words.hears(gateway.meterCount)}</span>
            <span className="row-of">
              <Button onPress={() => setAsked({ kind: 'assign', gateway })}>{words.assign}</Button>
              <Button onPress={() => setAsked({ kind: 'ignore', gateway })}>{words.ignore}</Button>
            </span>
          </li>
        ))}
      </ul>
      {asked?.kind === 'assign' ? (
        <GatewayDialog
          draft={newGateway(asked.gateway.serial, asked.gateway.suggestedPropertyId)}
          onClose={close}
        />
      ) : null}
      {asked?.kind === 'ignore' ? (
        <MarkDialog kind="ignore" messages={[unknownMessage(asked.gateway.serial)]} onClose={close} />
      ) : null}
    </section>
  );
}

/** The message an unknown gateway has as long as nobody entered it. */
function unknownMessage(serial: string): AddressedMessage {
  return {
    subject: `gateway:${serial}`,
    message: {
      code: 'gatewayUnknown',
      since: null,
      state: 'unknown',
      evidence: [],
      isBehindSilentGateway: false,
      mark: null,
    },
  };
}
