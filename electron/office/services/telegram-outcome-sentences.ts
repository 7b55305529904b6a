/** What it means for the office when many telegrams ended the same way; the single telegram has its own sentence. */
import type { TelegramErrorCode } from '../telegram/telegram-outcome.ts';

const SENTENCES: Readonly<Record<TelegramErrorCode, string>> = {
  TRUNCATED: 'abgeschnitten empfangen; bitte Empfang und Weiterleitung des Gateways prüfen',
  CRC_ERROR: 'gestört empfangen; häuft es sich, bitte den Standort des Gateways prüfen',
  NO_KEY: 'ohne hinterlegten Schlüssel; bitte die Schlüsseldatei des Herstellers einlesen',
  WRONG_KEY: 'mit falschem Schlüssel; bitte den Schlüssel des Geräts anfordern',
  WRONG_KEY_SUSPECTED: 'mit vermutlich falschem Schlüssel; bitte den Schlüssel prüfen',
  MAC_FAILED: 'unterwegs verändert; es wurden keine Werte übernommen, bitte das Gateway prüfen',
  PROPRIETARY_CI: 'im Herstellerformat; bitte auf OMS umstellen lassen oder vor Ort ablesen',
  UNSUPPORTED_SECURITY_MODE:
    'in einem nicht unterstützten Sicherheitsmodus; bitte auf Modus 5 oder 7 umstellen',
  UNSUPPORTED_FRAGMENT: 'als Teil einer längeren Nachricht; bitte die Aufteilung am Gerät abschalten',
  COMPACT_FORMAT_UNKNOWN:
    'als Kurztelegramm ohne bekanntes Format; sie werden nachgelesen, sobald es eintrifft',
  UNPARSEABLE: 'mit unlesbarem Inhalt; bitte Gerät und Telegramm melden',
};

/** The codes that mean a telegram could not be read, each with its sentence part. */
export const UNREADABLE: ReadonlyMap<string, string> = new Map(Object.entries(SENTENCES));
