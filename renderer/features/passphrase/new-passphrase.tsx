/** Choosing a passphrase: its strength in words, a repetition, and six words for the asking. */
import { useState } from 'react';
import { ask } from '../../lib/office.ts';
import { useText } from '../../lib/text.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { StatusMark, type StatusShape, type StatusTone } from '../../ui/status-mark.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { judgePassphrase, LEAST_LENGTH, type PassphraseStrength } from './passphrase-strength.ts';

/** What is typed so far. */
export interface PassphraseDraft {
  readonly passphrase: string;
  readonly again: string;
}

export const EMPTY_PASSPHRASE: PassphraseDraft = { passphrase: '', again: '' };

/** Whether the draft may be used: long enough and typed twice alike. */
export function isUsable({ passphrase, again }: PassphraseDraft): boolean {
  return passphrase.length >= LEAST_LENGTH && passphrase === again;
}

const MARKS: Record<PassphraseStrength, readonly [StatusShape, StatusTone]> = {
  none: ['hollow', 'plain'],
  short: ['square', 'wrong'],
  weak: ['triangle', 'check'],
  fair: ['half', 'late'],
  strong: ['full', 'good'],
};

interface NewPassphraseProps {
  readonly label: string;
  readonly draft: PassphraseDraft;
  readonly onDraft: (draft: PassphraseDraft) => void;
  /** Faults are shown only after the first try. */
  readonly showsFaults: boolean;
}

export function NewPassphrase({ label, draft, onDraft, showsFaults }: NewPassphraseProps) {
  const text = useText();
  const [isSuggested, setIsSuggested] = useState(false);
  const strength = judgePassphrase(draft.passphrase);
  const [shape, tone] = MARKS[strength];
  const suggest = async (): Promise<void> => {
    const reply = await ask('vault.suggestPassphrase', {});
    if (!reply.ok) return;
    setIsSuggested(true);
    onDraft({ passphrase: reply.value.passphrase, again: '' });
  };
  const isTooShort = draft.passphrase.length < LEAST_LENGTH;
  return (
    <>
      <PassphraseField
        key={isSuggested ? 'suggested' : 'typed'}
        label={label}
        value={draft.passphrase}
        onChange={(passphrase) => onDraft({ ...draft, passphrase })}
        isNew
        isShownAtFirst={isSuggested}
        help={text.access.passphraseHelp}
        error={showsFaults && isTooShort ? text.access.passphraseShort(LEAST_LENGTH) : undefined}
      />
      <div className="strength" role="status">
        <StatusMark shape={shape} tone={tone}>
          {text.access.strength[strength]}
        </StatusMark>
        <LinkButton onPress={() => void suggest()}>{text.access.suggest}</LinkButton>
      </div>
      <PassphraseField
        label={text.access.passphraseAgain}
        value={draft.again}
        onChange={(again) => onDraft({ ...draft, again })}
        isNew
        error={showsFaults && draft.again !== draft.passphrase ? text.access.passphraseDiffers : undefined}
      />
    </>
  );
}
