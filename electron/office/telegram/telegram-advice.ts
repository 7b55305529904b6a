/** The German sentences of telegrams that could not be read: what happened, why, what to do. */
import type { MeterAddress } from '#shared/model/reading.ts';
import { formatAddress } from './meter-address.ts';
import type { ProprietaryKind } from './proprietary.ts';
import type { TelegramErrorCode, TelegramLayer } from './telegram-outcome.ts';

const LAYER_NAMES: Readonly<Record<TelegramLayer, string>> = {
  link: 'Verbindungsschicht',
  'extended link': 'erweiterte Verbindungsschicht',
  authentication: 'Authentisierungsschicht',
  transport: 'Transportschicht',
  application: 'Anwendungsschicht',
};

/** What a sentence may mention: addresses, a mode, a position, never a key or a value. */
export interface AdviceDetails {
  readonly layer: TelegramLayer;
  readonly keyAddress: MeterAddress | null;
  readonly mode: number | null;
  readonly offset: number | null;
  readonly proprietary: ProprietaryKind | null;
}

/** The parts of the sentences as text. */
interface Words {
  readonly device: string;
  readonly layer: string;
  readonly mode: string;
  readonly offset: string;
  readonly kind: string;
}

const SENTENCES: Readonly<Record<TelegramErrorCode, (words: Words) => string>> = {
  TRUNCATED: ({ layer }) =>
    `Das Telegramm ist abgeschnitten (${layer}). Prüfen Sie Empfang und Weiterleitung des Gateways; das nächste Telegramm des Geräts ersetzt es.`,
  CRC_ERROR: ({ layer }) =>
    `Die Prüfsumme stimmt nicht (${layer}), der Funkempfang war gestört. Warten Sie auf das nächste Telegramm; häuft es sich, prüfen Sie den Standort des Gateways.`,
  NO_KEY: ({ device, layer }) =>
    `Für ${device} ist kein Schlüssel hinterlegt (${layer}). Importieren Sie die Schlüsseldatei des Herstellers; gespeicherte Telegramme werden dann nachträglich gelesen.`,
  WRONG_KEY: ({ device, layer }) =>
    `Kein hinterlegter Schlüssel passt zu ${device} (${layer}). Fordern Sie den Schlüssel dieses Geräts an; der eines Nachbargeräts hilft nicht.`,
  WRONG_KEY_SUSPECTED: ({ device, layer }) =>
    `Der Schlüssel für ${device} scheint nur zufällig zu passen, denn der Inhalt ergibt keine Datensätze (${layer}). Prüfen Sie den Schlüssel; es wurden keine Werte übernommen.`,
  MAC_FAILED: ({ device, layer }) =>
    `Der Schlüssel für ${device} passt, der Authentisierungscode aber nicht (${layer}): Das Telegramm wurde unterwegs verändert. Es wurden keine Werte übernommen; häuft es sich, prüfen Sie das Gateway.`,
  PROPRIETARY_CI: ({ kind }) =>
    `Das Gerät sendet ein Herstellerformat (${kind}), das nicht gelesen werden kann. Lassen Sie es vom Hersteller auf OMS umstellen oder lesen Sie es vor Ort ab.`,
  UNSUPPORTED_SECURITY_MODE: ({ device, layer, mode }) =>
    `Der Sicherheitsmodus ${mode} von ${device} wird nicht unterstützt (${layer}). Lassen Sie das Gerät auf OMS-Modus 5 oder 7 umstellen.`,
  UNSUPPORTED_FRAGMENT: ({ layer }) =>
    `Das Telegramm ist nur ein Teil einer längeren Nachricht (${layer}) und wird nicht gelesen. Schalten Sie am Gerät die Aufteilung ab.`,
  COMPACT_FORMAT_UNKNOWN: ({ layer }) =>
    `Das Kurztelegramm kann erst gelesen werden, wenn ein vollständiges Telegramm oder ein Formattelegramm dieser Baureihe empfangen wurde (${layer}). Es bleibt gespeichert und wird dann nachgelesen.`,
  UNPARSEABLE: ({ layer, offset }) =>
    `Der Inhalt ist ab Byte ${offset} nicht lesbar (${layer}). Melden Sie Gerät und Telegramm; es wurden keine Werte übernommen.`,
};

/** The sentence for one error code. */
export function adviseOn(code: TelegramErrorCode, details: AdviceDetails): string {
  const { layer, keyAddress, mode, offset, proprietary } = details;
  return SENTENCES[code]({
    device: keyAddress === null ? 'das Gerät' : formatAddress(keyAddress),
    layer: LAYER_NAMES[layer],
    mode: String(mode ?? 'unbekannt'),
    offset: String(offset ?? 0),
    kind: proprietary === null ? 'unbekannt' : `${proprietary.maker}, ${proprietary.kind}`,
  });
}
