/** The tenant change in the command box: for a unit to be chosen, and for every tenant who lives somewhere now. */
import { useNavigate } from '@tanstack/react-router';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';

interface ChangeCommand {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
}

/** `unit` 0 asks which one. */
export function useOpenChange(): (unit: number) => void {
  const navigate = useNavigate();
  return (unit) => void navigate({ to: '.', search: (current) => ({ ...current, change: unit }) });
}

export function useChangeCommands(): ChangeCommand[] {
  const { tenantChange: words } = useText();
  const open = useOpenChange();
  const { data: occupancies = [] } = useAnswer('tenancies.list', {});
  return [
    { id: 'tenantChange', label: words.command, run: () => open(0) },
    ...occupancies.flatMap((row) =>
      row.kind === 'tenancy' && row.status === 'running'
        ? [
            {
              id: `tenantChange.${row.id}`,
              label: words.moveOut(row.tenantName, row.unitName),
              run: () => open(row.unitId),
            },
          ]
        : [],
    ),
  ];
}
