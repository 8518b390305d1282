import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Language } from '../../../kernel/language.ts';
import { uaNamespace, uaSchema } from '../ua-schema.ts';
import { escapeXml } from '../xml.ts';
import { textString } from './pdf-value.ts';

/** What a merged file says of itself as a whole. */
export type MergedHead = {
  readonly title: string;
  readonly author: string;
  readonly language: Language;
  readonly date: CivilDate;
};

/** The names of languages in tags of a file (BCP 47), as the typesetter writes them. */
export const languageTags = { sv: 'sv-SE', en: 'en-GB' } as const satisfies Record<Language, string>;

const program = 'Kansli';

/**
 * The metadata of a merged file: that it is PDF/UA-1 and PDF/A-2a, its title, author, language and day. It says the same as {@link infoOf}, which
 * ISO 19005-2 (6.6.3) asks of a file that has both.
 */
export function xmpOf(head: MergedHead): Uint8Array {
  const date = `${head.date}T00:00:00Z`;
  return new TextEncoder().encode(
    [
      '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
      '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"',
      ` xmlns:pdfuaid="${uaNamespace}" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">`,
      `<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(head.title)}</rdf:li></rdf:Alt></dc:title>`,
      `<dc:creator><rdf:Seq><rdf:li>${escapeXml(head.author)}</rdf:li></rdf:Seq></dc:creator>`,
      `<dc:language><rdf:Bag><rdf:li>${languageTags[head.language]}</rdf:li></rdf:Bag></dc:language>`,
      `<xmp:CreatorTool>${program}</xmp:CreatorTool><xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>`,
      '<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>',
      `<pdfaExtension:schemas><rdf:Bag>${uaSchema}</rdf:Bag></pdfaExtension:schemas>`,
      '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>',
    ].join(''),
  );
}

/** The older form of the same, which many readers still look at. */
export function infoOf(head: MergedHead): string {
  const date = `(D:${head.date.replaceAll('-', '')}000000Z)`;
  return `<</Title${textString(head.title)}/Author${textString(head.author)}/Creator(${program})/CreationDate${date}/ModDate${date}>>`;
}
