/** A menu behind a button: commands with the key that does the same. */
import type { ReactNode } from 'react';
import { Header, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';

/** One command of a menu. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
  readonly icon?: ReactNode;
  readonly keys?: string | undefined;
  readonly isDisabled?: boolean;
  readonly isChosen?: boolean;
}

/** Commands under a heading. */
export interface CommandGroup {
  readonly id: string;
  readonly heading?: string;
  readonly commands: readonly Command[];
}

interface MenuProps {
  readonly label: string;
  readonly groups: readonly CommandGroup[];
  /** The button that opens it. */
  readonly children: ReactNode;
}

export function Menu({ label, groups, children }: MenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover" offset={4}>
        <CommandList label={label} groups={groups} />
      </Popover>
    </MenuTrigger>
  );
}

interface CommandListProps extends Omit<MenuProps, 'children'> {
  /** Without a button that opens it nobody else gives the focus to the first command. */
  readonly autoFocus?: 'first';
}

/** The commands themselves, for a menu button or for a context menu. */
export function CommandList({ label, groups, ...focus }: CommandListProps) {
  return (
    <AriaMenu className="menu" aria-label={label} {...focus}>
      {groups.map((group) => (
        <MenuSection key={group.id} {...(group.heading === undefined ? { 'aria-label': label } : {})}>
          {group.heading === undefined ? null : <Header className="menu-heading">{group.heading}</Header>}
          {group.commands.map((command) => (
            <MenuItem
              key={command.id}
              id={`${group.id}.${command.id}`}
              textValue={command.label}
              className="menu-item"
              onAction={command.run}
              isDisabled={command.isDisabled ?? false}
            >
              {command.icon}
              <span className="menu-words">
                {command.label}
                {command.isChosen === true ? ' ✓' : ''}
              </span>
              {command.keys === undefined ? null : <kbd>{command.keys}</kbd>}
            </MenuItem>
          ))}
        </MenuSection>
      ))}
    </AriaMenu>
  );
}
