import { isAdjusted, sectionLabel } from '../../../domain/minutes/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type MinutesPageFacts, offersMinutes } from './minutes-facts.ts';
import { texts } from './texts.ts';

/** The §§ with what can be done with each, and the register of what was sent of them. */
export function dispatchSection(ctx: RequestContext, facts: MinutesPageFacts): Html {
  const t = texts[ctx.language];
  const { composed, dispatches } = facts;
  const { minutes } = composed;
  const here = recordAddress('minutes', minutes.id);
  const sends = offersMinutes(ctx.actor, minutes, 'dispatch');
  const sections = new Map(composed.facts.sections.map((one) => [one.itemId as string, one]));
  const begun = new Set(
    minutes.adjustments
      .filter(({ kind, state }) => kind === 'section' && state !== 'returned')
      .flatMap(({ itemIds }) => itemIds),
  );
  const atOnce = (itemId: string) =>
    offersMinutes(ctx.actor, minutes, 'edit') && composed.rules.approval === 'adjustment' && !begun.has(itemId);
  return html`<section id="paragrafer"><h2>${t.sections}</h2>${table(ctx, {
    caption: t.sections,
    captionHidden: true,
    dense: true,
    columns: [
      { key: 'section', text: t.section },
      { key: 'title', text: t.matter },
      { key: 'extract', text: t.extract },
    ],
    rows: composed.facts.sections.map((section) => ({
      section: sectionLabel(section),
      title: html`<span lang="sv">${section.title}</span>${
        section.adjustedAtOnce.declared && atOnce(section.itemId)
          ? html` <a href="${here}/paragraf/${section.itemId}/justera">${t.sendSection}<span class="sr-only"> ${sectionLabel(section)}</span></a>`
          : null
      }`,
      extract: html`<a href="${here}/utdrag/${section.itemId}/fil/pdf">PDF<span class="sr-only"> ${t.extractAbout(sectionLabel(section))}</span></a>${sends ? html` <a href="${here}/utdrag/${section.itemId}">${t.dispatch}<span class="sr-only"> ${t.extractAbout(sectionLabel(section))}</span></a>` : null}`,
    })),
  })}
<h3>${t.register}</h3>${
    dispatches.length === 0
      ? html`<p class="soft">${isAdjusted(minutes.state) ? t.registerEmpty : t.notAdjustedYet}</p>`
      : table(ctx, {
          caption: t.register,
          captionHidden: true,
          dense: true,
          columns: [
            { key: 'recipient', text: t.recipient },
            { key: 'section', text: t.section },
            { key: 'when', text: t.when, kind: 'date' },
            { key: 'hash', text: t.hash },
          ],
          rows: dispatches.map((one) => ({
            recipient: html`<span lang="sv">${one.recipient}</span>${one.address ? html` <span class="soft">${one.address}</span>` : null}`,
            section: sections.has(one.itemId) ? sectionLabel(sections.get(one.itemId)!) : '–',
            when: one.dispatchedAt && ctx.format.instant(one.dispatchedAt),
            hash: one.contentHash && html`<code>${one.contentHash.slice(0, 12)}…</code>`,
          })),
        })
  }</section>`;
}
