import { isRegistrationNumber } from '../../kernel/registration-number.ts';
import { comparable } from '../tree/recognise.ts';
import type { ContentsEntry, Furniture, FurnitureReason } from '../tree/source.ts';
import { pageTurnsIn } from './page-turns.ts';
import { repeatedHeadsIn } from './repeated-heads.ts';
import type { RawLine } from './source-lines.ts';
import { countForms, type WrittenLines, writtenLinesOf } from './written-lines.ts';

/**
 * Page furniture: lines that are there for the page (its number, its running head, the table of contents, a divider page) and must not be
 * read as text, even in the middle of a sentence. Each rule says why; what no rule knows stays text.
 */
export type FoundFurniture = {
  readonly furniture: readonly Furniture[];
  readonly contents: readonly ContentsEntry[];
  /** The numbers of the lines that are furniture. */
  readonly lines: ReadonlySet<number>;
};

/** Lines that only rule: between parts, under a heading (`===`), under the head of a table (`|---|---|`). */
const dividerForm = /^\s*(?:-{3,}|\*{3,}|_{3,}|={3,}|\|(?:\s*:?-{3,}:?\s*\|){2,})\s*$/;
const pageNumberForm = /^\s*(?:Sida\s+)?\d{1,4}\s*(?:\(\s*\d{1,4}\s*\)|av \d{1,4})\s*$/iu;
const contentsHeadForm = /^\s*#{0,6}\s*\**(?:innehåll|innehållsförteckning)\**\s*$/iu;
const contentsLineForm =
  /^\s*(?:(?<number>\d+(?:\.\d+)*\.?)\s+)?(?<title>\S.*?)\s*(?:(?:\.{3,}|…)\s*|\t\s*)(?<page>\d{1,4})\s*$/u;
