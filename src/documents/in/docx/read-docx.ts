import type { SourceDocument } from '../../tree/source.ts';
import { LinesSink } from '../office/lines-sink.ts';
import { OfficeDocument, wordsOf } from '../office/office-document.ts';
import { reportLeftOut } from '../office/report-left-out.ts';
import { childOf, childrenOf, type XmlElement } from '../xml/parse-xml.ts';
import { DocxBlockReader, type DocxSurroundings } from './docx-blocks.ts';
import type { DocxCounts, NoteReference } from './docx-inline.ts';
import { attribute } from './docx-names.ts';
import { DocxNumbering } from './docx-numbering.ts';
import { DocxPackage } from './docx-package.ts';
import { DocxStyles } from './docx-styles.ts';

/**
 * Reads a Word document as it would be printed with all tracked changes accepted: computed numbers stand in the text, removed and hidden words do
 * not, notes follow the paragraph that cites them, and heads of pages stand once, first.
 */
export function readDocx(bytes: Uint8Array): SourceDocument {
  const parts = new DocxPackage(bytes);
  const styles = new DocxStyles(parts.only('styles'));
  const counts: DocxCounts = { changes: 0, hidden: 0 };
  const around: DocxSurroundings = {
    styles,
    numbering: new DocxNumbering(parts.only('numbering'), styles),
    note: notesOf(parts),
    counts,
  };
  const body = childOf(parts.document, 'w:body') ?? parts.document;
  const document = new OfficeDocument();
  for (const head of headsOf(parts, body, around)) document.runningHead(head);
  new DocxBlockReader(around).read(body, document);
  reportLeftOut(document, { ...counts, comments: childrenOf(parts.only('comments'), 'w:comment').length });
  return document.build(bytes, 'docx');
}

const partsOfNotes = { footnote: 'footnotes', endnote: 'endnotes' } as const;

/** Finds the notes that the text cites. Word writes a part for notes into every document; it is opened at the first note. */
function notesOf(parts: DocxPackage): DocxSurroundings['note'] {
  const known = new Map<string, ReadonlyMap<string, XmlElement>>();
  return ({ kind, id }) => {
    const notes = known.get(kind) ?? numberedNotes(parts.only(partsOfNotes[kind]), kind);
    known.set(kind, notes);
    return notes.get(id);
  };
}

/** The notes of a part; those that only draw the line above notes are no notes. */
function numberedNotes(part: XmlElement | undefined, kind: NoteReference['kind']): ReadonlyMap<string, XmlElement> {
  const notes = childrenOf(part, `w:${kind}`).filter((note) => ['normal', undefined].includes(attribute(note, 'type')));
  return new Map(notes.map((note) => [attribute(note, 'id') ?? '', note]));
}

/** The lines of every header and footer that a section names, each text once. They have lists of their own, which count for themselves. */
function headsOf(parts: DocxPackage, body: XmlElement, around: DocxSurroundings) {
  const ids = new Set<string | undefined>();
  for (const section of sectionsOf(body))
    for (const child of childrenOf(section))
      if (child.name === 'w:headerReference' || child.name === 'w:footerReference') ids.add(child.attributes['r:id']);
  const heads = new Map<string, LinesSink['lines']>();
  for (const id of ids) {
    const part = parts.byId(id);
    if (!part) continue;
    const sink = new LinesSink();
    new DocxBlockReader({ ...around, note: () => undefined }).read(part, sink);
    const key = sink.lines.map(wordsOf).join('\n');
    if (key.trim()) heads.set(key, sink.lines);
  }
  return heads.values();
}

/** Sections end with a paragraph of the body, the last one with the body itself. */
function sectionsOf(body: XmlElement): readonly XmlElement[] {
  const sections: XmlElement[] = [];
  for (const child of body.children) {
    if (typeof child === 'string') continue;
    const section = child.name === 'w:sectPr' ? child : childOf(childOf(child, 'w:pPr'), 'w:sectPr');
    if (section) sections.push(section);
  }
  return sections;
}
