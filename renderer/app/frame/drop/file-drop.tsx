/** The whole window as a place for files: shows that it takes one, and hands it to the office, which knows what it is. */
import { useNavigate } from '@tanstack/react-router';
import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { MOST_DROPPED_BYTES } from '#shared/contract/dropped.ts';
import type { OpenedDelivery } from '#shared/contract/keys.ts';
import { DeliveryDialog } from '../../../features/keys/delivery-dialog.tsx';
import { useText } from '../../../lib/text.tsx';
import { useToasts } from '../../../lib/toasts.ts';
import { useAction } from '../../../lib/use-action.ts';
import { useFileDrop } from './use-file-drop.ts';

/** The office takes no longer names; only the beginning is ever shown. */
const LONGEST_NAME = 200;

export function FileDrop() {
  const words = useText().dropped;
  const { complain } = useToasts();
  const navigate = useNavigate();
  const [opened, setOpened] = useState<OpenedDelivery | null>(null);
  const read = useAction('dropped.read', {
    onDone: (result) => {
      if (result.kind === 'delivery') setOpened(result.opened);
      else void navigate({ to: '/pull' });
    },
  });
  const take = async (file: File): Promise<void> => {
    const name = file.name.slice(0, LONGEST_NAME);
    if (file.size > MOST_DROPPED_BYTES) return complain(words.tooLarge(name));
    const content = await contentOf(file);
    if (content === null) return complain(words.unreadable(name));
    await read.run({ name, modifiedAt: new Date(file.lastModified).toISOString(), content });
    // It may have held keys, and whoever asked remembers what he asked with.
    content.fill(0);
  };
  const isOver = useFileDrop(([file, another]) => {
    if (document.querySelector('[role="dialog"]') !== null || read.isRunning) complain(words.dialogFirst);
    else if (another !== undefined) complain(words.onlyOne);
    else if (file !== undefined) void take(file);
  });
  return (
    <>
      {isOver || read.isRunning ? (
        <div className="drop-zone" role="status">
          <FileDown size={40} aria-hidden />
          <strong>{read.isRunning ? words.reading : words.here}</strong>
          {read.isRunning ? null : <span>{words.what}</span>}
        </div>
      ) : null}
      {opened === null ? null : <DeliveryDialog opened={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

/** Null for a folder, and for a file that went away. */
async function contentOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}
