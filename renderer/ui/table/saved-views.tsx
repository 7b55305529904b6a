/** The views of a list saved by name: choosing one, saving how it looks now, letting one go. */
import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { useListName } from '../../lib/use-list-name.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { Button } from '../button.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { Menu, type CommandGroup } from '../menu.tsx';
import { TextField } from '../text-field.tsx';
import { PLAIN_VIEW, readView, writeView, type TableView } from './table-view.ts';

interface SavedViewsProps {
  readonly view: TableView;
  readonly onView: (view: TableView) => void;
}

export function SavedViews({ view, onView }: SavedViewsProps) {
  const text = useText();
  const words = text.table;
  const list = useListName();
  const { say } = useToasts();
  const undo = useUndo();
  const [isNaming, setIsNaming] = useState(false);
  const { data: views = [] } = useAnswer('views.list', {});
  const remove = useAction('views.remove', {
    onDone: (_left, { name }) =>
      say(words.viewRemoved(name), { label: text.common.undo, run: () => void undo() }),
  });
  const ofList = views.filter((saved) => saved.list === list);
  const groups: readonly CommandGroup[] = [
    {
      id: 'views',
      commands: [
        { id: 'plain', label: words.viewPlain, run: () => onView(PLAIN_VIEW) },
        ...ofList.flatMap((saved) => {
          const read = readView(saved.view);
          return read === null
            ? []
            : [
                {
                  id: `show.${saved.name}`,
                  label: saved.name,
                  run: () => onView(read),
                  isChosen: saved.view === writeView(view),
                },
              ];
        }),
      ],
    },
    {
      id: 'change',
      commands: [
        { id: 'save', label: words.viewSave, run: () => setIsNaming(true) },
        ...ofList.map(({ name }) => ({
          id: `remove.${name}`,
          label: words.viewRemove(name),
          run: () => void remove.run({ list, name }),
        })),
      ],
    },
  ];
  return (
    <>
      <Menu label={words.views} groups={groups}>
        <Button variant="quiet">
          <Bookmark size={16} aria-hidden />
          {words.views}
        </Button>
      </Menu>
      {isNaming ? <NameDialog list={list} view={view} onClose={() => setIsNaming(false)} /> : null}
    </>
  );
}

interface NameDialogProps {
  readonly list: string;
  readonly view: TableView;
  readonly onClose: () => void;
}

function NameDialog({ list, view, onClose }: NameDialogProps) {
  const text = useText();
  const words = text.table;
  const { say } = useToasts();
  const undo = useUndo();
  const [name, setName] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const save = useAction('views.save', {
    onDone: (_views, saved) => {
      say(words.viewSaved(saved.name), { label: text.common.undo, run: () => void undo() });
      onClose();
    },
    onRefused: (failure) => setRefusal(failure.message),
  });
  return (
    <FormDialog
      title={words.viewSaveTitle}
      action={text.common.save}
      size="normal"
      onClose={onClose}
      onSubmit={() => void save.run({ list, name: name.trim(), view: writeView(view) })}
      isSending={save.isRunning}
      canSend={name.trim() !== ''}
      refusal={refusal}
    >
      <TextField
        label={words.viewName}
        help={words.viewNameHelp}
        value={name}
        onChange={setName}
        maxLength={60}
        autoFocus
      />
    </FormDialog>
  );
}
