import type { IntakeFile, PageLayout, Proposal } from '../../../domain/intake/index.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { sourcePassage } from '../../components/source-passage/source-passage.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { picturesOf, repairsOf } from './page-pictures.ts';
import { excerptOf } from './source-excerpt.ts';
import { texts } from './texts.ts';

/** Where a proposal was read: its passage marked in its surroundings, and the further passages it was read from. */
export function sourceSide(
  ctx: RequestContext,
  proposal: Proposal,
  {
    file,
    text,
    layout,
  }: { readonly file: IntakeFile; readonly text: string | null; readonly layout: PageLayout | null },
): Html {
  const t = texts[ctx.language];
  if (!text) return html`<div id="kalla">${emptyState({ title: t.source, body: t.noText })}</div>`;
  return html`<div id="kalla">${sourcePassage(ctx, { title: t.source, ...excerptOf(text, proposal.source) })}${repairsOf(ctx, proposal.source, layout)}${picturesOf(ctx, file, proposal.source, layout)}${proposal.alsoAt.map(
    (place) => sourcePassage(ctx, { title: t.alsoRead, level: 3, ...excerptOf(text, place, 1) }),
  )}<p><a href="#post-${proposal.id}">${t.toProposal}</a></p></div>`;
}
