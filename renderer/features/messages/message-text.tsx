/** A message in words: its cause, the next step, since when, and what somebody decided about it. */
import type { Message } from '#shared/contract/messages.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatDate } from '#shared/text/format.ts';
import { formatMoment } from '../../lib/moment.ts';
import { useText } from '../../lib/text.tsx';

export function MessageText({ message }: { readonly message: Message }) {
  const text = useText();
  const words = text.messages;
  const { code, isBehindSilentGateway, evidence } = message;
  return (
    <div>
      <p>
        {isBehindSilentGateway ? words.behindGateway : words.causes[code]}{' '}
        {evidence.map((fact) => `${fact}.`).join(' ')}
      </p>
      <p>
        <strong>{words.nextStep}:</strong> {words.nextSteps[isBehindSilentGateway ? 'gatewaySilent' : code]}
      </p>
      <p className="muted">
        {[writeSince(message, text), writeMark(message, text)].filter(Boolean).join(' · ')}
      </p>
    </div>
  );
}

/** `seit 08.02.2026 22:14`; days of master data have no hour. */
function writeSince({ code, since }: Message, { messages: words }: Dictionary): string {
  if (since === null) return '';
  const moment = since.endsWith('T00:00:00.000Z') ? formatMoment(since).slice(0, 10) : formatMoment(since);
  const isAnEnd = code === 'calibrationEnds' || code === 'calibrationEnded' || code === 'certificateEnds';
  return isAnEnd ? words.on(moment) : words.since(moment);
}

/** Who saw it, waits or ignores it, with the note. */
function writeMark({ mark }: Message, { messages: words }: Dictionary): string {
  if (mark === null) return '';
  const at = formatMoment(mark.at);
  const said = {
    seen: () => words.seenBy(mark.by, at),
    wait: () => words.waitUntil(mark.until === null ? '' : formatDate(mark.until), mark.by),
    ignore: () => words.ignoredBy(mark.by, at),
  }[mark.kind]();
  return mark.note === '' ? said : `${said}: ${mark.note}`;
}
