/** JSON telegrams of ESPHome and the like: one object a line, or an array, with `frame` or `hex` in each. */
import { z } from 'zod';
import { fail, succeed } from '#shared/model/result.ts';
import type { BundleFormat, ReceivedTelegram } from './bundle-format.ts';
import { parseJson } from './parse-json.ts';
import { parseInstant, parseRssi, parseTelegramHex } from './telegram-hex.ts';
import { meaningfulLines, unnumbered } from './text-lines.ts';

const item = z.object({
  frame: z.string().optional(),
  hex: z.string().optional(),
  telegram: z.string().optional(),
  rssi: z.unknown().optional(),
  rssi_dbm: z.unknown().optional(),
  time: z.unknown().optional(),
  timestamp: z.unknown().optional(),
  at: z.unknown().optional(),
});

function readItem(value: unknown, arrivedAt: Date): ReceivedTelegram | null {
  const parsed = item.safeParse(value);
  if (!parsed.success) return null;
  const { frame, hex, telegram, rssi, rssi_dbm: rssiDbm, time, timestamp, at } = parsed.data;
  const bytes = parseTelegramHex(frame ?? hex ?? telegram ?? '');
  if (bytes === null) return null;
  const receivedAt = parseInstant(time) ?? parseInstant(timestamp) ?? parseInstant(at) ?? arrivedAt;
  return { receivedAt, rssi: parseRssi(rssi) ?? parseRssi(rssiDbm), bytes };
}

/** The objects of an array, of one object over several lines, or of one object a line. */
function itemsOf(text: string): unknown[] {
  const whole = parseJson(text);
  if (Array.isArray(whole)) return whole;
  return whole === undefined ? meaningfulLines(text).map(parseJson) : [whole];
}

export const esphomeJson: BundleFormat = {
  name: 'esphome-json',
  recognises: (text) => /^[{[]/.test(text) && /"(?:frame|hex|telegram)"\s*:\s*"[0-9a-f]{2}/i.test(text),
  read: (text, arrivedAt) => {
    const rows = itemsOf(text).map((value) => readItem(value, arrivedAt));
    return rows.every((row) => row === null) ? fail(NO_FRAMES) : succeed(unnumbered(rows));
  },
};

const NO_FRAMES = {
  code: 'DAMAGED',
  message: 'Die JSON-Zeilen enthalten kein vollständiges Telegramm. Sie bleiben unverändert liegen.',
} as const;
