/** Who opens the office: initials only, for a locked folder names nobody. */
import { useText } from '../../lib/text.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';

interface StaffChoiceProps {
  readonly staff: readonly { readonly id: string; readonly initials: string }[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

export function StaffChoice({ staff, chosen, onChoose }: StaffChoiceProps) {
  const text = useText();
  if (staff.length < 2) return null;
  return (
    <RadioGroup
      label={text.access.who}
      orientation="horizontal"
      options={staff.map(({ id, initials }) => ({ value: id, label: initials }))}
      value={chosen ?? ''}
      onChange={(value) => {
        const member = staff.find(({ id }) => id === value);
        if (member) onChoose(member.id);
      }}
    />
  );
}
