import type { Proposal } from '../../../domain/intake/index.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { sourcePassage } from '../../components/source-passage/source-passage.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { excerptOf } from './source-excerpt.ts';
import { texts } from './texts.ts';

/** Where a proposal was read: its passage marked in its surroundings, and the further passages it was read from. */
export function sourceSide(ctx: RequestContext, proposal: Proposal, text: string | null, back = true): Html {
  const t = texts[ctx.language];
  if (!text) return html`<div id="kalla">${emptyState({ title: t.source, body: t.noText })}</div>`;
  return html`<div id="kalla">${sourcePassage(ctx, { title: t.source, ...excerptOf(text, proposal.source) })}${proposal.alsoAt.map(
    (place) => sourcePassage(ctx, { title: t.alsoRead, level: 3, ...excerptOf(text, place, 1) }),
  )}${back ? html`<p><a href="#post-${proposal.id}">${t.toProposal}</a></p>` : null}</div>`;
}
