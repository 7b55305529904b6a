/** Typing keys from a paper delivery note: grouped, and tried on the stored telegrams before they are kept. */
import { Fragment, useState } from 'react';
import type { ArgsOf, ValueOf } from '#shared/contract/contract.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { digitsOf, groupKey, KEY_DIGITS } from './group-key.ts';
import { KeyMark } from './key-mark.tsx';

interface EnterKeyDialogProps {
  /** Empty for whatever the delivery note names: then one device follows the other until the dialog is closed. */
  readonly serial: string;
  readonly manufacturer: string;
  readonly onClose: () => void;
}

type Typed = ArgsOf<'keys.check'>;
type Checked = ValueOf<'keys.check'>;

export function EnterKeyDialog({ serial, manufacturer, onClose }: EnterKeyDialogProps) {
  const text = useText();
  const words = text.keys;
  const { say } = useToasts();
  const undo = useUndo();
  const [typed, setTyped] = useState<Typed>({ manufacturer, serial, label: '', key: '' });
  const [checked, setChecked] = useState<{ readonly typed: Typed; readonly answer: Checked }>();
  const [refusal, setRefusal] = useState<string>();
  /** How many keys were kept since the dialog opened. */
  const [kept, setKept] = useState(0);
  const isSeries = serial === '';
  // What is wrong is said when it is saved; until then the check only helps.
  const check = useAction('keys.check', {
    onDone: (answer, asked) => setChecked({ typed: asked, answer }),
    onRefused: () => setChecked(undefined),
  });
  const enter = useAction('keys.enter', {
    onDone: () => {
      say(words.entered(typed.serial.trim()), { label: text.common.undo, run: () => void undo() });
      if (!isSeries) return onClose();
      // A delivery note is of one maker; whose keys have a kind all have it.
      setTyped({ ...typed, serial: '', key: '' });
      setKept(kept + 1);
    },
    onRefused: (failure) => setRefusal(failure.message),
  });
  const change = (part: Partial<Typed>): void => {
    const next = { ...typed, ...part };
    setTyped(next);
    setRefusal(undefined);
    if (isWhole(next)) void check.run(next);
  };
  const missing = KEY_DIGITS - digitsOf(typed.key).length;
  return (
    <FormDialog
      title={words.enter}
      action={isSeries ? words.saveAndNext : text.common.save}
      size="normal"
      onClose={onClose}
      onSubmit={() => void enter.run(typed)}
      isSending={enter.isRunning}
      canSend={isWhole(typed)}
      refusal={refusal}
    >
      <Fragment key={kept}>
        <TextField
          label={words.serial}
          value={typed.serial}
          onChange={(value) => change({ serial: value })}
          isRequired
          autoFocus={isSeries}
          inputMode="numeric"
        />
        <TextField
          label={words.manufacturer}
          value={typed.manufacturer}
          onChange={(value) => change({ manufacturer: value.toUpperCase() })}
          maxLength={3}
        />
        <TextField
          label={words.keyField}
          value={groupKey(typed.key)}
          onChange={(value) => change({ key: digitsOf(value) })}
          help={missing === 0 || missing === KEY_DIGITS ? words.keyHelp : words.missingDigits(missing)}
          isRequired
          autoFocus={!isSeries}
          autoComplete="off"
        />
        <TextField
          label={words.label}
          value={typed.label}
          onChange={(value) => change({ label: value })}
          help={words.labelHelp}
        />
      </Fragment>
      {checked?.typed === typed ? <CheckedKey answer={checked.answer} /> : null}
    </FormDialog>
  );
}

function isWhole({ serial, key }: Typed): boolean {
  return serial.trim() !== '' && key.length === KEY_DIGITS;
}

/** What the office says of a whole key before it is saved. */
function CheckedKey({ answer }: { readonly answer: Checked }) {
  const { verdict, proof, remarks } = answer;
  const isDoubtful = verdict === 'faulty' || proof === 'wrong' || remarks.length > 0;
  return (
    <Notice tone={isDoubtful ? 'check' : proof === 'confirmed' ? 'good' : 'plain'}>
      {verdict === 'faulty' ? null : <KeyMark state={proof} />}
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </Notice>
  );
}
