/** One document of a billing run, as it will be printed. */
import type { RunDocument } from '#shared/contract/documents.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useSavePdf } from '../../lib/use-save-pdf.ts';
import { ShownPdf } from '../../ui/pdf/shown-pdf.tsx';

interface RunDocumentDialogProps {
  readonly title: string;
  readonly runId: number;
  readonly document: RunDocument;
  readonly onClose: () => void;
}

export function RunDocumentDialog({ title, runId, document, onClose }: RunDocumentDialogProps) {
  const answer = useAnswer('documents.preview', { runId, document }, { isKept: false });
  const save = useSavePdf();
  return (
    <ShownPdf
      title={title}
      answer={answer}
      onSave={() => void save.run({ runId, document })}
      onClose={onClose}
    />
  );
}
