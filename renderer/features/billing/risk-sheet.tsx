/** The risk sheet: rights to cut the bill that tenants could use, with euros each. Nothing is deducted here. */
import type { Risk } from '#shared/contract/billing.ts';
import { formatEuros, NO_BREAK_SPACE } from '#shared/text/format.ts';
import { useText } from '../../lib/text.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

export function RiskSheet({ risks }: { readonly risks: readonly Risk[] }) {
  const { billing: words } = useText();
  if (risks.length === 0)
    return (
      <StatusMark shape="full" tone="good">
        {words.riskNone}
      </StatusMark>
    );
  return (
    <>
      <p>{words.riskText}</p>
      {risks.map((risk) => (
        <section key={risk.code} className="section" aria-label={risk.message}>
          <h2>
            {risk.percent}
            {NO_BREAK_SPACE}% · {risk.paragraph}
          </h2>
          <p>{risk.message}</p>
          <div className="table-scroller">
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{words.recipient}</th>
                  <th scope="col">{words.unit}</th>
                  <th scope="col" className="figure">
                    {words.riskAmount}
                  </th>
                </tr>
              </thead>
              <tbody>
                {risk.tenants.map((tenant) => (
                  <tr key={`${tenant.unitName}.${tenant.tenantName}`}>
                    <td>{tenant.tenantName}</td>
                    <td>{tenant.unitName}</td>
                    <td className="figure">{formatEuros(tenant.amountCents)}</td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row" colSpan={2}>
                    {words.total}
                  </th>
                  <td className="figure">
                    <strong>{formatEuros(risk.amountCents)}</strong>
                  </td>
                </tr>
              </tfoot>
            </table>
          </div>
        </section>
      ))}
    </>
  );
}
