/** A tab of the settings as a form: read-only without the right to change settings. */
import type { FieldValues } from 'react-hook-form';
import type { ReactNode } from 'react';
import type { DraftForm } from '../../lib/draft-form.ts';
import { useRight } from '../../lib/session.tsx';
import { useText } from '../../lib/text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SavedForm } from '../../ui/saved-form.tsx';

interface SettingsFormProps<Draft extends FieldValues> {
  readonly draft: DraftForm<Draft>;
  readonly children: ReactNode;
}

export function SettingsForm<Draft extends FieldValues>({ draft, children }: SettingsFormProps<Draft>) {
  const text = useText();
  const mayChange = useRight('changeSettings');
  return (
    <SavedForm draft={draft} canSave={mayChange}>
      {mayChange ? null : <Notice>{text.settings.rightMissing}</Notice>}
      {children}
    </SavedForm>
  );
}
