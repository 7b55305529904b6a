/** The rights of an employee as check boxes. */
import type { Right } from '#shared/contract/vault.ts';
import { useText } from '../../lib/text.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';

const RIGHTS: readonly Right[] = ['finaliseBills', 'changeSettings', 'revealKeys'];

interface RightChoiceProps {
  readonly rights: readonly Right[];
  readonly onRights: (rights: readonly Right[]) => void;
}

export function RightChoice({ rights, onRights }: RightChoiceProps) {
  const { settings: words } = useText();
  return (
    <div className="radio-list" role="group" aria-label={words.rights}>
      {RIGHTS.map((right) => (
        <Checkbox
          key={right}
          isSelected={rights.includes(right)}
          onChange={(isGiven) =>
            onRights(isGiven ? [...rights, right] : rights.filter((other) => other !== right))
          }
        >
          {words.rightNames[right]}
        </Checkbox>
      ))}
    </div>
  );
}
