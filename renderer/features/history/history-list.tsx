/** What happened to one object, the newest first: when, who, what, and why. */
import type { Subject } from '#shared/contract/values.ts';
import { useAnswer } from '../../lib/answers.ts';
import { formatMoment } from '../../lib/moment.ts';
import { useText } from '../../lib/text.tsx';
import { Answered } from '../../ui/answered.tsx';

export function HistoryList({ subject }: { readonly subject: Subject }) {
  const text = useText();
  const answer = useAnswer('history.of', { subject });
  return (
    <Answered answer={answer}>
      {(entries) =>
        entries.length === 0 ? (
          <p className="muted">{text.audit.historyEmpty}</p>
        ) : (
          <ul className="history">
            {entries.map((entry) => (
              <li key={entry.seq}>
                <time dateTime={entry.at}>{formatMoment(entry.at)}</time>
                <span>{entry.initials}</span>
                <div>
                  <strong>{entry.action}</strong>
                  {entry.details.map((detail) => (
                    <p key={detail}>{detail}</p>
                  ))}
                  {entry.reason === null ? null : <p className="muted">{text.audit.because(entry.reason)}</p>}
                </div>
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  );
}
