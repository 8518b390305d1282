import type { DocumentTree, Inline } from '../tree/index.ts';
import { citedNotes, followsNote } from '../tree/index.ts';
import type { DocxLinks } from './docx-parts.ts';
import { escapeXml } from './xml.ts';

/** A run of text with its properties; line ends inside it are only white space. */
export function run(text: string, properties = ''): string {
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

export function paragraphXml(style: string, content: string, properties = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${content}</w:p>`;
}

/**
 * How notes become Word's endnotes. Word numbers them itself in the order in which they are first cited; when that would give other numbers than
 * the tree's, each mark carries its own number. A number is cited once as an endnote and after that as a reference to its first mark, which is
 * how Word does it.
 */
export class DocxNoteMarks {
  readonly #cited = new Set<number>();
  readonly ownNumbers: boolean;

  constructor(tree: DocumentTree) {
    const order = [...new Set(citedNotes(tree))];
    this.ownNumbers = order.some((number, index) => number !== index + 1);
  }

  isCited(number: number): boolean {
    return this.#cited.has(number);
  }

  mark(number: number): string {
    const style = '<w:rPr><w:rStyle w:val="EndnoteReference"/></w:rPr>';
    const bookmark = `_note_${number}`;
    if (this.#cited.has(number))
      return `<w:r>${style}<w:fldChar w:fldCharType="begin"/></w:r><w:r>${style}<w:instrText xml:space="preserve"> NOTEREF ${bookmark} \\f \\h </w:instrText></w:r><w:r>${style}<w:fldChar w:fldCharType="separate"/></w:r><w:r>${style}<w:t>${number}</w:t></w:r><w:r>${style}<w:fldChar w:fldCharType="end"/></w:r>`;
    this.#cited.add(number);
    const reference = this.ownNumbers
      ? `<w:endnoteReference w:customMarkFollows="1" w:id="${number}"/><w:t>${number}</w:t>`
      : `<w:endnoteReference w:id="${number}"/>`;
    const id = 100_000 + number;
    return `<w:bookmarkStart w:id="${id}" w:name="${bookmark}"/><w:r>${style}${reference}</w:r><w:bookmarkEnd w:id="${id}"/>`;
  }
}

/** Writes inline content as runs. */
export function inlineXml(content: readonly Inline[], links: DocxLinks, marks: DocxNoteMarks): string {
  const comma = '<w:r><w:rPr><w:rStyle w:val="EndnoteReference"/></w:rPr><w:t xml:space="preserve">, </w:t></w:r>';
  return content.map((part, i) => (followsNote(content, i) ? comma : '') + partXml(part, links, marks)).join('');
}

function partXml(part: Inline, links: DocxLinks, marks: DocxNoteMarks): string {
  switch (part.kind) {
    case 'text':
      return run(
        part.text,
        `${part.bold ? '<w:b/>' : ''}${part.italic ? '<w:i/>' : ''}${part.struck ? '<w:strike/>' : ''}`,
      );
    case 'link':
      return links.wrap(part.href, run(part.text, links.isLive(part.href) ? '<w:rStyle w:val="Hyperlink"/>' : ''));
    case 'noteRef':
      return marks.mark(part.number);
    case 'lineBreak':
      return '<w:r><w:br/></w:r>';
  }
}

/** Word allows no endnote inside an endnote: the number of the other note stands there as text. */
export function withoutMark(part: Inline): Inline {
  return part.kind === 'noteRef' ? { kind: 'text', text: `[${part.number}]` } : part;
}
