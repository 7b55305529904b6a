/** A menu at a cell: the row's commands or the column's, opened by key, by right click or by its button. */
import type { RefObject } from 'react';
import { Popover } from 'react-aria-components';
import { CommandList, type CommandGroup } from '../menu.tsx';

/** A menu that is open now. */
export interface OpenMenu {
  readonly label: string;
  readonly groups: readonly CommandGroup[];
  /** The cell the menu stands at. */
  readonly anchor: RefObject<Element>;
}

interface FloatingMenuProps {
  readonly menu: OpenMenu | null;
  readonly onClose: () => void;
}

export function FloatingMenu({ menu, onClose }: FloatingMenuProps) {
  if (menu === null) return null;
  const closing = menu.groups.map((group) => ({
    ...group,
    commands: group.commands.map((command) => ({
      ...command,
      run: () => {
        onClose();
        command.run();
      },
    })),
  }));
  return (
    <Popover
      className="popover"
      aria-label={menu.label}
      triggerRef={menu.anchor}
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      placement="bottom start"
      offset={2}
    >
      <CommandList label={menu.label} groups={closing} autoFocus="first" />
    </Popover>
  );
}
