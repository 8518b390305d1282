import type { Language } from '../../kernel/language.ts';
import { chartSvg } from '../charts/index.ts';
import {
  type Block,
  chartSentence,
  chartWords,
  type DocumentTree,
  followsNote,
  type Inline,
  plainText,
  showsSomething,
} from '../tree/index.ts';
import { barPlaces } from './bar-places.ts';
import { dateInWords, documentTexts, notesTitleOf } from './document-texts.ts';
import { linkTarget } from './link-target.ts';
import { columnsOf } from './table-columns.ts';

/**
 * What `template.typ` reads: the tree with everything decided that is awkward to decide in Typst (where links lead, which citation of a note is
 * the first, how wide columns are). It crosses as JSON in `sys.inputs`, so that no text of a document is ever read as markup.
 */
export type TypstData = {
  readonly json: string;
  /** Seconds since 1970: the creation time in the metadata. */
  readonly timestamp: number;
  /** For each table in reading order, whether its first column names the row; see `declare-standards.ts`. */
  readonly rowHeaders: readonly boolean[];
};

/** PDF/A asks for a date; a document without one gets this, so that the same tree gives the same bytes on every day. */
const undated = '2000-01-01';

export function typstData(tree: DocumentTree): TypstData {
  const citedBefore = new Set<number>();
  const inline: InlineWriter = (content, place = 'text') =>
    content.map((part, i) => ({ ...inlineData(part, citedBefore, place), follows: followsNote(content, i) }));
  const blocks = tree.blocks.filter(saysSomething).map((block) => blockData(block, inline, tree.language));
  const notes = (tree.notes ?? []).map((note) => ({
    number: note.number,
    cited: citedBefore.has(note.number),
    content: inline(note.content),
  }));
  const { page, contents, tone } = documentTexts[tree.language];
  const data = {
    title: clean(tree.title),
    subtitle: clean(tree.subtitle ?? ''),
    author: clean(tree.author),
    lang: tree.language,
    date: (tree.date ?? undated).split('-').map(Number),
    dateText: tree.date ? dateInWords(tree.date, tree.language) : '',
    facts: (tree.facts ?? []).map(factData),
    contents: tree.contents ?? false,
    blocks,
    notes,
    notesTitle: clean(notesTitleOf(tree)),
    texts: { page, contents, ...tone },
  };
  return {
    json: JSON.stringify(data),
    timestamp: Date.parse(`${tree.date ?? undated}T00:00:00Z`) / 1000,
    rowHeaders: [...(data.facts.length > 0 ? [true] : []), ...blocks.flatMap(rowHeaderOf)],
  };
}

/**
 * Where inline content stands. A heading is repeated in the contents, as a link that may hold no other; a header row is repeated on every page,
 * there as an artifact, in which nothing may be a link. Neither can be the one place that a note leads back to.
 */
type Place = 'text' | 'heading' | 'headerRow';
type InlineWriter = (content: readonly Inline[], place?: Place) => readonly unknown[];

/** An empty list or table has no structure to tag, and is left out instead of being tagged wrongly. */
function saysSomething(block: Block): boolean {
  if (block.kind === 'list') return block.items.length > 0;
  if (block.kind === 'facts') return block.facts.length > 0;
  if (block.kind === 'chart') return block.bars.length > 0;
  if (block.kind === 'diagram') return showsSomething(block.data);
  if (block.kind === 'paragraph')
    return plainText(block.content).trim() !== '' || block.content.some((part) => part.kind === 'noteRef');
  return true;
}

