import { AppError } from '../../../kernel/errors.ts';
import type { SourceDocument } from '../../tree/source.ts';
import { LinesSink } from '../office/lines-sink.ts';
import { OfficeDocument, wordsOf } from '../office/office-document.ts';
import { reportLeftOut } from '../office/report-left-out.ts';
import { ticked, unticked } from '../office/ticks.ts';
import { type Archive, openArchive } from '../open-archive.ts';
import { childOf, childrenOf, descendantsOf, parseXml, type XmlElement } from '../xml/parse-xml.ts';
import { OdtBlockReader, type OdtSurroundings } from './odt-blocks.ts';
import { type OdtCounts, OdtInlineReader } from './odt-inline.ts';
import { listStyleOf } from './odt-lists.ts';
import { odtNamespaces } from './odt-names.ts';
import { OdtStyles } from './odt-styles.ts';

/**
 * Reads an OpenDocument text as it would be printed with all tracked changes accepted: what was removed lies apart from the text in this format
 * and is not read; computed numbers stand in the text, notes follow the paragraph that cites them, heads of pages stand once, first.
 */
export function readOdt(bytes: Uint8Array): SourceDocument {
  const archive = openArchive(bytes);
  refuseEncrypted(archive);
  const content = partOf(archive, 'content.xml');
  const text = childOf(childOf(content, 'office:body'), 'office:text');
  if (!text) throw new AppError('document.damaged');
  const sheet = partOf(archive, 'styles.xml');
  const counts: OdtCounts = { changes: 0, hidden: 0, comments: 0 };
  // Styles made by themselves have names of their own in each part.
  const around = surroundings([content, sheet], text, counts);
  const document = new OfficeDocument();
  for (const head of headsOf(sheet, surroundings([sheet], text, counts))) document.runningHead(head);
  new OdtBlockReader(around).read(text, document);
  counts.changes = childrenOf(childOf(text, 'text:tracked-changes'), 'text:changed-region').length;
  reportLeftOut(document, counts);
  return document.build(bytes, 'odt');
}

/** The list of parts says which of them are encrypted; the parts themselves look like any bytes. */
function refuseEncrypted(archive: Archive): void {
  const manifest = partOf(archive, 'META-INF/manifest.xml');
  if (manifest && !descendantsOf(manifest, 'manifest:encryption-data').next().done)
    throw new AppError('document.encrypted');
}

function partOf(archive: Archive, name: string): XmlElement | undefined {
  const xml = archive.xml(name);
  return xml === undefined ? undefined : parseXml(xml, odtNamespaces);
}

function surroundings(
  parts: readonly (XmlElement | undefined)[],
  text: XmlElement,
  counts: OdtCounts,
): OdtSurroundings {
  const groups = parts.flatMap((part) => [childOf(part, 'office:automatic-styles'), childOf(part, 'office:styles')]);
  const styles = new OdtStyles(parts);
  return {
    styles,
    listStyles: new Map(
      groups
        .flatMap((group) => childrenOf(group, 'text:list-style'))
        .map((style) => [style.attributes['style:name'] ?? '', listStyleOf(style)]),
    ),
    outline: listStyleOf(groups.flatMap((group) => childOf(group, 'text:outline-style') ?? [])[0]),
    inline: new OdtInlineReader(styles, counts, ticksOf(text)),
  };
}

/** Tick boxes of forms, by the name under which the text shows them. */
function ticksOf(text: XmlElement): ReadonlyMap<string, string> {
  const forms = childOf(text, 'office:forms');
  if (!forms) return new Map();
  return new Map(
    [...descendantsOf(forms, 'form:checkbox')].map(({ attributes }) => {
      const state = attributes['form:current-state'] ?? attributes['form:state'];
      return [attributes['form:id'] ?? attributes['xml:id'] ?? '', state === 'checked' ? ticked : unticked];
    }),
  );
}

const headNames = ['header', 'header-first', 'header-left', 'footer', 'footer-first', 'footer-left'];

/** The lines of every header and footer that is shown, each text once. */
function headsOf(sheet: XmlElement | undefined, around: OdtSurroundings) {
  const heads = new Map<string, LinesSink['lines']>();
  for (const page of childrenOf(childOf(sheet, 'office:master-styles'), 'style:master-page'))
    for (const name of headNames) {
      const head = childOf(page, `style:${name}`);
      if (!head || head.attributes['style:display'] === 'false') continue;
      const sink = new LinesSink();
      new OdtBlockReader(around).read(head, sink);
      const key = sink.lines.map(wordsOf).join('\n');
      if (key.trim()) heads.set(key, sink.lines);
    }
  return heads.values();
}
