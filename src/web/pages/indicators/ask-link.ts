import { may } from '../../../domain/access/index.ts';
import { deliveryState, type FigureDelivery } from '../../../domain/indicators/index.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { releasePaths } from '../releases/release-paths.ts';

const texts = {
  sv: { ask: 'Be om uppgifterna', of: (name: string) => `från ${name}` },
  en: { ask: 'Ask for the figures', of: (name: string) => `from ${name}` },
} as const;

/** The way to asking a principal for figures that have not come, for those who may let something out; null for everybody else. */
export function askLink(ctx: RequestContext, delivery: FigureDelivery): Html | null {
  const state = deliveryState(delivery, ctx.services.runtime.today());
  if ((state !== 'expected' && state !== 'late') || !ctx.actor || !may(ctx.actor, 'release.make')) return null;
  const t = texts[ctx.language];
  return html` <a href="${releasePaths.make}/uppgifter/${delivery.id}">${t.ask}<span class="sr-only"> ${t.of(delivery.bodyName)}</span></a>`;
}
