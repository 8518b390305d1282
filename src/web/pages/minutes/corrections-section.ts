import { sectionLabel } from '../../../domain/minutes/index.ts';
import { notice } from '../../components/notice/notice.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import type { MinutesPageFacts } from './minutes-facts.ts';
import { texts } from './texts.ts';

/** The corrections beside adjusted minutes: above the document, so that nobody reads the slip without them (R-FL-6). */
export function correctionsSection(ctx: RequestContext, { composed, corrections }: MinutesPageFacts): Html | null {
  const t = texts[ctx.language];
  if (corrections.length === 0) return null;
  const sections = new Map(composed.facts.sections.map((one) => [one.itemId as string, sectionLabel(one)]));
  return html`<section id="rattelser"><h2>${t.corrections}</h2>${notice(ctx, {
    tone: 'info',
    body: table(ctx, {
      caption: t.corrections,
      captionHidden: true,
      columns: [
        { key: 'section', text: t.section },
        { key: 'was', text: t.was },
        { key: 'isNow', text: t.isNow },
        { key: 'reason', text: t.reason },
        { key: 'when', text: t.when, kind: 'date' },
      ],
      rows: corrections.map((one) => ({
        section: (one.itemId && sections.get(one.itemId)) ?? t.wholeMinutes,
        was: html`<del lang="sv">${one.was}</del>`,
        isNow: html`<ins lang="sv">${one.isNow}</ins>`,
        reason: html`<span lang="sv">${one.reason} (${one.correctedBy})</span>`,
        when: ctx.format.shortDate(one.correctedOn),
      })),
    }),
  })}</section>`;
}
