/** What shell and office process say to each other. Each side checks every message on arrival. */
import { z } from 'zod';
import { officeEvent } from '#shared/contract/events.ts';
import { officeFailure } from '#shared/contract/failure.ts';

const messageId = z.int().positive();
const path = z.string().min(1).max(4096);
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

const sender = z.strictObject({
  isOwnWindow: z.boolean(),
  isTopFrame: z.boolean(),
  origin: z.string().max(300),
});

/** Why the office was locked without anybody asking for it. */
export const lockCause = z.enum(['idle', 'suspend', 'screenLocked']);
export type LockCause = z.output<typeof lockCause>;

/** A question of the office to the desktop: a dialog, the file manager, the keychain. */
export const desktopQuestion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chooseFolder'), title: z.string() }),
  z.strictObject({ kind: z.literal('chooseFile'), title: z.string(), extensions: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('chooseNewFile'), title: z.string(), suggestedName: z.string() }),
  z.strictObject({ kind: z.literal('showFolder'), folder: path }),
  z.strictObject({ kind: z.literal('loadDeviceSecret'), vaultId: z.string() }),
  z.strictObject({
    kind: z.literal('saveDeviceSecret'),
    vaultId: z.string(),
    secret: bytes,
  }),
]);
export type DesktopQuestion = z.output<typeof desktopQuestion>;

/** The answer to each kind of question. */
export const desktopAnswers = {
  chooseFolder: path.nullable(),
  chooseFile: path.nullable(),
  chooseNewFile: path.nullable(),
  showFolder: z.null(),
  /** Missing is null; an unreachable keychain is the string. */
  loadDeviceSecret: z.union([bytes, z.null(), z.literal('unavailable')]),
  saveDeviceSecret: z.enum(['saved', 'unavailable']),
} as const satisfies Record<DesktopQuestion['kind'], z.ZodType>;

/** The answer to one kind of question. */
export type DesktopAnswer<Kind extends DesktopQuestion['kind']> = z.output<(typeof desktopAnswers)[Kind]>;

export const toOffice = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('ask'),
    id: messageId,
    channel: z.string().max(100),
    payload: z.unknown(),
    sender,
  }),
  z.strictObject({ type: z.literal('lock'), because: lockCause }),
  z.strictObject({ type: z.literal('desktopAnswer'), id: messageId, answer: z.unknown() }),
  z.strictObject({ type: z.literal('close') }),
]);
export type ToOffice = z.input<typeof toOffice>;

export const fromOffice = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({
    type: z.literal('reply'),
    id: messageId,
    reply: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), value: z.unknown() }),
      z.strictObject({ ok: z.literal(false), error: officeFailure }),
    ]),
  }),
  z.strictObject({ type: z.literal('event'), event: officeEvent }),
  /** So that the shell knows when to lock. */
  z.strictObject({ type: z.literal('session'), isOpen: z.boolean(), idleLockMinutes: z.int().positive() }),
  z.strictObject({ type: z.literal('desktopQuestion'), id: messageId, question: desktopQuestion }),
  /** All files are closed; the process may end. */
  z.strictObject({ type: z.literal('closed') }),
]);
export type FromOffice = z.input<typeof fromOffice>;
