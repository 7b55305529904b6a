/** What suppliers call the columns of their delivery files. */
import type { DeliveryColumn } from '#shared/contract/keys.ts';

/** The first that fits counts: a `Key-Typ` is no kind of device. Titles are compared as `plainWord` writes them. */
const TITLES: readonly (readonly [RegExp, DeliveryColumn])[] = [
  [/^(key|schluessel)(label|name|type|typ|art|bezeichnung)$|^bezeichnung$/, 'label'],
  [/key|schluessel|^aes|^dek$/, 'key'],
  [/hersteller|manufacturer|vendor|^flag|^mfct$/, 'manufacturer'],
  [
    /serien?n|seria|zaehlern|geraeten|geraeteid|meter(id|no|num)|device(id|no|num)|funkn|sekundaer|secondary/,
    'serial',
  ],
  [/^(id|nr|nummer|identnr|identifikation|adresse|address)$/, 'serial'],
  [/^(mess)?(geraete|zaehler)?(typ|art)$|^medium$|^(device|meter)?(type|kind)$/, 'kind'],
  [/^k(ges|gesamt)?(wert|faktor)?$|^(gesamt)?bewertungsfaktor|^(umrechnungs)?faktor$|^factor$/, 'factor'],
  [/^kq(wert|faktor)?$/, 'kq'],
  [/^kc(wert|faktor)?$/, 'kc'],
  [/^kt(wert|faktor)?$/, 'kt'],
  [/^skal|^(scale|scaling)$/, 'scale'],
  [/^(liegenschaft|objekt|gebaeude|property|building)(s?(nr|nummer|name|bezeichnung))?$/, 'property'],
  [/^(nutzeinheit|ne|we|wohnung|wohneinheit|whg|unit|flat)(s?(nr|nummer|name|bezeichnung))?$/, 'unit'],
  [/^(raum|zimmer|room)(nr|nummer|name|bezeichnung)?$/, 'room'],
  [/^(heizkoerper|hk|einbauort|einbaustelle|montageort|position|radiator)(nr|nummer)?$/, 'position'],
  [/einbau(datum|tag)|montage(datum|tag)|installiert|eingebaut|install(ation|ed)?(date|on)$/, 'installedOn'],
  [/geeichtbis|eich(ung)?(gueltig)?bis|eichende|eichablauf|eichfrist|calibrateduntil/, 'calibratedUntil'],
];

/** What a title means; null for one that is not known. */
export function kindOfTitle(title: string): DeliveryColumn | null {
  const word = plainWord(title);
  return TITLES.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/** Letters and digits in small letters, umlauts spelled out: `K-Wert` and `k wert` are the same word. */
export function plainWord(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]/g, '');
}
