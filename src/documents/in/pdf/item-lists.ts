import type { ListItemDraft } from '../source-builder.ts';
import type { BlockOf, PageBlock } from './page-blocks.ts';

/** An item of a list as it was found on the page: where its marker stands, and whether more than a line's distance is above it. */
export type FoundItem = {
  readonly kind: 'item';
  readonly page: number;
  readonly item: ListItemDraft;
  readonly x: number;
  readonly isLoose: boolean;
};

/** Items that follow each other closely, with markers of one kind and numbers that go on, are one list; how far in an item stands is its level. */
export function inLists(found: readonly (PageBlock | FoundItem)[]): readonly PageBlock[] {
  const blocks: PageBlock[] = [];
  let open: BlockOf<'list'> | undefined;
  let xs: number[] = [];
  for (const one of found) {
    if (one.kind !== 'item') {
      blocks.push(one);
      open = undefined;
      continue;
    }
    const goesOn: boolean = open !== undefined && !one.isLoose && isNextItem(open.items.at(-1)!, one.item);
    if (!open || !goesOn) xs = [];
    if (!xs.some((x) => Math.abs(x - one.x) < 4)) xs = [...xs, one.x].sort((a, b) => a - b);
    const item = { ...one.item, indent: xs.findIndex((x) => Math.abs(x - one.x) < 4) };
    if (open && goesOn) blocks.pop();
    open = { kind: 'list', page: one.page, items: open && goesOn ? [...open.items, item] : [item] };
    blocks.push(open);
  }
  return blocks;
}

/** Whether an item can stand after another in one list. */
export function isNextItem({ marker: before }: ListItemDraft, { marker }: ListItemDraft): boolean {
  if (before.kind === 'number') return marker.kind === 'number' && marker.number === before.number + 1;
  return marker.kind === 'bullet';
}
