/** Entering a gateway, also one that was found sending. */
import { useAnswer } from '../../lib/answers.ts';
import { useDraftForm } from '../../lib/draft-form.ts';
import { ask } from '../../lib/office.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { readGateway, type GatewayDraft } from './gateway-draft.ts';
import { GatewayFormFields } from './gateway-fields.tsx';

interface GatewayDialogProps {
  readonly draft: GatewayDraft;
  readonly onClose: () => void;
}

export function GatewayDialog({ draft, onClose }: GatewayDialogProps) {
  const text = useText();
  const { say } = useToasts();
  const undo = useUndo();
  const { data: properties = [] } = useAnswer('properties.list', {});
  const { form, submit, isSending, refusal } = useDraftForm({
    initial: draft,
    read: (typed) => readGateway(typed, properties, text),
    send: (fields) => ask('gateways.create', fields),
    onSent: () => {
      say(text.gateways.saved, { label: text.common.undo, run: () => void undo() });
      onClose();
    },
  });
  return (
    <FormDialog
      title={text.gateways.create}
      action={text.common.create}
      onClose={onClose}
      onSubmit={() => void submit()}
      isSending={isSending}
      refusal={refusal}
    >
      <GatewayFormFields form={form} properties={properties} />
    </FormDialog>
  );
}
