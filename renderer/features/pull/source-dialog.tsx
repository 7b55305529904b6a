/** Setting up the access to IoT Core. The secret goes in and never comes back. */
import type { PullSource } from '#shared/contract/pull.ts';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useDraftForm, type DraftFault, type ReadDraft } from '../../lib/draft-form.ts';
import { ask } from '../../lib/office.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import type { ArgsOf } from '#shared/contract/contract.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { FormText } from '../../ui/form-fields.tsx';
import { PassphraseField } from '../passphrase/passphrase-field.tsx';
import { PolicyText } from './policy-text.tsx';

interface SourceDialogProps {
  readonly source: PullSource | null;
  readonly onClose: () => void;
}

interface SourceDraft {
  region: string;
  endpoint: string;
  accessKeyId: string;
}

type SourceFields = Omit<ArgsOf<'pull.saveSource'>, 'secretAccessKey'>;

function readSource(draft: SourceDraft, words: Dictionary): ReadDraft<SourceDraft, SourceFields> {
  const faults: DraftFault<SourceDraft>[] = (['region', 'endpoint', 'accessKeyId'] as const)
    .filter((field) => draft[field].trim() === '')
    .map((field) => ({ field, message: words.common.required }));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, fields: draft };
}

export function SourceDialog({ source, onClose }: SourceDialogProps) {
  const text = useText();
  const words = text.pull;
  const { say } = useToasts();
  const [secret, setSecret] = useState('');
  const { form, submit, isSending, refusal } = useDraftForm<SourceDraft, SourceFields, unknown>({
    initial: {
      region: source?.region ?? 'eu-central-1',
      endpoint: source?.endpoint ?? '',
      accessKeyId: source?.accessKeyId ?? '',
    },
    read: (draft) => readSource(draft, text),
    send: (fields) => ask('pull.saveSource', { ...fields, secretAccessKey: secret === '' ? null : secret }),
    onSent: () => {
      say(words.saved);
      onClose();
    },
  });
  const region = useWatch({ control: form.control, name: 'region' });
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
      <FormText
        control={form.control}
        name="region"
        label={words.region}
        help={words.regionHelp}
        isRequired
      />
      <FormText
        control={form.control}
        name="endpoint"
        label={words.endpoint}
        help={words.endpointHelp}
        isRequired
      />
      <FormText control={form.control} name="accessKeyId" label={words.accessKeyId} isRequired />
      <PassphraseField
        label={words.secret}
        value={secret}
        onChange={setSecret}
        isNew
        {...(source?.hasSecretKey === true ? { help: words.secretKept } : {})}
      />
      <PolicyText region={region} />
    </FormDialog>
  );
}
