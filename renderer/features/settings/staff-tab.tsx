/** Who works here, with which rights. */
import { useMemo, useState } from 'react';
import type { StaffMember } from '#shared/contract/staff.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useRight } from '../../lib/session.tsx';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { PLAIN_VIEW } from '../../ui/table/table-view.ts';
import { RightsDialog } from './rights-dialog.tsx';
import { StaffDialog } from './staff-dialog.tsx';

function staffColumns({ settings: words }: Dictionary): readonly Column<StaffMember>[] {
  return [
    {
      id: 'name',
      title: words.staffName,
      kind: 'text',
      value: (member) => (member.isCurrent ? `${member.name} (${words.you})` : member.name),
      width: 220,
    },
    { id: 'initials', title: words.initials, kind: 'text', value: (member) => member.initials, width: 100 },
    {
      id: 'rights',
      title: words.rights,
      kind: 'text',
      value: (member) =>
        member.rights.length === 0
          ? words.noRights
          : member.rights.map((right) => words.rightNames[right]).join(', '),
      width: 420,
    },
    {
      id: 'access',
      title: words.access,
      kind: 'text',
      value: (member) => (member.hasAccess ? words.hasAccess : words.noAccess),
      show: (member) => (
        <StatusMark shape={member.hasAccess ? 'full' : 'square'} tone={member.hasAccess ? 'good' : 'plain'}>
          {member.hasAccess ? words.hasAccess : words.noAccess}
        </StatusMark>
      ),
      width: 120,
    },
  ];
}

export function StaffTab() {
  const text = useText();
  const words = text.settings;
  const { say } = useToasts();
  const mayChange = useRight('changeSettings');
  const answer = useAnswer('staff.list', {});
  const columns = useMemo(() => staffColumns(text), [text]);
  const [view, setView] = useState(PLAIN_VIEW);
  const [isAdding, setIsAdding] = useState(false);
  const [changing, setChanging] = useState<StaffMember | null>(null);
  const revoke = useAction('staff.revoke');
  const revokeMember = async ({ id, name }: StaffMember): Promise<void> => {
    if (await revoke.run({ id })) say(words.revoked(name));
  };
  return (
    <>
      {mayChange ? null : <Notice>{words.rightMissing}</Notice>}
      <Answered answer={answer}>
        {(rows) => (
          <DataTable
            label={words.tabs.staff}
            rows={rows}
            columns={columns}
            rowId={(member) => member.id}
            view={view}
            onView={setView}
            onOpen={setChanging}
            commands={(member) => [
              {
                id: 'member',
                heading: member.name,
                commands: [
                  {
                    id: 'rights',
                    label: words.changeRights,
                    run: () => setChanging(member),
                    isDisabled: !mayChange || !member.hasAccess,
                  },
                  {
                    id: 'revoke',
                    label: words.revoke,
                    run: () => void revokeMember(member),
                    isDisabled: !mayChange || member.isCurrent || !member.hasAccess,
                  },
                ],
              },
            ]}
            actions={
              <Button variant="primary" onPress={() => setIsAdding(true)} isDisabled={!mayChange}>
                {words.addStaff}
              </Button>
            }
            empty={null}
          />
        )}
      </Answered>
      {isAdding ? <StaffDialog onClose={() => setIsAdding(false)} /> : null}
      {changing && mayChange ? <RightsDialog member={changing} onClose={() => setChanging(null)} /> : null}
    </>
  );
}
