/** The warnings of a run that were accepted, each with its reason. */
import type { BillingRun } from '#shared/contract/billing.ts';
import { useText } from '../../lib/text.tsx';

export function AcceptedWarnings({ run }: { readonly run: BillingRun }) {
  const { billing: words } = useText();
  const accepted = run.findings.filter(({ acceptedBecause }) => acceptedBecause !== null);
  if (accepted.length === 0) return null;
  return (
    <section className="section" aria-labelledby="accepted">
      <h3 id="accepted">{words.accepted}</h3>
      <ul className="points">
        {accepted.map((finding) => (
          <li key={finding.key}>
            {finding.message} <span className="muted">{finding.acceptedBecause}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
