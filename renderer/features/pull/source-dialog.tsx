/** Setting up the access to IoT Core. The secret goes in and never comes back. */
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { PullSource } from '#shared/contract/pull.ts';
import { useDraftForm } from '../../lib/draft-form.ts';
import { ask } from '../../lib/office.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { FormText } from '../../ui/form-fields.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { PassphraseField } from '../passphrase/passphrase-field.tsx';
import { PolicyText } from './policy-text.tsx';
import { draftOfSource, readSource, type SourceDraft, type SourceFields } from './source-draft.ts';

interface SourceDialogProps {
  readonly source: PullSource | null;
  readonly onClose: () => void;
}

export function SourceDialog({ source, onClose }: SourceDialogProps) {
  const text = useText();
  const words = text.pull;
  const { say } = useToasts();
  const [secret, setSecret] = useState('');
  const { form, submit, isSending, refusal } = useDraftForm<SourceDraft, SourceFields, unknown>({
    initial: draftOfSource(source),
    read: (draft) => readSource(draft, secret, text),
    send: (fields) => ask('pull.saveSource', fields),
    onSent: () => {
      say(words.saved);
      onClose();
    },
  });
  const { control } = form;
  const [region, kind] = useWatch({ control, name: ['region', 'kind'] });
  return (
    <FormDialog
      title={words.source}
      action={text.common.save}
      size="normal"
      onClose={onClose}
      onSubmit={() => void submit()}
      isSending={isSending}
      refusal={refusal}
    >
      <FormText control={control} name="region" label={words.region} help={words.regionHelp} isRequired />
      <FormText
        control={control}
        name="endpoint"
        label={words.endpoint}
        help={words.endpointHelp}
        isRequired
      />
      <RadioGroup
        label={words.accessKind}
        orientation="horizontal"
        options={[
          { value: 'keys', label: words.accessKinds.keys },
          { value: 'profile', label: words.accessKinds.profile },
        ]}
        value={kind}
        onChange={(chosen) => form.setValue('kind', chosen)}
      />
      {kind === 'keys' ? (
        <>
          <FormText control={control} name="accessKeyId" label={words.accessKeyId} isRequired />
          <PassphraseField
            label={words.secret}
            value={secret}
            onChange={setSecret}
            isNew
            {...(source?.access.kind === 'keys' ? { help: words.secretKept } : {})}
          />
        </>
      ) : (
        <FormText
          control={control}
          name="profile"
          label={words.profile}
          help={words.profileHelp}
          isRequired
        />
      )}
      <PolicyText region={region} />
    </FormDialog>
  );
}
