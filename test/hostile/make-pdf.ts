import { deflateSync } from 'node:zlib';
import { type HostileFile, latin } from './hostile-file.ts';
import { deflatedRun } from './make-zip.ts';

/** Writes objects 1, 2, 3 … with a table of where they stand, as a PDF. */
export function pdf(
  objects: readonly (string | Uint8Array)[],
  { trailer = '', startxref }: { trailer?: string; startxref?: number } = {},
): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe5\xe4\xf6\xc5\n', 'latin1')];
  let at = parts[0]!.length;
  const places = objects.map((object, index) => {
    const start = at;
    const bytes = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      typeof object === 'string' ? Buffer.from(object, 'latin1') : Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(bytes);
    at += bytes.length;
    return start;
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer<</Root 1 0 R/Size ${objects.length + 1}${trailer}>>\nstartxref\n${startxref ?? at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

export function stream(content: Uint8Array | string, more = ''): Uint8Array {
  const bytes = typeof content === 'string' ? latin(content) : content;
  return Buffer.concat([latin(`<</Length ${bytes.length}${more}>>stream\n`), bytes, latin('\nendstream')]);
}

const catalog = '<</Type/Catalog/Pages 2 0 R>>';
const onePage = '<</Type/Pages/Count 1/Kids[3 0 R]>>';
const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>';
const page = (more = '/Contents 4 0 R') =>
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>${more}>>`;
const lines = [
  'Kallelse till beredningen',
  'Datum: 2026-03-05',
  '1. Budget',
  '2. Val av justerare',
  'Beredningen beslutar',
  'att anta planen.',
];
const shown = lines.map((line, index) => `BT /F 12 Tf 72 ${760 - index * 20} Td (${line}) Tj ET`).join('\n');

/** A page with a few lines, as an old program would write it; mutations start from it. */
export const goodPdf = (): Uint8Array => pdf([catalog, onePage, page(), stream(shown), font]);

const withContent = (content: Uint8Array) => pdf([catalog, onePage, page(), content, font]);
const image = (width: number, height: number, filter: string, data = 'x') =>
  pdf([
    catalog,
    onePage,
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>`,
    stream('q 595 0 0 842 0 0 cm /I Do Q'),
    stream(
      data,
      `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace/DeviceRGB${filter}`,
    ),
  ]);
const flateBomb = (megabytes: number, times: number): Uint8Array => {
  const { data } = deflatedRun(megabytes, 0x20);
  let packed: Uint8Array = Buffer.concat([latin('\x78\xda'), data, latin('\0\0\0\x01')]);
  for (let time = 1; time < times; time += 1) packed = deflateSync(packed, { level: 9 });
  return withContent(stream(packed, `/Filter[${'/FlateDecode'.repeat(times)}]`));
};
const usual = ['read', 'document.damaged'] as const;
const stopped = ['document.tooSlow', 'document.tooMuchMemory', 'document.tooMuch'] as const;

/** PDF files that are made to do harm. */
export const hostilePdf: readonly HostileFile[] = [
  { name: 'flate-bomb-1gb.pdf', bytes: () => flateBomb(1024, 3), expect: ['document.unpacksTooLarge'] },
  { name: 'flate-bomb-200mb.pdf', bytes: () => flateBomb(200, 2), expect: ['document.unpacksTooLarge'] },
  {
    name: 'flate-bomb-1gb-in-one-layer.pdf',
    bytes: () => flateBomb(1024, 1),
    expect: ['document.unpacksTooLarge'],
  },
  {
    name: 'page-tree-that-goes-round.pdf',
    bytes: () => pdf([catalog, '<</Type/Pages/Count 1000000000/Kids[2 0 R 2 0 R]>>']),
    expect: [...usual, 'document.tooManyPages'],
  },
  {
    name: 'billion-pages.pdf',
    bytes: () => pdf([catalog, '<</Type/Pages/Count 1000000000/Kids[3 0 R]>>', page(), stream(shown), font]),
    expect: ['document.tooManyPages', ...usual],
  },
  {
    name: 'pages-less-than-none.pdf',
    bytes: () => pdf([catalog, '<</Type/Pages/Count -5/Kids[3 0 R]>>', page(), stream(shown), font]),
    expect: usual,
  },
  {
    name: 'hundred-thousand-pages.pdf',
    bytes: () =>
      pdf([catalog, `<</Type/Pages/Count 100000/Kids[${'3 0 R '.repeat(100_000)}]>>`, page(), stream(shown), font]),
    expect: ['document.tooManyPages'],
  },
  {
    name: 'three-hundred-pages.pdf',
    bytes: () => pdf([catalog, `<</Type/Pages/Count 300/Kids[${'3 0 R '.repeat(300)}]>>`, page(), stream(shown), font]),
    expect: ['read'],
  },
  {
    name: 'protected.pdf',
    bytes: () =>
      pdf(
        [
          catalog,
          onePage,
          page(),
          stream(shown),
          font,
          `<</Filter/Standard/V 2/R 3/Length 128/P -44/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>`,
        ],
        { trailer: '/Encrypt 6 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]' },
      ),
    expect: ['document.encrypted'],
  },
  {
    name: 'protected-in-an-unknown-way.pdf',
    bytes: () =>
      pdf([catalog, onePage, page(), stream(shown), font, '<</Filter/Other/V 99>>'], { trailer: '/Encrypt 6 0 R' }),
    expect: ['document.encrypted', 'document.damaged', 'read'],
  },
  { name: 'cut-off.pdf', bytes: () => goodPdf().subarray(0, 300), expect: usual },
  { name: 'only-the-sign.pdf', bytes: () => latin('%PDF-1.7'), expect: ['document.damaged'] },
  {
    name: 'sign-after-1000-bytes.pdf',
    bytes: () => Buffer.concat([Buffer.alloc(900, 0x20), goodPdf()]),
    expect: usual,
  },
  {
    name: 'wrong-startxref.pdf',
    bytes: () => pdf([catalog, onePage, page(), stream(shown), font], { startxref: 99_999_999 }),
    expect: ['read'],
  },
  {
    name: 'tables-that-refer-to-themselves.pdf',
    bytes: () => pdf([catalog, onePage, page(), stream(shown), font], { trailer: '/Prev 9' }),
    expect: usual,
  },
  {
    name: 'objects-in-themselves.pdf',
    bytes: () =>
      pdf([catalog, onePage, page(), stream('6 0 7 10 <<>>', '/Type/ObjStm/N 2/First 9/Extends 4 0 R'), '5 0 R']),
    expect: usual,
  },
  {
    name: 'length-that-refers-to-itself.pdf',
    bytes: () => withContent(latin(`<</Length 4 0 R>>stream\n${shown}\nendstream`)),
    expect: usual,
  },
  {
    name: 'drawing-within-itself.pdf',
    bytes: () =>
      pdf([
        catalog,
        onePage,
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>',
        stream('/X Do'),
        stream('/X Do /X Do', '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>'),
      ]),
    expect: [...usual, ...stopped],
  },
  {
    name: 'drawings-doubling-thirty-times.pdf',
    bytes: () => doubling(30),
    expect: [...usual, ...stopped, 'document.readerStopped'],
  },
  {
    name: 'arrays-100000-deep.pdf',
    bytes: () => withContent(stream(`${'['.repeat(100_000)}${']'.repeat(100_000)} TJ`)),
    expect: usual,
  },
  {
    name: 'dictionaries-100000-deep.pdf',
    bytes: () => pdf([`${'<</A'.repeat(100_000)} 1${'>>'.repeat(100_000)}`, onePage]),
    expect: [...usual, 'document.readerStopped'],
  },
  {
    name: 'states-saved-a-million-times.pdf',
    bytes: () => withContent(stream('q '.repeat(1_000_000))),
    expect: [...usual, ...stopped],
  },
  {
    name: 'million-letters-apart.pdf',
    bytes: () => withContent(stream(`BT /F 1 Tf ${'1 1 Td (a) Tj '.repeat(300_000)} ET`)),
    expect: [...usual, ...stopped],
  },
  {
    name: 'million-lines-drawn.pdf',
    bytes: () => withContent(stream(`${'0 0 m 9 9 l S '.repeat(300_000)}${shown}`)),
    expect: [...usual, ...stopped],
  },
  {
    name: 'page-of-no-size.pdf',
    bytes: () => pdf([catalog, onePage, page('/Contents 4 0 R').replace('595 842', '0 0'), stream(shown), font]),
    expect: usual,
  },
  {
    name: 'page-of-a-light-year.pdf',
    bytes: () => pdf([catalog, onePage, page('/Contents 4 0 R').replace('595 842', '1e30 1e30'), stream(shown), font]),
    expect: usual,
  },
  {
    name: 'letters-of-no-number.pdf',
    bytes: () => withContent(stream(`BT /F 1e400 Tf 1e308 -1e308 Td (text) Tj ET BT /F -0 Tf (mer) Tj ET ${shown}`)),
    expect: usual,
  },
  {
    name: 'zero-characters.pdf',
    bytes: () => withContent(stream('BT /F 12 Tf 72 700 Td (A\\000B\\000C) Tj ET')),
    expect: ['read'],
  },
  {
    name: 'picture-100000-square.pdf',
    bytes: () =>
      image(100_000, 100_000, '/Filter/FlateDecode', Buffer.from(deflateSync(Buffer.alloc(1000))).toString('latin1')),
    expect: [...usual, ...stopped],
  },
  {
    name: 'jbig2-of-60000-square.pdf',
    bytes: () => image(60_000, 60_000, '/Filter/JBIG2Decode'),
    expect: [...usual, ...stopped],
  },
  {
    name: 'jpx-without-end.pdf',
    bytes: () => image(20_000, 20_000, '/Filter/JPXDecode', '\0\0\0\x0cjP  \r\n\x87\n'),
    expect: [...usual, ...stopped],
  },
  {
    name: 'picture-that-is-no-jpeg.pdf',
    bytes: () => image(2000, 2000, '/Filter/DCTDecode', '\xff\xd8\xff\xe0 nothing'),
    expect: [...usual, ...stopped],
  },
  {
    name: 'outside-and-scripts.pdf',
    bytes: () =>
      pdf([
        '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.launchURL\\("http://127.0.0.1:9"\\))>>/AA<</O<</S/URI/URI(http://127.0.0.1:9)>>>>>>',
        onePage,
        page(),
        stream(shown),
        font,
      ]),
    expect: ['read'],
  },
  {
    name: 'tags-that-go-round.pdf',
    bytes: () =>
      pdf([
        '<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R>>',
        onePage,
        page(),
        stream(shown),
        font,
        '<</Type/StructTreeRoot/K 7 0 R>>',
        '<</Type/StructElem/S/Div/P 6 0 R/K[7 0 R 7 0 R]>>',
      ]),
    expect: usual,
  },
];

/** Each drawing draws the next one twice: thirty of them are a billion. */
function doubling(times: number): Uint8Array {
  const first = 5;
  const drawings = Array.from({ length: times }, (_, index) => {
    const next = first + index + 1;
    const inside = index === times - 1 ? shown : '/X Do /X Do';
    return stream(inside, `/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</X ${next} 0 R>>>>`);
  });
  return pdf([
    catalog,
    onePage,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>',
    stream('/X Do'),
    ...drawings,
    font,
  ]);
}
