/** The name of a message with its shape: what keeps data from coming differs from what only wants a look. */
import type { MessageCode } from '#shared/contract/messages.ts';
import { useText } from '../../lib/text.tsx';
import { StatusMark, type StatusShape, type StatusTone } from '../../ui/status-mark.tsx';

const LATE = ['half', 'late'] as const;
const LOOK = ['triangle', 'check'] as const;
const GONE = ['hollow', 'wrong'] as const;
const SHUT = ['square', 'wrong'] as const;

const MARKS: Readonly<Record<MessageCode, readonly [StatusShape, StatusTone]>> = {
  neverHeard: GONE,
  silent: GONE,
  late: LATE,
  batteryLow: LOOK,
  deviceFault: LOOK,
  missingKey: SHUT,
  wrongKey: SHUT,
  altered: SHUT,
  unreadable: SHUT,
  wentBack: LOOK,
  leap: LOOK,
  standstill: LOOK,
  swapped: LOOK,
  calibrationEnds: LATE,
  calibrationEnded: SHUT,
  gatewaySilent: GONE,
  gatewayUnknown: LOOK,
  certificateEnds: LATE,
};

export function MessageMark({ code }: { readonly code: MessageCode }) {
  const text = useText();
  const [shape, tone] = MARKS[code];
  return (
    <StatusMark shape={shape} tone={tone}>
      {text.messages.names[code]}
    </StatusMark>
  );
}
