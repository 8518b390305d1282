import {
  type IntakeFile,
  type PageLayout,
  type Place,
  passageOnPages,
  repairsIn,
  unpackLayout,
} from '../../../domain/intake/index.ts';
import { pagePicture } from '../../components/page-picture/page-picture.ts';
import type { RequestContext, Services } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { texts } from './texts.ts';

/** More pages than these of one passage are told of, not shown. */
const mostPages = 2;
const mostRepairs = 12;

/** Where the text of a file stands on its pages; null for formats without pages, and for a file that was read before this was kept. */
export async function layoutOf(
  { blobs }: Pick<Services, 'blobs'>,
  { layoutSha256 }: Pick<IntakeFile, 'layoutSha256'>,
): Promise<PageLayout | null> {
  return layoutSha256 ? unpackLayout(await blobs.get(layoutSha256)) : null;
}

/** The address of a page of a file as a picture. */
export function pictureHref(fileId: string, page: number): string {
  return `/las-in/${fileId}/sida/${page}.png`;
}

/** The pages that a passage stands on, with the passage marked. */
export function picturesOf(
  ctx: RequestContext,
  file: Pick<IntakeFile, 'id'>,
  place: Place,
  layout: PageLayout | null,
): Content {
  if (!layout) return null;
  const t = texts[ctx.language];
  return passageOnPages(layout, place)
    .slice(0, mostPages)
    .map(({ page, boxes }) =>
      pagePicture({
        id: `sida-${page.number}-${place.start}`,
        title: t.pageOf(page.number),
        src: pictureHref(file.id, page.number),
        width: page.width,
        height: page.height,
        boxes,
        alt: t.pageAlt(page.number),
        texts: { enlarge: t.enlarge, whole: t.wholePage },
      }),
    );
}

/** The damaged words of a passage that were read as others, the original first. */
export function repairsOf(ctx: RequestContext, place: Place, layout: PageLayout | null): Content {
  const found = layout ? repairsIn(layout, place) : [];
  if (found.length === 0) return null;
  const t = texts[ctx.language];
  const rest = found.length - mostRepairs;
  return html`<div class="repairs"><h3>${t.repaired}</h3><p class="soft">${t.repairedHelp}</p><ul lang="sv">${found
    .slice(0, mostRepairs)
    .map(({ original, repaired }) => html`<li><s>${original}</s> → <b>${repaired}</b></li>`)}</ul>${
    rest > 0 ? html`<p>${t.staysMore(ctx.format.number(rest))}</p>` : null
  }</div>`;
}
