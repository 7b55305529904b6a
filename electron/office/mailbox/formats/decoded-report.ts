/** Reports with decoded values and no telegrams: recognised, so that the user learns why nothing comes of them. */
import { fail } from '#shared/model/result.ts';
import type { BundleFailure } from './bundle-format.ts';

/** MUC reports in XML or JSON, and the JSON of wmbusmeters. */
const SIGNS: readonly RegExp[] = [
  /^<[^]{0,4000}?<muc[\s>]/i,
  /^<muc[\s>]/i,
  /^\{\s*"muc"\s*:/i,
  /^\{[^]{0,500}?"_"\s*:\s*"(?:telegram|decode)"/,
  /^\{[^]{0,500}?"meter"\s*:[^]{0,500}?"media"\s*:|^\{[^]{0,500}?"media"\s*:[^]{0,500}?"meter"\s*:/,
];

export function isDecodedReport(text: string): boolean {
  return SIGNS.some((sign) => sign.test(text));
}

export const DECODED_REPORT = fail<BundleFailure>({
  code: 'DECODED_ONLY',
  message:
    'Die Nachricht enthält schon entschlüsselte Werte und keine Telegramme. Sie bleibt unverändert liegen. ' +
    'Bitte stellen Sie das Gateway so ein, dass es die Telegramme unverändert weitergibt.',
});