function blockData(block: Block, inline: InlineWriter, language: Language) {
  switch (block.kind) {
    case 'heading':
      return {
        kind: block.kind,
        level: block.level,
        anchor: block.anchor ?? null,
        content: inline(block.content, 'heading'),
      };
    case 'paragraph':
      return { kind: block.kind, content: inline(block.content) };
    case 'list':
      return {
        kind: block.kind,
        ordered: block.ordered,
        start: block.start ?? 1,
        items: block.items.map((item) => inline(item.content)),
      };
    case 'table':
      return {
        kind: block.kind,
        caption: clean(block.caption ?? ''),
        columns: columnsOf(block),
        rowHeader: block.rowHeader ?? false,
        header: block.header.map((cell) => inline(cell, 'headerRow')),
        rows: block.rows.map((row) => row.map((cell) => inline(cell))),
      };
    case 'decision':
      return { kind: block.kind, intro: inline(block.intro), ...clausesData(block.clauses, inline) };
    case 'quotation':
      return {
        kind: block.kind,
        label: clean(block.label),
        cite: clean(block.cite ?? ''),
        content: inline(block.content),
      };
    case 'facts':
      return { kind: block.kind, facts: block.facts.map(factData) };
    case 'callout':
      return { kind: block.kind, tone: block.tone, content: inline(block.content) };
    case 'chart': {
      const places = barPlaces(block);
      return {
        kind: block.kind,
        title: clean(block.title),
        alt: clean(block.alt),
        bars: block.bars.map(({ label, text, look }, index) => ({
          label: clean(label),
          text: clean(text),
          look: look ?? 'full',
          ...places[index],
        })),
      };
    }
    case 'diagram':
      return {
        kind: block.kind,
        title: clean(block.data.title),
        alt: clean(chartSentence(block.data, chartWords[language])),
        note: clean(block.data.note ?? ''),
        svg: chartSvg(block.data, { layout: 'page', language }),
      };
    case 'divider':
    case 'pageBreak':
      return { kind: block.kind };
  }
}

/** When every clause begins with "att", the word is set as the label of its clause and hangs in the margin, as in printed minutes. */
function clausesData(clauses: readonly (readonly Inline[])[], inline: InlineWriter) {
  const rests = clauses.map(withoutAtt);
  const hanging = clauses.length > 0 && rests.every((rest) => rest !== undefined);
  return {
    label: hanging ? 'att' : '–',
    clauses: (hanging ? rests.map((rest) => rest ?? []) : clauses).map((clause) => inline(clause)),
  };
}

function withoutAtt(clause: readonly Inline[]): readonly Inline[] | undefined {
  const [first, ...rest] = clause;
  if (first?.kind !== 'text' || first.struck || !/^att\s+\S/.test(first.text)) return undefined;
  return [{ ...first, text: first.text.replace(/^att\s+/, '') }, ...rest];
}

function inlineData(part: Inline, citedBefore: Set<number>, place: Place) {
  switch (part.kind) {
    case 'text':
      return {
        kind: part.kind,
        text: clean(part.text),
        bold: part.bold ?? false,
        italic: part.italic ?? false,
        struck: part.struck ?? false,
      };
    case 'link': {
      const target = place === 'text' ? linkTarget(part.href) : { kind: 'none' as const };
      if (target.kind === 'web') return { kind: 'link', url: target.url, text: clean(part.text) };
      if (target.kind === 'anchor') return { kind: 'jump', anchor: target.anchor, text: clean(part.text) };
      return { kind: 'text', text: clean(part.text), bold: false, italic: false, struck: false };
    }
    case 'noteRef': {
      const first = place === 'text' && !citedBefore.has(part.number);
      if (first) citedBefore.add(part.number);
      return { kind: part.kind, number: part.number, first, linked: place !== 'headerRow' };
    }
    case 'lineBreak':
      return { kind: part.kind };
  }
}

function factData(fact: { readonly label: string; readonly value: string }) {
  return { label: clean(fact.label), value: clean(fact.value) };
}

function rowHeaderOf(block: { readonly kind: string; readonly rowHeader?: boolean }): readonly boolean[] {
  if (block.kind === 'facts') return [true];
  return block.kind === 'table' ? [block.rowHeader ?? false] : [];
}

/**
 * Control characters have no glyph and no meaning on paper: tabs and line ends become spaces, the others go. Accents are composed. The ticked box
 * of Word's forms, which the typeface lacks, is printed as the ticked box that it has.
 */
function clean(text: string): string {
  return text
    .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{NChar}\ufeff]/gu, '')
    .replaceAll('☒', '☑')
    .normalize('NFC');
}
