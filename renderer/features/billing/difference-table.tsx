/** What a correction changes, tenant by tenant and position by position. */
import type { UserDifference } from '#shared/contract/billing.ts';
import { formatPlainEuros } from '#shared/text/format.ts';
import type { Cents } from '#shared/model/money.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { Answered } from '../../ui/answered.tsx';

interface DifferenceRow {
  readonly name: string;
  readonly before: Cents;
  readonly after: Cents;
  readonly change: Cents;
  readonly isSum?: boolean;
}

export function DifferenceTable({ runId }: { readonly runId: number }) {
  const { billLife: words } = useText();
  const answer = useAnswer('billing.difference', { id: runId });
  return (
    <Answered answer={answer}>
      {(users) =>
        users.length === 0 ? (
          <p className="muted">{words.differenceNone}</p>
        ) : (
          <>
            <p className="muted">{words.differenceText}</p>
            <div className="table-scroller">
              <table className="plain-table">
                <thead>
                  <tr>
                    <th scope="col">{words.position}</th>
                    <th scope="col" className="figure">
                      {words.before} (€)
                    </th>
                    <th scope="col" className="figure">
                      {words.after} (€)
                    </th>
                    <th scope="col" className="figure">
                      {words.change} (€)
                    </th>
                  </tr>
                </thead>
                {users.map((user) => (
                  <UserRows key={user.billId} user={user} />
                ))}
              </table>
            </div>
          </>
        )
      }
    </Answered>
  );
}

function UserRows({ user }: { readonly user: UserDifference }) {
  const text = useText();
  const words = text.billLife;
  const rows: readonly DifferenceRow[] = [
    ...user.positions.map(({ position, label, beforeCents, afterCents, changeCents }) => ({
      name: label ?? words.positions[position],
      before: beforeCents,
      after: afterCents,
      change: changeCents,
    })),
    { name: text.billing.amount, ...user.totalCents, isSum: true },
    ...(user.prepaidCents.change === 0 ? [] : [{ name: text.billing.prepaid, ...user.prepaidCents }]),
    { name: text.billing.balance, ...user.balanceCents, isSum: true },
  ];
  const presence = user.presence === 'inBoth' ? null : words.presences[user.presence];
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4}>
          {user.recipient} · {user.unitName}
          {presence === null ? '' : ` · ${presence}`}
        </th>
      </tr>
      {rows.map(({ name, before, after, change, isSum = false }) => (
        <tr key={name}>
          <td>{isSum ? <strong>{name}</strong> : name}</td>
          <td className="figure">{formatPlainEuros(before)}</td>
          <td className="figure">{formatPlainEuros(after)}</td>
          <td className="figure">
            {isSum ? <strong>{formatPlainEuros(change)}</strong> : formatPlainEuros(change)}
          </td>
        </tr>
      ))}
    </tbody>
  );
}
