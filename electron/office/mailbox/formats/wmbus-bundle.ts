/** Our own format `wmbus-bundle/1`: JSON with telegrams as rows or as objects. */
import { z } from 'zod';
import { fail, succeed } from '#shared/model/result.ts';
import type { BundleFormat, ReceivedTelegram } from './bundle-format.ts';
import { parseJson } from './parse-json.ts';
import { parseInstant, parseRssi, parseTelegramBase64, parseTelegramHex } from './telegram-hex.ts';

const envelope = z.object({
  v: z.literal(1).optional(),
  gw: z.string().min(1).max(128),
  epoch: z.union([z.int().nonnegative(), z.string().min(1).max(64)]).optional(),
  seq: z.int().nonnegative(),
  sent: z.string().optional(),
  t: z.array(z.unknown()),
});

/** `[at, rssi, mode, hex]`. */
const row = z.tuple([z.unknown(), z.unknown(), z.unknown(), z.string()]);
const object = z.object({
  at: z.unknown().optional(),
  rssi: z.unknown().optional(),
  hex: z.string().optional(),
  b64: z.string().optional(),
});

function readTelegram(item: unknown, sentAt: Date): ReceivedTelegram | null {
  const asRow = row.safeParse(item);
  const fields = asRow.success
    ? { at: asRow.data[0], rssi: asRow.data[1], hex: asRow.data[3], b64: undefined }
    : object.safeParse(item).data;
  if (fields === undefined) return null;
  const bytes =
    fields.hex === undefined ? parseTelegramBase64(fields.b64 ?? '') : parseTelegramHex(fields.hex);
  return bytes && { receivedAt: parseInstant(fields.at) ?? sentAt, rssi: parseRssi(fields.rssi), bytes };
}

export const wmbusBundle: BundleFormat = {
  name: 'wmbus-bundle',
  recognises: (text) => text.startsWith('{') && /"t"\s*:\s*\[/.test(text),
  read: (text, arrivedAt) => {
    const parsed = envelope.safeParse(parseJson(text));
    if (!parsed.success)
      return fail({
        code: 'DAMAGED',
        message:
          'Das Bündel ist unvollständig oder nicht nach wmbus-bundle/1 aufgebaut. Es bleibt unverändert liegen. ' +
          'Bitte prüfen Sie die Einstellungen des Gateways.',
      });
    const { gw, epoch, seq, sent, t } = parsed.data;
    const sentAt = parseInstant(sent);
    const telegrams = t
      .map((item) => readTelegram(item, sentAt ?? arrivedAt))
      .filter((item) => item !== null);
    return succeed({
      gateway: gw,
      epoch: epoch === undefined ? null : String(epoch),
      seq,
      sentAt,
      telegrams,
      skippedRows: t.length - telegrams.length,
    });
  },
};
