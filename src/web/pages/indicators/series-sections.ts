import {
  deliveryState,
  deliveryStates,
  type FigureDelivery,
  type IndicatorDefinition,
  type Series,
  targetBounds,
  targetKinds,
} from '../../../domain/indicators/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { postButton } from '../../components/form/form.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { askLink } from './ask-link.ts';
import { asOfWords, numberWords, sentence, valueWords } from './figure-words.ts';
import { texts } from './texts.ts';

/** What is aimed at, with what it is counted per; and the way to set another aim. */
export function targetSection(ctx: RequestContext, { indicator, targets }: Series, mayEdit: boolean): Content {
  const t = texts[ctx.language];
  if (targets.length === 0 && !mayEdit) return null;
  const here = recordAddress('indicator', indicator.id);
  const list =
    targets.length === 0
      ? html`<p>${t.noTargets}</p>`
      : table(ctx, {
          caption: t.targets,
          captionHidden: true,
          dense: true,
          columns: [
            { key: 'kind', text: t.targetKind },
            { key: 'value', text: t.value, kind: 'number' },
            { key: 'per', text: t.countedPer },
            { key: 'holds', text: t.holds },
            ...(mayEdit ? ([{ key: 'remove', text: t.remove }] as const) : []),
          ],
          rows: targets.map(({ id, kind, bound, value, denominator, from, to, place, note }) => ({
            kind: html`${targetKinds[kind][ctx.language]}${place ? html`, <span lang="sv">${place}</span>` : null}${note ? html`<br><span class="soft" lang="sv">${note}</span>` : null}`,
            value: `${targetBounds[bound][ctx.language].toLocaleLowerCase(ctx.language)} ${valueWords(ctx, indicator, { value, qualifier: null })}`,
            per: denominator ? html`<span lang="sv">${denominator}</span>` : '–',
            holds:
              from === null && to === null
                ? t.always
                : `${from ? asOfWords(ctx, from) : ''}–${to ? asOfWords(ctx, to) : ''}`,
            remove: postButton(ctx, {
              action: `${here}/mal/ta-bort`,
              text: t.remove,
              variant: 'quiet',
              fields: { targetId: id },
              about: numberWords(ctx, value),
            }),
          })),
        });
  return html`<section><h2>${t.targets}</h2>${list}${mayEdit ? html`<p>${linkButton({ text: t.addTarget, href: `${here}/mal`, variant: 'secondary' })}</p>` : null}</section>`;
}

/** What the indicator means now, and what it meant before. */
export function definitionSection(ctx: RequestContext, { indicator, definitions }: Series, mayEdit: boolean): Content {
  const t = texts[ctx.language];
  const current = indicator.definition;
  if (!current && !mayEdit) return null;
  const earlier = definitions.slice(0, -1).toReversed();
  return html`<section id="definition"><h2>${t.definition}</h2>
${current ? definitionRows(ctx, current) : html`<p>${t.noDefinition}</p>`}
${earlier.length > 0 ? html`<details class="help"><summary>${t.earlierDefinitions(ctx.format.number(earlier.length))}</summary>${earlier.map((one) => definitionRows(ctx, one))}</details>` : null}
${mayEdit ? html`<p>${linkButton({ text: t.newDefinition, href: `${recordAddress('indicator', indicator.id)}/definition`, variant: 'secondary' })}</p>` : null}</section>`;
}

function definitionRows(ctx: RequestContext, one: IndicatorDefinition): Html {
  const t = texts[ctx.language];
  const own = (text: string | null) => text && html`<span lang="sv">${text}</span>`;
  return summaryList([
    {
      term: t.version,
      value: one.validFrom ? t.versionFrom(one.number, asOfWords(ctx, one.validFrom)) : String(one.number),
    },
    { term: t.definition, value: own(one.definition) },
    { term: t.numerator, value: own(one.numerator) },
    { term: t.denominator, value: own(one.denominator) },
    { term: t.dataSource, value: own(one.source) },
    { term: t.method, value: own(one.method) },
    { term: t.breakLabel, value: one.breaksSeries ? (own(one.breakNote) ?? t.breaksHere) : null },
  ]);
}

const tones: Readonly<Record<keyof typeof deliveryStates, TagTone>> = {
  expected: 'neutral',
  late: 'late',
  delivered: 'ok',
  deliveredLate: 'part',
  declined: 'unknown',
};

/** Who delivers the figures of which period, by when; what is late is said. */
export function deliverySection(
  ctx: RequestContext,
  deliveries: readonly FigureDelivery[],
  here: string,
  mayEdit: boolean,
): Content {
  const t = texts[ctx.language];
  if (deliveries.length === 0 && !mayEdit) return null;
  return html`<section id="leveranser"><h2>${t.deliveries}</h2>${deliveries.length === 0 ? html`<p>${t.noDeliveries}</p>` : deliveryTable(ctx, deliveries, false)}${mayEdit ? html`<p>${linkButton({ text: t.planDeliveries, href: `${here}/leveranser`, variant: 'secondary' })}</p>` : null}</section>`;
}

export function deliveryTable(
  ctx: RequestContext,
  deliveries: readonly FigureDelivery[],
  withIndicator: boolean,
): Html {
  const t = texts[ctx.language];
  const today = ctx.services.runtime.today();
  return table(ctx, {
    caption: t.deliveries,
    captionHidden: true,
    dense: true,
    columns: [
      ...(withIndicator ? ([{ key: 'indicator', text: t.indicator }] as const) : []),
      { key: 'body', text: t.deliverer },
      { key: 'period', text: t.period },
      { key: 'due', text: t.due, kind: 'date' },
      { key: 'state', text: t.state },
    ],
    rows: deliveries.map((one) => {
      const state = deliveryState(one, today);
      const when = one.deliveredOn ? ` ${ctx.format.date(one.deliveredOn)}` : '';
      return {
        indicator: html`<a href="${recordAddress('indicator', one.indicatorId)}" lang="sv">${sentence(one.indicatorName)}</a>`,
        body: html`<a href="${recordAddress('body', one.bodyId)}" lang="sv">${one.bodyName}</a>`,
        period: asOfWords(ctx, one.period),
        due: ctx.format.date(one.dueOn),
        state: html`${tag({ text: `${deliveryStates[state][ctx.language]}${when}`, tone: tones[state] })}${one.declinedReason ? html` <span class="soft" lang="sv">${one.declinedReason}</span>` : null}${askLink(ctx, one)}`,
      };
    }),
  });
}
