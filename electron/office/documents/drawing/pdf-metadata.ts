/** What a file says about itself: PDF/UA-1 besides pdfkit's own PDF/A-3a, and info fields that survive any name. */

/**
 * The identification of PDF/UA-1, and the extension schema PDF/A asks for before it accepts such a property.
 * pdfkit's own `subset: 'PDF/UA'` writes a CIDSet that breaks the standard it announces; its PDF/A-3a does not.
 */
const PDF_UA_1 = `
        <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
                <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
                <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
                <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
                <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
                    <pdfaProperty:name>part</pdfaProperty:name>
                    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                    <pdfaProperty:category>internal</pdfaProperty:category>
                    <pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
                </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>`;

const XML_ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escapeXml(text: string): string {
  return text.replaceAll(/[&<>]/g, (character) => XML_ESCAPES[character] ?? character);
}

/** The method of pdfkit that writes the info fields into the XMP packet, as they are. Private: its version is pinned. */
const WRITE_INFO = '_addInfo';

interface InfoWriter {
  info: Record<string, unknown>;
  [WRITE_INFO]?: () => void;
}

/**
 * Declares PDF/UA-1 and makes pdfkit escape the info fields in the XMP packet: it copies them unescaped, and one
 * `&` in a name makes the packet unreadable and the file no PDF/A. Call once, before the document ends.
 */
export function completeMetadata(document: PDFKit.PDFDocument): void {
  document.appendXML(PDF_UA_1);
  const writer = document as unknown as InfoWriter;
  const writeInfo = writer[WRITE_INFO]?.bind(writer);
  if (writeInfo === undefined)
    throw new Error('this pdfkit no longer writes its XMP packet where we escape it');
  writer[WRITE_INFO] = () => {
    const plain = writer.info;
    writer.info = Object.fromEntries(
      Object.entries(plain).map(([key, value]) => [
        key,
        typeof value === 'string' ? escapeXml(value) : value,
      ]),
    );
    writeInfo();
    writer.info = plain;
  };
}
