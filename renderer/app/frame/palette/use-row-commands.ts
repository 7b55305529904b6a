/** The commands of the row that had the focus when the command box was opened. */
import { useState } from 'react';
import { focusedRowCommands } from '../../../ui/table/row-commands.ts';
import type { PaletteCommand } from './use-palette-commands.ts';

export function useRowCommands(): readonly PaletteCommand[] {
  const [commands] = useState(commandsOfRow);
  return commands;
}

function commandsOfRow(): PaletteCommand[] {
  const groups = focusedRowCommands();
  const heading = groups.find((group) => group.heading !== undefined)?.heading ?? '';
  return groups.flatMap((group) =>
    group.commands
      .filter(({ isDisabled }) => isDisabled !== true)
      .map(({ id, label, keys, run }) => ({
        id: `row.${group.id}.${id}`,
        label: `${heading}: ${label}`,
        keys,
        run,
      })),
  );
}
