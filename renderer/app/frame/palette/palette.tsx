/** Ctrl+K: one box to go, find and do. Esc gives back exactly what was there before. */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import type { SearchHit } from '#shared/contract/search.ts';
import { placeOf } from '../../../lib/places.ts';
import { useText } from '../../../lib/text.tsx';
import { findBest } from './rank.ts';
import { noteChosen, recentlyChosen } from './recent.ts';
import { useHits } from './use-hits.ts';
import { useRowCommands } from './use-row-commands.ts';
import { usePaletteCommands, type PaletteCommand } from './use-palette-commands.ts';

interface PaletteProps {
  readonly onClose: () => void;
  readonly onKeyMap: () => void;
  readonly onHelp: () => void;
  readonly onSwitchStaff: () => void;
}

const MOST_COMMANDS = 8;

function hitId({ subject }: SearchHit): string {
  return `hit.${subject.kind}.${subject.id}`;
}

export function Palette({ onClose, ...openers }: PaletteProps) {
  const text = useText();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const ofRow = useRowCommands();
  const commands = [...ofRow, ...usePaletteCommands(openers)];
  const { hits, isSearching } = useHits(typed);
  const recent = recentlyChosen().flatMap((id) => commands.find((command) => command.id === id) ?? []);
  const offered =
    typed.trim() === ''
      ? [...new Set([...ofRow, ...recent, ...commands])].slice(0, MOST_COMMANDS + 4)
      : findBest(commands, ({ label }) => label, typed, MOST_COMMANDS);
  const [firstHit] = hits;
  /** Whatever comes to stand first is what Enter takes: answers arrive later than they are typed for. */
  const firstEntry = firstHit ? hitId(firstHit) : offered[0]?.id;
  const openHit = (hit: SearchHit): void => {
    const place = placeOf(hit.subject);
    onClose();
    if (place) void navigate(place);
  };
  const runCommand = (command: PaletteCommand): void => {
    noteChosen(command.id);
    onClose();
    command.run();
  };
  /** Enter before the list has marked its first line means that line; a mark on a line that is gone is none. */
  const openFirst = (): void => {
    const marked = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
    if (document.getElementById(marked) !== null) return;
    const [hit] = hits;
    const [command] = offered;
    if (hit) openHit(hit);
    else if (command) runCommand(command);
  };
  return (
    <ModalOverlay
      className="veil"
      data-place="top"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
    >
      <Modal className="modal palette">
        <Dialog className="dialog" aria-label={text.frame.search}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField
              className="palette-field"
              aria-label={text.frame.search}
              autoFocus
              onSubmit={openFirst}
            >
              <Input className="palette-input" placeholder={text.frame.searchHelp} />
            </SearchField>
            <Menu
              key={firstEntry}
              autoFocus="first"
              className="menu palette-menu"
              aria-label={text.frame.search}
              renderEmptyState={() => (
                <div className="menu-empty">
                  {isSearching ? text.frame.searching : text.frame.searchNothing}
                </div>
              )}
            >
              {hits.length === 0 ? null : (
                <MenuSection>
                  <Header className="menu-heading">{text.frame.objects}</Header>
                  {hits.map((hit) => (
                    <MenuItem
                      key={hitId(hit)}
                      id={hitId(hit)}
                      textValue={hit.title}
                      className="menu-item"
                      onAction={() => openHit(hit)}
                    >
                      <span className="menu-words">
                        {hit.title}
                        <span className="field-help"> {hit.context}</span>
                      </span>
                      <span className="field-help">{text.frame.kinds[hit.subject.kind]}</span>
                    </MenuItem>
                  ))}
                </MenuSection>
              )}
              {offered.length === 0 ? null : (
                <MenuSection>
                  <Header className="menu-heading">{text.frame.commands}</Header>
                  {offered.map((command) => (
                    <MenuItem
                      key={command.id}
                      id={`command.${command.id}`}
                      textValue={command.label}
                      className="menu-item"
                      onAction={() => runCommand(command)}
                    >
                      <span className="menu-words">{command.label}</span>
                      {command.keys === undefined ? null : <kbd>{command.keys}</kbd>}
                    </MenuItem>
                  ))}
                </MenuSection>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
