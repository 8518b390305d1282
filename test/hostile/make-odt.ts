import type { HostileFile } from './hostile-file.ts';
import { utf8 } from './hostile-file.ts';
import { deflatedRun, type Entry, makeZip } from './make-zip.ts';

const open =
  '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>';
const close = '</office:text></office:body></office:document-content>';
const mimetype: Entry = { name: 'mimetype', data: utf8('application/vnd.oasis.opendocument.text'), stored: true };
const manifest: Entry = {
  name: 'META-INF/manifest.xml',
  data: utf8('<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'),
};

export const goodContent = `${open}<text:h text:outline-level="1">Minnesanteckningar</text:h><text:p>Datum: 2026-03-05</text:p><text:list><text:list-item><text:p>Första punkten</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>År</text:p></table:table-cell></table:table-row></table:table>${close}`;

/** An ODT with this XML as its content. */
export function odt(content: string): Uint8Array {
  return makeZip([mimetype, manifest, { name: 'content.xml', data: utf8(content) }]);
}

const body = (inside: string) => odt(open + inside + close);

/** OpenDocument texts that are made to do harm. */
export const hostileOdt: readonly HostileFile[] = [
  {
    name: 'bomb-1gb.odt',
    bytes: () => makeZip([mimetype, { name: 'content.xml', ...deflatedRun(1024, 0x41) }]),
    expect: ['document.unpacksTooLarge'],
  },
  {
    name: 'laughs.odt',
    bytes: () => odt(`<!DOCTYPE x [<!ENTITY a "b">]>${open}<text:p>&a;</text:p>${close}`),
    expect: ['document.forbiddenXml'],
  },
  {
    name: 'deep.odt',
    bytes: () => body(`${'<text:section>'.repeat(100_000)}${'</text:section>'.repeat(100_000)}`),
    expect: ['document.tooMuch'],
  },
  {
    name: 'spaces-a-billion-times.odt',
    bytes: () => body('<text:p>a<text:s text:c="1000000000"/>b</text:p>'),
    expect: ['read', 'document.tooMuch', 'document.damaged'],
  },
  {
    name: 'columns-a-billion-times.odt',
    bytes: () =>
      body(
        '<table:table><table:table-row><table:table-cell table:number-columns-repeated="1000000000"><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
      ),
    expect: ['read', 'document.tooMuch', 'document.damaged'],
  },
  {
    name: 'rows-a-billion-times.odt',
    bytes: () =>
      body(
        '<table:table><table:table-row table:number-rows-repeated="1000000000"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
      ),
    expect: ['read', 'document.tooMuch', 'document.damaged'],
  },
  { name: 'without-content.odt', bytes: () => makeZip([mimetype, manifest]), expect: ['document.damaged'] },
  {
    name: 'spreadsheet.ods',
    bytes: () => makeZip([{ ...mimetype, data: utf8('application/vnd.oasis.opendocument.spreadsheet') }]),
    expect: ['document.formatNotRead'],
  },
];
