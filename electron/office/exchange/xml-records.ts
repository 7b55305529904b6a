/** The repeated elements of an XML document as flat records; made for delivery files, which nest no deeper. */
import { Parser } from 'saxen';

/** Texts by the name of their element. A `Name` beside a `Value` names that value. */
export type XmlRecord = ReadonlyMap<string, string>;

/** The name of the outermost element, and the texts of every element called `recordName` below it. */
export interface XmlDocument {
  readonly root: string;
  readonly records: readonly XmlRecord[];
  /** Texts outside of any record. */
  readonly texts: XmlRecord;
}

/** Reads a document; null when it is not well-formed. Entities are decoded, a document type is never followed. */
export function readXmlRecords(xml: string, recordNames: readonly string[]): XmlDocument | null {
  let root: string | null = null;
  let isMalformed = false;
  let depth = 0;
  let record: Map<string, string> | null = null;
  let namedBefore: string | null = null;
  const records: XmlRecord[] = [];
  const texts = new Map<string, string>();
  const path: { readonly name: string; text: string }[] = [];
  const parser = new Parser();
  parser.on('error', () => {
    isMalformed = true;
  });
  parser.on('openTag', (qualified, _attributes, _decode, isSelfClosing) => {
    const name = localName(qualified);
    root ??= name;
    depth += 1;
    if (recordNames.includes(name)) record = new Map();
    // A closing tag follows a self-closing one too.
    path.push({ name: isSelfClosing ? '' : name, text: '' });
  });
  parser.on('text', (text, decode) => {
    const open = path.at(-1);
    if (open) open.text += decode(text);
  });
  parser.on('cdata', (text) => {
    const open = path.at(-1);
    if (open) open.text += text;
  });
  parser.on('closeTag', (qualified) => {
    const name = localName(qualified);
    const closed = path.pop();
    depth -= 1;
    if (record !== null && recordNames.includes(name)) {
      records.push(record);
      record = null;
      return;
    }
    const text = closed?.text.trim() ?? '';
    if (text === '') return;
    if (name === 'Name') namedBefore = text;
    const into = record ?? texts;
    const title = name === 'Value' && namedBefore !== null ? namedBefore : name;
    if (name === 'Value') namedBefore = null;
    if (!into.has(title)) into.set(title, text);
  });
  parser.parse(xml);
  return isMalformed || root === null || depth !== 0 ? null : { root, records, texts };
}

function localName(qualified: string): string {
  return qualified.slice(qualified.indexOf(':') + 1);
}
