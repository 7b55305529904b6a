/** The sheet with a vault's recovery code, for a safe place on paper. */
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { Result } from '#shared/model/result.ts';
import { RECOVERY_TEXT } from '#shared/text/documents/recovery-sheet.ts';
import { formatDate } from '#shared/text/format.ts';
import { openFaces } from './drawing/faces.ts';
import { heading, list, paragraph } from './model/blocks.ts';
import type { PrintedDocument } from './model/printed-document.ts';
import type { NotPrintable } from './model/printable.ts';
import { renderDocument } from './render.ts';

export interface RecoverySheetInput {
  /** The code in the groups it is typed in. */
  readonly code: readonly string[];
  readonly vaultId: string;
  readonly issuedOn: PlainDate;
  readonly officeName: string;
}

/**
 * The PDF of a recovery sheet, one page. The code is in its text: whoever holds the bytes can open the vault. Its
 * words do not stay in the memory of the faces.
 */
export async function renderRecoverySheet(
  input: RecoverySheetInput,
): Promise<Result<Uint8Array, NotPrintable>> {
  try {
    return await renderDocument(recoverySheet(input));
  } finally {
    for (const face of Object.values(openFaces())) face.forgetWords();
  }
}

/** What the sheet says. */
export function recoverySheet(input: RecoverySheetInput): PrintedDocument {
  const { facts, keep, use } = RECOVERY_TEXT;
  return {
    title: RECOVERY_TEXT.title,
    description: RECOVERY_TEXT.description,
    documentNumber: input.vaultId,
    issuedOn: input.issuedOn,
    office: { name: input.officeName, address: [] },
    facts: [
      { label: facts.vault, value: input.vaultId },
      { label: facts.date, value: formatDate(input.issuedOn) },
      { label: facts.groups, value: `${input.code.length}` },
    ],
    sections: [
      {
        orientation: 'portrait',
        blocks: [
          paragraph(RECOVERY_TEXT.introduction),
          heading(RECOVERY_TEXT.code),
          { kind: 'code', groups: input.code },
          heading(keep.heading),
          list(keep.items),
          heading(use.heading),
          list(use.items),
        ],
      },
    ],
  };
}
