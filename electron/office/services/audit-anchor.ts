/**
 * The anchor: where the audit ended, kept outside the database. An older copy of the files put back is whole in
 * itself; only somebody who remembers more can tell.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import { auditHead, findAuditEntry } from '../store/audit.ts';
import { lastBundleId } from '../store/bundles.ts';
import { changeMasterData } from '../store/change.ts';
import { replaceDurably, systemFiles, type Files } from '../vault/files.ts';
import type { UnlockedVault } from '../vault/unlocked-vault.ts';
import { deskOf, type OfficeSession } from './office-session.ts';

/** Keeps one anchor a vault, on another medium or at least in another folder than the data. */
export interface AnchorStore {
  load(vaultId: string): Buffer | null;
  save(vaultId: string, anchor: Buffer): void;
}

/** Anchors as files in a folder of their own. */
export class FileAnchorStore implements AnchorStore {
  readonly #folder: string;
  readonly #files: Files;

  constructor(folder: string, files: Files = systemFiles) {
    this.#folder = folder;
    this.#files = files;
  }

  #pathOf(vaultId: string): string {
    return join(this.#folder, `${vaultId}.anchor.json`);
  }

  load(vaultId: string): Buffer | null {
    const path = this.#pathOf(vaultId);
    return this.#files.exists(path) ? this.#files.read(path) : null;
  }

  save(vaultId: string, anchor: Buffer): void {
    this.#files.createFolder(this.#folder);
    replaceDurably(this.#files, this.#pathOf(vaultId), anchor);
  }
}

const anchorContent = z.strictObject({
  vaultId: z.string(),
  generation: z.int().min(1),
  /** Of `vault.json`: a revoked access must not come back with an old copy. */
  revision: z.int().min(1),
  seq: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The newest bundle: telegrams arrive without an audit entry and must not vanish either. */
  lastBundleId: z.int().min(0),
  at: z.iso.datetime(),
});
const sealedAnchor = anchorContent.extend({ seal: z.string().regex(/^[0-9a-f]{64}$/) });

type AnchorContent = z.infer<typeof anchorContent>;

function sealOf(content: AnchorContent, key: Buffer): Buffer {
  return createHmac('sha256', key)
    .update('anchor/v1')
    .update(JSON.stringify(anchorContent.parse(content)))
    .digest();
}

/** Of a session what the anchor looks at. */
export type Anchorable = Pick<OfficeSession, 'vault' | 'store' | 'clock'>;

/** The anchor of a session as it stands, sealed: for the anchor's file, a backup, a printed report. */
export function anchorOf({ vault, store, clock }: Anchorable): Buffer {
  const head = auditHead(store);
  const content: AnchorContent = {
    vaultId: vault.vaultId,
    generation: vault.generation,
    revision: vault.content.revision,
    seq: head.seq,
    hash: head.hash.toString('hex'),
    lastBundleId: lastBundleId(store),
    at: clock().toISOString(),
  };
  return Buffer.from(JSON.stringify({ ...content, seal: sealOf(content, vault.auditKey).toString('hex') }));
}

function readAnchor(bytes: Buffer, vault: UnlockedVault): AnchorContent | null {
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
  const parsed = sealedAnchor.safeParse(json);
  if (!parsed.success) return null;
  const { seal, ...content } = parsed.data;
  const key = vault.auditKeys.get(content.generation);
  const isGenuine =
    key !== undefined &&
    content.vaultId === vault.vaultId &&
    timingSafeEqual(Buffer.from(seal, 'hex'), sealOf(content, key));
  return isGenuine ? content : null;
}

export type AnchorFailure = Failure<'ROLLED_BACK' | 'ANCHOR_FORGED'>;

function rolledBack(what: string): { readonly ok: false; readonly error: AnchorFailure } {
  return fail({
    code: 'ROLLED_BACK',
    message: `${what} Es fehlt, was danach geschah. Bitte prüfen Sie, ob jemand eine alte Kopie zurückgespielt hat; bis dahin ist der Bestand nur lesbar.`,
  });
}

/**
 * Compares a session with what was last known of it: `anchored` when everything known is still there, `new` when there
 * is no anchor (first start on this device, or it was removed). `ROLLED_BACK` when database or vault are older than the
 * anchor or another branch of history, `ANCHOR_FORGED` when the anchor is not this vault's.
 */
export function checkAnchor(
  session: Anchorable,
  anchors: AnchorStore,
): Result<'anchored' | 'new', AnchorFailure> {
  const { vault, store } = session;
  const bytes = anchors.load(vault.vaultId);
  if (bytes === null) return succeed('new');
  const anchor = readAnchor(bytes, vault);
  if (anchor === null)
    return fail({
      code: 'ANCHOR_FORGED',
      message:
        'Der Vergleichswert für das Protokoll wurde verändert oder gehört zu einem anderen Bestand. Bitte klären Sie, wer Zugriff auf dieses Gerät hat.',
    });
  const day = `${anchor.at.slice(8, 10)}.${anchor.at.slice(5, 7)}.${anchor.at.slice(0, 4)}`;
  if (vault.generation < anchor.generation || vault.content.revision < anchor.revision)
    return rolledBack(`Der Tresor ist älter als der zuletzt am ${day} benutzte.`);
  const known = anchor.seq === 0 ? null : findAuditEntry(store, anchor.seq);
  const isSameHistory = anchor.seq === 0 || known?.hash.toString('hex') === anchor.hash;
  if (!isSameHistory || lastBundleId(store) < anchor.lastBundleId)
    return rolledBack(`Die Datenbank ist älter als die zuletzt am ${day} benutzte.`);
  return succeed('anchored');
}

/** Moves the anchor to where the session is now. Call it when a session ends and after what must not be undone. */
export function moveAnchor(session: Anchorable, anchors: AnchorStore): void {
  anchors.save(session.vault.vaultId, anchorOf(session));
}

/** As `moveAnchor`, where the anchor's medium may be gone: the older one still holds, it only proves less. */
export function moveAnchorIfPossible(session: Anchorable, anchors: AnchorStore): void {
  try {
    moveAnchor(session, anchors);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

/**
 * Checks the anchor of a session that was just opened. When it does not fit, store and vault refuse every change, the
 * reason with it, until `acceptRollback`: whatever reaches them, there is no other way in.
 */
export function closeIfRolledBack(
  session: Anchorable,
  anchors: AnchorStore,
): Result<'anchored' | 'new', AnchorFailure> {
  const anchored = checkAnchor(session, anchors);
  if (anchored.ok) return anchored;
  const because = { code: 'ROLLED_BACK', message: anchored.error.message } as const;
  session.store.closeToChanges(because);
  session.vault.closeToChanges(because);
  return anchored;
}

/** Goes on with an older state, knowingly: that it was accepted, by whom and why stays in the audit. */
export function acceptRollback(
  session: OfficeSession,
  anchors: AnchorStore,
  reason: string,
): Result<void, Failure> {
  const { store, vault } = session;
  const refused = store.closedBecause;
  const act = { action: 'rollback.accept', reason };
  store.openToChanges();
  const noted = changeMasterData(store, deskOf(session), act, (change) =>
    change.note('store', { head: auditHead(store).seq }),
  );
  if (!noted.ok) {
    if (refused !== null) store.closeToChanges(refused);
    return noted;
  }
  vault.openToChanges();
  moveAnchor(session, anchors);
  return succeed(undefined);
}
