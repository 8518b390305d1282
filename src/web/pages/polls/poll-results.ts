import type { Distribution, Poll, PollComment, QuestionResult } from '../../../domain/polls/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { barChart } from '../../components/bar-chart/bar-chart.ts';
import { help } from '../../components/help/help.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { texts } from './texts.ts';

/** The answers to each question: bars, the same figures as a table, and the groups that may be shown. */
export function pollResults(
  ctx: RequestContext,
  poll: Pick<Poll, 'groupLabel' | 'questions'>,
  results: readonly QuestionResult[],
  options: { readonly goals?: boolean; readonly level?: 2 | 3 } = {},
): Html {
  return html`${results.map((result) => questionResult(ctx, poll, result, options))}`;
}

function questionResult(
  ctx: RequestContext,
  { groupLabel }: Pick<Poll, 'groupLabel'>,
  { question, all, groups }: QuestionResult,
  { goals, level = 3 }: { readonly goals?: boolean; readonly level?: 2 | 3 },
): Html {
  const t = texts[ctx.language];
  const heading = html`<span lang="sv">${question.prompt}</span>`;
  const hidden = groups.some(({ result }) => result === 'few');
  return html`<section id="fraga-${question.id}">${level === 2 ? html`<h2>${heading}</h2>` : html`<h3>${heading}</h3>`}
${goals && question.goal ? html`<p class="soft">${t.goal}: <a href="${recordAddress('goal', question.goal.id)}" lang="sv">${question.goal.heading}</a></p>` : null}
${all === 'few' ? html`<p class="soft">${t.few}</p>` : chart(ctx, question.id, question.prompt, all)}
${groups.length > 0 ? html`${groupTable(ctx, groupLabel ?? t.group, { question, all, groups })}${hidden ? html`<p class="soft">${t.fewNote}</p>` : null}` : null}</section>`;
}

function chart(ctx: RequestContext, id: string, prompt: string, { answered, values, median }: Distribution): Html {
  const t = texts[ctx.language];
  const { number, percent } = ctx.format;
  return html`<p>${t.answered(number(answered))}${median === null ? null : html` · ${t.median}: <strong>${number(median, median % 1 ? 1 : 0)}</strong>`}</p>
${barChart({
  id: `stapel-${id}`,
  title: t.chartOf(prompt),
  titleHidden: true,
  bars: values.map(({ label, count }) => ({
    label,
    value: count,
    text: `${number(count)} (${percent(count / answered)})`,
  })),
  table: help({
    summary: t.asTable,
    body: table(ctx, {
      caption: prompt,
      captionHidden: true,
      dense: true,
      columns: [
        { key: 'answer', text: t.answer },
        { key: 'count', text: t.count, kind: 'number' },
        { key: 'share', text: t.share, kind: 'number' },
      ],
      rows: values.map(({ label, count }) => ({
        answer: html`<span lang="sv">${label}</span>`,
        count: number(count),
        share: percent(count / answered),
      })),
    }),
  }),
})}`;
}

/** The groups side by side: how many answered, and how many gave each answer. */
function groupTable(ctx: RequestContext, label: string, { question, all, groups }: QuestionResult): Html {
  const t = texts[ctx.language];
  const { number } = ctx.format;
  const shown = groups.map(({ result }) => result).find((result) => result !== 'few');
  const values = all === 'few' ? [] : all.values;
  const columns = [
    { key: 'group', text: label },
    { key: 'answered', text: t.answers, kind: 'number' as const },
    ...(shown
      ? [
          ...values.map(({ value, label: text }) => ({ key: value, text, kind: 'number' as const })),
          ...(question.kind === 'agree' ? [{ key: 'median', text: t.median, kind: 'number' as const }] : []),
        ]
      : []),
  ];
  return table(ctx, {
    caption: t.byGroup(label.toLocaleLowerCase('sv')),
    dense: true,
    wrapHeads: true,
    columns,
    rows: groups.map(({ name, result }) => ({
      group: name === null ? t.noGroup : html`<span lang="sv">${name}</span>`,
      answered: result === 'few' ? html`<span class="soft">${t.fewShort}</span>` : number(result.answered),
      ...Object.fromEntries(
        result === 'few'
          ? values.map(({ value }) => [value, '–'])
          : result.values.map(({ value, count }) => [value, number(count)]),
      ),
      median: result === 'few' || result.median === null ? '–' : number(result.median, result.median % 1 ? 1 : 0),
    })),
  });
}

/** What was written in own words and may be shown, under its question. */
export function shownComments(
  ctx: RequestContext,
  { questions }: Pick<Poll, 'questions'>,
  comments: readonly PollComment[],
  level: 2 | 3 = 3,
): Html {
  return html`${questions
    .filter(({ id }) => comments.some(({ questionId }) => questionId === id))
    .map(({ id, prompt }) => {
      const heading = html`<span lang="sv">${prompt}</span>`;
      return html`<section>${level === 2 ? html`<h2>${heading}</h2>` : html`<h3>${heading}</h3>`}<ul lang="sv">${comments
        .filter(({ questionId }) => questionId === id)
        .map(({ comment }) => html`<li>${comment}</li>`)}</ul></section>`;
    })}${comments.length === 0 ? html`<p class="soft">${texts[ctx.language].noComments}</p>` : null}`;
}