const addressHeadForm = /^\s*(?:postadress|besöksadress)\b/iu;
const headerForm = /^\s*tjänsteställe/iu;
/** How the lines of the five forms above begin: most lines of a paper begin otherwise, and are asked once instead of five times. */
const likelyBeginning = /^[-*_=|#\dsipbt]/iu;

export function findFurniture(lines: readonly RawLine[]): FoundFurniture {
  const furniture: Furniture[] = [];
  const taken = new Set<number>();
  const contents: ContentsEntry[] = [];
  const take = (line: RawLine, reason: FurnitureReason) => {
    if (taken.has(line.line)) return;
    taken.add(line.line);
    furniture.push({ start: line.start, end: line.end, reason });
  };
  const written = writtenLinesOf(lines);
  const likely = written.lines.filter((_, index) => likelyBeginning.test(written.forms[index]!));
  const pageNumbers = new Set<RawLine>();
  for (const line of likely) {
    if (dividerForm.test(line.words)) take(line, 'divider');
    else if (pageNumberForm.test(line.words)) {
      pageNumbers.add(line);
      take(line, 'pageNumber');
    }
  }
  const begins = (form: RegExp) => likely.some((line) => form.test(line.words));
  if (begins(contentsHeadForm)) for (const line of contentsLinesIn(written.lines, contents)) take(line, 'contents');
  if (begins(addressHeadForm)) for (const line of addressLinesIn(lines)) take(line, 'addressBlock');
  for (const line of dividerPagesIn(written)) take(line, 'dividerPage');
  for (const line of runningHeadsIn(lines, written)) take(line, 'runningHead');
  if (begins(headerForm)) for (const line of repeatedHeadersIn(written)) take(line, 'repeatedHeader');
  for (const line of pageTurnsIn(lines, written, pageNumbers)) take(line, 'runningHead');
  for (const line of repeatedHeadsIn(written)) take(line, 'runningHead');
  return { furniture, contents, lines: taken };
}

/** The heading "Innehåll" and the lines after it that end with a page number, also across the blank lines of a page break. */
function contentsLinesIn(lines: readonly RawLine[], entries: ContentsEntry[]): readonly RawLine[] {
  const found: RawLine[] = [];
  let pending: RawLine[] = [];
  let inside = false;
  for (const line of lines) {
    if (contentsHeadForm.test(line.words)) {
      pending = [line];
      inside = true;
      continue;
    }
    if (!inside) continue;
    const { number, title, page } = contentsLineForm.exec(line.words)?.groups ?? {};
    if (!title || !page) {
      inside = false;
      pending = [];
      continue;
    }
    const plain = title.replace(/<[^<>]*>|\*+/g, '').trim();
    entries.push({
      ...(number && { number }),
      title: plain,
      page: Number(page),
      span: { start: line.start, end: line.end, line: line.line },
    });
    found.push(...pending, line);
    pending = [];
  }
  return found;
}

/** The address footer of the sender: from "Postadress" or "Besöksadress" to the next blank line. */
function addressLinesIn(lines: readonly RawLine[]): readonly RawLine[] {
  let inside = false;
  return lines.filter((line) => {
    inside = inside ? line.words.trim() !== '' : addressHeadForm.test(line.words);
    return inside;
  });
}

const numberedTitleForm = /^\**(\d{1,3})\. (\S.*?)\**$/u;

/**
 * A divider page stands between attachments: the number of an agenda item alone, then the title that item has in the agenda, then perhaps its
 * registration number. Only a title that stands as "4. Titel" elsewhere in the same document makes a divider page.
 */
function dividerPagesIn({ lines, forms }: WrittenLines): readonly RawLine[] {
  const alone: number[] = [];
  for (const [index, form] of forms.entries()) if (form.length <= 3 && /^\d+$/.test(form)) alone.push(index);
  if (alone.length === 0) return [];
  const titles = new Map(alone.map((index) => [forms[index]!, new Set<string>()]));
  for (const form of forms) {
    const [, number = '', title = ''] = /^[*\d]/.test(form) ? (numberedTitleForm.exec(form) ?? []) : [];
    titles.get(number)?.add(comparable(title));
  }
  return alone.flatMap((index) => {
    const known = titles.get(forms[index]!);
    const [line, title, number] = lines.slice(index, index + 3);
    if (!line || !title || !known?.size || !known.has(comparable(title.words))) return [];
    return number && isRegistrationNumber(number.words) ? [line, title, number] : [line, title];
  });
}

/**
 * Lines at the top or foot of pages (between form feeds) that come back, numbers aside, on at least three pages and half of them. The number of
 * a § counts on from page to page as that of a page does, but heads the text below it.
 */
function runningHeadsIn(all: readonly RawLine[], { lines, forms }: WrittenLines): readonly RawLine[] {
  const pages = pagesOf(all, lines);
  if (pages.length < 3) return [];
  const edges = pages.map((page) => new Set([...page.slice(0, 3), ...page.slice(-3)]));
  const atEdges = countForms(edges.flatMap((edge) => [...new Set([...edge].map((index) => edgeForm(forms[index]!)))]));
  const often = Math.max(3, pages.length / 2);
  const heads = new Set([...atEdges].flatMap(([form, count]) => (count >= often ? [form] : [])));
  if (heads.size === 0) return [];
  // A heading such as "Beslut" comes at the top of many pages and in the middle of others; a running head never does the latter.
  const within = pages.flatMap((page, at) => page.filter((index) => !edges[at]!.has(index)));
  const inside = countForms(within.map((index) => edgeForm(forms[index]!)).filter((form) => heads.has(form)));
  return edges
    .flatMap((edge) => [...edge])
    .filter((index) => {
      const form = edgeForm(forms[index]!);
      return heads.has(form) && (inside.get(form) ?? 0) <= atEdges.get(form)! / 4;
    })
    .map((index) => lines[index]!);
}

/** The written lines of each page, by their place among all written lines. */
function pagesOf(all: readonly RawLine[], written: readonly RawLine[]): readonly (readonly number[])[] {
  const pages: number[][] = [[]];
  let next = 0;
  for (const line of all) {
    if (line.afterFormFeed) pages.push([]);
    if (line !== written[next]) continue;
    pages.at(-1)!.push(next);
    next += 1;
  }
  return pages;
}

const sectionHead = /^(?:\p{L}{1,5}\s)?§\s?\d/u;

function edgeForm(form: string): string {
  return /\d/.test(form) && !sectionHead.test(form) ? form.replace(/\d+/g, '0') : form;
}

const headerLines = 6;

/**
 * The header block of a memo or letter ("Tjänsteställe, handläggare …") printed again on its next page: six lines or more that are the same,
 * registration number included, as those of an earlier header.
 */
function repeatedHeadersIn({ lines: written }: WrittenLines): readonly RawLine[] {
  const starts = written.flatMap((line, index) => (headerForm.test(line.words) ? [index] : []));
  return starts.flatMap((start, order) => {
    const lengths = starts.slice(Math.max(0, order - 8), order).map((earlier) => {
      let length = 0;
      while (
        length < 12 &&
        earlier + length < start &&
        written[start + length] &&
        same(earlier + length, start + length)
      )
        length += 1;
      return length;
    });
    const longest = Math.max(0, ...lengths);
    return longest >= headerLines ? written.slice(start, start + longest) : [];
  });
  function same(a: number, b: number): boolean {
    return written[a]?.words.trim() === written[b]?.words.trim();
  }
}
