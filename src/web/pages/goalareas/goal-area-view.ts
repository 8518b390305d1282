import { type AreaFigure, type AreaRecord, type AreaTrend, areaTrends } from '../../../domain/goalareas/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { asOfWords, pointWords } from '../indicators/figure-words.ts';
import { texts } from './texts.ts';

export const areasHref = '/samverkan/malomraden';

const tones: Readonly<Record<AreaTrend, TagTone>> = {
  better: 'ok',
  worse: 'late',
  same: 'neutral',
  changed: 'info',
  unknown: 'unknown',
};

/** Which way a figure has gone, in a word and a shape. */
export function trendTag(ctx: RequestContext, trend: AreaTrend): Html {
  return tag({ text: areaTrends[trend][ctx.language], tone: tones[trend] });
}

/** The latest value of a figure with its unit and day; that it was only told in a text is said. */
export function latestValue(ctx: RequestContext, { latest, series }: AreaFigure): Content {
  const t = texts[ctx.language];
  if (latest === null || latest.value === null) return html`<span class="soft">${t.noValue}</span>`;
  const said = latest.claimed ? `, ${t.claimed}` : '';
  return html`<a href="${recordAddress('indicator', series.indicator.id)}" lang="sv">${pointWords(ctx, series.indicator, latest)}</a> <span class="soft">(${asOfWords(ctx, latest.asOf)}${said})</span>`;
}

/** A record of an area by name, with the way to it. */
export function recordLink({ noun, id, title }: AreaRecord): Html {
  return html`<a href="${recordAddress(noun, id)}" lang="sv">${title}</a>`;
}

/** The state of a record in a word, and that it is late. */
export function stateOf(ctx: RequestContext, { state, late }: AreaRecord): Content {
  const t = texts[ctx.language];
  return html`${state?.[ctx.language] ?? ''}${late ? html` ${tag({ text: t.late, tone: 'late' })}` : null}`;
}

/** When a record goes on. */
export function daysOf(ctx: RequestContext, { from, to }: AreaRecord): string {
  const show = (day: string) => (day.length === 10 ? ctx.format.date(day) : day);
  if (from === to && from !== null) return show(from);
  return [from && show(from), to && show(to)].map((day) => day ?? '').join(' – ') === ' – '
    ? ''
    : `${from ? show(from) : ''} – ${to ? show(to) : ''}`;
}
