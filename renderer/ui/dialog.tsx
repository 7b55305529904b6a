/** A dialog over the page: a title, a body that scrolls, and its actions. Esc closes it and gives focus back. */
import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../lib/text.tsx';
import { IconButton } from './button.tsx';
import { useLostFocus } from './use-lost-focus.ts';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly size?: 'normal' | 'wide' | 'huge';
  /** A click beside the dialog closes it, where nothing typed would be lost. */
  readonly isDismissable?: boolean;
  readonly children: ReactNode;
  /** The actions, the main one last. */
  readonly actions?: ReactNode;
}

export function Dialog(props: DialogProps) {
  const { isOpen, onClose, size = 'normal', isDismissable = false } = props;
  return (
    <ModalOverlay
      className="veil"
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable={isDismissable}
    >
      <Modal className="modal" data-size={size}>
        <DialogContent {...props} />
      </Modal>
    </ModalOverlay>
  );
}

function DialogContent({ title, onClose, children, actions }: DialogProps) {
  const text = useText();
  const dialog = useRef<HTMLElement>(null);
  useLostFocus(dialog, onClose);
  return (
    <AriaDialog className="dialog" ref={dialog}>
      <div className="dialog-head">
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        <IconButton label={text.common.close} keys="Esc" onPress={onClose}>
          <X size={18} aria-hidden />
        </IconButton>
      </div>
      <div className="dialog-body">{children}</div>
      {actions === undefined ? null : <div className="dialog-foot">{actions}</div>}
    </AriaDialog>
  );
}
