import type { AnnotatedPaper } from '../../test/annotations/annotations.ts';
import {
  docxByPandoc,
  inFormat,
  isInstalled,
  type PaperFormat,
  paperFormats,
  pdfByLibreOffice,
} from '../../test/support/paper-formats.ts';

/** A form in which a paper is handed to the reader, and what makes it. */
export type Conversion = {
  readonly name: string;
  readonly extension: 'txt' | 'docx' | 'pdf';
  readonly convert: (paper: AnnotatedPaper) => Promise<Uint8Array>;
};

const names: Readonly<Record<PaperFormat, string>> = {
  text: 'text',
  docx: 'DOCX',
  taggedPdf: 'tagged PDF',
  untaggedPdf: 'untagged PDF',
  scan: 'scan',
};

/** Our own writers, and those of others where they are installed: what offices hand in was seldom written by us. */
export function conversionsFor({ scan }: { readonly scan: boolean }): readonly Conversion[] {
  const own = paperFormats
    .filter((format) => format !== 'scan' || (scan && isInstalled('pdftoppm')))
    .map(
      (format): Conversion => ({
        name: names[format],
        extension: format === 'text' ? 'txt' : format === 'docx' ? 'docx' : 'pdf',
        convert: kept((paper) => inFormat(paper.bytes, format)),
      }),
    );
  if (!isInstalled('pandoc')) return own;
  const pandoc = kept(async ({ bytes }) => docxByPandoc(bytes));
  const office = kept(async (paper) => pdfByLibreOffice(await pandoc(paper)));
  return [
    ...own,
    { name: 'pandoc DOCX', extension: 'docx', convert: pandoc },
    ...(isInstalled('soffice') ? [{ name: 'LibreOffice PDF', extension: 'pdf', convert: office } as const] : []),
  ];
}

/** Each paper is converted once, however often it is asked for. */
function kept(convert: Conversion['convert']): Conversion['convert'] {
  const done = new Map<string, Promise<Uint8Array>>();
  return (paper) => {
    const known = done.get(paper.name) ?? convert(paper);
    done.set(paper.name, known);
    return known;
  };
}
