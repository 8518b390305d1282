import { backingOf, holdsFor, type PrincipalStand, principalStandKinds } from '../../../domain/decisions/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { endorsementTexts } from './endorsement-texts.ts';

/** The one formal maker of a joint decision and the principals that stand behind it (R-ORG-3), also those that have not said; none for other decisions. */
export function standsSection(ctx: RequestContext, body: string, stands: readonly PrincipalStand[]): Html | null {
  if (stands.length === 0) return null;
  const t = endorsementTexts[ctx.language];
  const { holds } = backingOf(stands);
  const word = (one: PrincipalStand) => {
    if (one.stand === null) return tag({ text: t.unsaid, tone: 'unknown' });
    const tone = holdsFor(one) ? 'ok' : one.stand === 'doesNotStand' ? 'late' : 'part';
    const day = one.ownDecisionOn ? `, ${t.ownDecision(ctx.format.date(one.ownDecisionOn))}` : '';
    return html`${tag({ text: `${principalStandKinds[one.stand][ctx.language]}${day}`, tone })}${one.note ? html` <span lang="sv">${one.note}</span>` : null}`;
  };
  return html`<section id="bakom"><h2>${t.stands}</h2><p>${t.standsLead(body)} <strong>${t.holdsFor(ctx.format.number(holds.length), ctx.format.number(stands.length))}.</strong></p>${table(
    ctx,
    {
      caption: t.stands,
      captionHidden: true,
      dense: true,
      columns: [
        { key: 'principal', text: t.principal },
        { key: 'stand', text: t.stand },
      ],
      rows: stands.map((one) => ({
        principal: html`<a href="${recordAddress('body', one.principalId)}" lang="sv">${one.principal}</a>`,
        stand: word(one),
      })),
    },
  )}</section>`;
}
