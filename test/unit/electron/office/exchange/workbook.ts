/** Writes small spreadsheets (.xlsx), for tests: texts as texts, numbers as numbers. */
import { strToU8, zipSync } from 'fflate';

function cellXml(value: string | number): string {
  if (typeof value === 'number') return `<c><v>${value}</v></c>`;
  return `<c t="inlineStr"><is><t>${value}</t></is></c>`;
}

/** One sheet of rows. A number may be given as text to keep its spelling: `{ number: '1.23457E+31' }`. */
export function workbook(
  rows: readonly (readonly (string | number | { readonly number: string })[])[],
): Buffer {
  const data = rows
    .map((cells, row) => {
      const inside = cells.map((value, column) => {
        const at = `r="${String.fromCodePoint(65 + column)}${row + 1}"`;
        const xml = typeof value === 'object' ? `<c><v>${value.number}</v></c>` : cellXml(value);
        return xml.replace('<c', `<c ${at}`);
      });
      return `<row r="${row + 1}">${inside.join('')}</row>`;
    })
    .join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        `<?xml version="1.0"?><Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
      ),
      '_rels/.rels': strToU8(
        `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      'xl/workbook.xml': strToU8(
        `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Tabelle1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`,
      ),
    }),
  );
}
