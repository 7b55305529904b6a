/** A PDF the office made, over the page: to be read first, and saved from there. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ValueOf } from '#shared/contract/contract.ts';
import type { OfficeRefusal } from '../../lib/office.ts';
import { useText } from '../../lib/text.tsx';
import { Answered } from '../answered.tsx';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { PdfPreview } from './pdf-preview.tsx';

interface ShownPdfProps {
  readonly title: string;
  readonly answer: UseQueryResult<ValueOf<'documents.preview'>, OfficeRefusal | Error>;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

export function ShownPdf({ title, answer, onSave, onClose }: ShownPdfProps) {
  const text = useText();
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="huge"
      isDismissable
      actions={
        <Button variant="primary" isDisabled={answer.data === undefined} onPress={onSave}>
          {text.billLife.savePdf}
        </Button>
      }
    >
      <div className="pdf-dialog">
        <Answered answer={answer}>{({ pdf }) => <PdfPreview name={title} bytes={pdf} />}</Answered>
      </div>
    </Dialog>
  );
}
