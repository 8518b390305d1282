import type { ListItemDraft, Run } from '../source-builder.ts';
import { printedLines } from './flow-lines.ts';
import { joinLines, lineRuns } from './join-lines.ts';
import { leadingMarker, markerOf } from './list-marker.ts';
import { type PageBlock, plain } from './page-blocks.ts';
import type { TextRun } from './page-content.ts';
import type { ContentOf, TagNode } from './tagged-blocks.ts';

/** An item whose marker may be none that the source tree knows, as a letter. */
type LooseItem = Omit<ListItemDraft, 'marker'> & { readonly marker?: ListItemDraft['marker'] };

/** The blocks of a tagged list: its items with the items inside them after them, and paragraphs where the marker is a letter or missing. */
export function taggedList(node: TagNode, contentOf: ContentOf, page: number): readonly PageBlock[] {
  const blocks: PageBlock[] = [];
  let items: ListItemDraft[] = [];
  const flush = () => {
    if (items.length > 0) blocks.push({ kind: 'list', page, items });
    items = [];
  };
  for (const { marker, ...item } of itemsIn(node, contentOf, 0)) {
    if (marker) {
      items.push({ ...item, marker });
      continue;
    }
    flush();
    blocks.push({ kind: 'paragraph', page, lines: [item.runs] });
  }
  flush();
  return blocks;
}

function itemsIn(node: TagNode, contentOf: ContentOf, indent: number): readonly LooseItem[] {
  return (node.children ?? []).flatMap((child) => {
    if (child.role === 'L') return itemsIn(child, contentOf, indent + 1);
    return child.role === 'LI' ? itemWithInner(child, contentOf, indent) : itemOf([], contentOf(child), indent);
  });
}

function itemWithInner(node: TagNode, contentOf: ContentOf, indent: number): readonly LooseItem[] {
  const inner: LooseItem[] = [];
  const label: TextRun[] = [];
  const body: TextRun[] = [];
  const gather = (one: TagNode): void => {
    if (one.role === 'Lbl') label.push(...contentOf(one));
    else if (one.role === 'L') inner.push(...itemsIn(one, contentOf, indent + 1));
    else if (one.type === 'content') body.push(...contentOf(one));
    else for (const child of one.children ?? []) gather(child);
  };
  for (const child of node.children ?? []) gather(child);
  return [...itemOf(label, body, indent), ...inner];
}

function itemOf(label: readonly TextRun[], body: readonly TextRun[], indent: number): readonly LooseItem[] {
  const lines = printedLines(body).map(lineRuns);
  const printed = label
    .map((run) => run.text)
    .join('')
    .trim();
  const marker = markerOf(printed);
  if (marker) return [{ runs: joinLines(lines), printed, marker, indent }];
  const runs = joinLines(printed ? [lineRuns(label), ...lines] : lines);
  if (runs.length === 0) return [];
  const found = leadingMarker(plain(runs));
  return [found ? { ...found, runs: withoutStart(runs, found.printed.length), indent } : { runs, printed, indent }];
}

/** Runs without their first characters. */
export function withoutStart(runs: readonly Run[], length: number): readonly Run[] {
  let left = length;
  let started = false;
  return runs.flatMap((run) => {
    const cut = Math.min(left, run.text.length);
    left -= cut;
    // The space after a marker goes with it.
    const text = started ? run.text : run.text.slice(cut).trimStart();
    started ||= text.length > 0;
    return text ? [{ ...run, text }] : [];
  });
}
