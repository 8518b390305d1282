import { gunzipSync, gzipSync } from 'node:zlib';
import type { PageBox, PagePlace, Repair, SourcePage } from '../../documents/tree/source.ts';

/** Where the text of a file stands on its pages, and the damaged words that were read as others. It lies packed beside the original. */
export type PageLayout = {
  readonly pages: readonly SourcePage[];
  readonly places: readonly PagePlace[];
  readonly repairs: readonly Repair[];
};

/** A passage on one page: the page and the boxes to mark. */
export type PagePassage = { readonly page: SourcePage; readonly boxes: readonly PageBox[] };

export function packLayout(layout: PageLayout): Uint8Array {
  return gzipSync(JSON.stringify(layout));
}

/** The most that a packed layout may unpack to: it was written by us, and a damaged disk is no reason to fill the memory. */
const largestLayout = 256_000_000;

export function unpackLayout(bytes: Uint8Array): PageLayout {
  return JSON.parse(gunzipSync(bytes, { maxOutputLength: largestLayout }).toString('utf8')) as PageLayout;
}

/** Whether there is anything to keep: text files have neither pages nor repairs. */
export function hasLayout(layout: PageLayout | undefined): layout is PageLayout {
  return layout !== undefined && (layout.places.length > 0 || layout.repairs.length > 0);
}

/** The pages that a passage stands on, with the boxes of its runs; a run that only touches the passage with one end is marked whole. */
export function passageOnPages(
  { pages, places }: PageLayout,
  passage: { readonly start: number; readonly end: number },
): readonly PagePassage[] {
  const within = places.filter(({ start, end }) => start < passage.end && passage.start < end);
  const byPage = Map.groupBy(within, ({ page }) => page);
  return pages.flatMap((page) => {
    const boxes = byPage.get(page.number)?.map(({ box }) => box);
    return boxes ? [{ page, boxes }] : [];
  });
}

/** The repaired words of a stretch of the text. */
export function repairsIn(
  { repairs }: PageLayout,
  stretch: { readonly start: number; readonly end: number },
): readonly Repair[] {
  return repairs.filter(({ start, end }) => start < stretch.end && stretch.start < end);
}
