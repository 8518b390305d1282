import { type AnswerMatrix, answerTypes, type MatrixCell } from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { button } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { texts } from './texts.ts';

/** The answers of a year, assignment by body: who has answered what, and where an answer is owed. */
export function reportMatrixPage(ctx: RequestContext, matrix: AnswerMatrix, years: readonly number[]): Page {
  const t = deliveryTexts[ctx.language];
  const title = t.matrixTitle(matrix.year);
  const state = freshForm({ ar: String(matrix.year) });
  return page({
    title,
    width: 'wide',
    crumbs: [{ text: texts[ctx.language].title, href: '/uppfoljning' }, { text: title }],
    lead: t.matrixLead,
    body: html`<form method="get" action="/uppfoljning/svar-per-organ" class="filter">${field(ctx, {
      kind: 'select',
      name: 'ar',
      label: t.matrixYear,
      state,
      options: years.map((year) => ({ value: String(year), text: String(year) })),
    })}${button({ text: t.matrixShow, variant: 'secondary' })}</form>${
      matrix.rows.length === 0 || matrix.bodies.length === 0
        ? emptyState({ title: t.matrixNone, body: t.matrixNoneBody })
        : html`<ul>${matrix.bodies.map(
            ({ name, reportId, missing }) =>
              html`<li>${reportId ? html`<a href="${recordAddress('report', reportId)}" lang="sv">${name}</a>` : html`<span lang="sv">${name}</span> <span class="soft">(${t.notBegun})</span>`}: ${missing === 0 ? tag({ text: t.allThere, tone: 'ok' }) : tag({ text: t.missingCount(missing), tone: 'late' })}</li>`,
          )}</ul>${matrixTable(ctx, matrix)}`
    }`,
  });
}

function matrixTable(ctx: RequestContext, { bodies, rows }: AnswerMatrix): Content {
  const t = deliveryTexts[ctx.language];
  return table<string>(ctx, {
    caption: t.matrixLink,
    captionHidden: true,
    dense: true,
    rowHeader: 'assignment',
    columns: [{ key: 'assignment', text: t.assignment }, ...bodies.map(({ id, name }) => ({ key: id, text: name }))],
    rows: rows.map(({ id, number, title, cells }) => ({
      assignment: html`${number === null ? '' : `${number}. `}<a href="${recordAddress('assignment', id)}" lang="sv">${title}</a>`,
      ...Object.fromEntries(cells.map((cell) => [cell.bodyId, cellContent(ctx, cell)])),
    })),
  });
}

function cellContent(ctx: RequestContext, { answer }: MatrixCell): Content {
  const t = deliveryTexts[ctx.language];
  if (!answer || answer.empty) return tag({ text: t.missing, tone: 'late' });
  const label = answerTypes[answer.answerType].label[ctx.language];
  return html`<a href="${recordAddress('reportEntry', answer.entryId, answer.reportId)}">${label}</a>`;
}
