import { assessmentStatuses } from '../../../domain/assessments/index.ts';
import {
  answerTypes,
  type ComparedEntry,
  comparisonMarks,
  isDirectedElsewhere,
  promiseOutcomes,
  type Report,
} from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import type { Page } from '../../reply.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { promiseTones } from './last-time.ts';
import { subPage } from './report-sub-page.ts';
import { entryNumber, statusTone } from './report-view.ts';

/** The answers beside those that the body gave last time, with what was planned then and whether it happened. */
export function reportComparePage(ctx: RequestContext, report: Report, compared: readonly ComparedEntry[]): Page {
  const t = deliveryTexts[ctx.language];
  const rows = compared.filter(({ entry }) => !isDirectedElsewhere(entry));
  const year = Math.max(...rows.flatMap(({ last }) => last?.year ?? []));
  return subPage(ctx, report, {
    title: Number.isFinite(year) ? t.compareTitle(year) : t.compareTitleNone,
    lead: t.compareLead,
    width: 'wide',
    body:
      rows.every(({ last }) => last === null) && rows.length === 0
        ? emptyState({ title: t.compareTitleNone, body: t.compareNone })
        : html`${Number.isFinite(year) ? null : html`<p>${t.compareNone}</p>`}${table(ctx, {
            caption: t.compareTitleNone,
            captionHidden: true,
            rowHeader: 'assignment',
            columns: [
              { key: 'assignment', text: t.assignment },
              { key: 'last', text: t.lastAnswer },
              { key: 'now', text: t.thisAnswer },
              { key: 'promised', text: t.promised },
              { key: 'marks', text: t.marks },
            ],
            rows: rows.map((one) => row(ctx, report, one)),
          })}`,
  });
}

type ComparedRow = Readonly<Record<'assignment' | 'last' | 'now' | 'promised' | 'marks', Content>>;

function row(ctx: RequestContext, report: Report, { entry, last, marks }: ComparedEntry): ComparedRow {
  const t = deliveryTexts[ctx.language];
  const { language } = ctx;
  const status = (code: keyof typeof assessmentStatuses | null | undefined) =>
    code ? html` ${tag({ text: assessmentStatuses[code].label[language], tone: statusTone(code) })}` : null;
  return {
    assignment: html`${entryNumber(entry)}. <a href="${recordAddress('assignment', entry.assignment.id)}" lang="sv">${entry.assignment.title}</a>`,
    last: last
      ? html`<a href="${recordAddress('reportEntry', last.entryId, last.reportId)}">${last.year}${last.number === null ? '' : `:${last.number}`}</a> ${tag({ text: answerTypes[last.answerType].label[language], tone: 'neutral' })}${status(last.status)}<br><span lang="sv">${last.answer}</span>`
      : html`<span class="soft">${t.newAssignment}</span>`,
    now: html`<a href="${recordAddress('reportEntry', entry.id, report.id)}">${answerTypes[entry.answerType].label[language]}</a>${status(entry.quotation?.status)}<br><span lang="sv">${entry.answer}</span>`,
    promised: (last?.promises ?? []).map(
      ({ text, outcome }) =>
        html`<p><span lang="sv">”${text}”</span> ${tag({ text: promiseOutcomes[outcome][language], tone: promiseTones[outcome] })}</p>`,
    ),
    marks: marks.map((mark) => html`<p>${comparisonMarks[mark][language]}</p>`),
  };
}
