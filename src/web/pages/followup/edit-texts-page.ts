import { isPeriodReportKind, type Report, receiverPurposes } from '../../../domain/reports/index.ts';
import type { Id } from '../../../kernel/id.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { errorMessage, errorOf, field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { sideBySide } from '../../components/side-by-side/side-by-side.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { attributes, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { periodReportAddress } from './period-report-address.ts';
import { periodReportTexts } from './period-report-texts.ts';
import { reportFrame } from './report-page.ts';
import { workTexts } from './work-texts.ts';

type Bodies = readonly { readonly id: Id<'body'>; readonly name: string }[];

/** Title, foreword and closing of a report, and the body it goes to. */
export function editTextsPage(ctx: RequestContext, report: Report, bodies: Bodies, sent?: FormState): Page {
  const t = workTexts[ctx.language];
  const { crumbs } = reportFrame(ctx, report);
  const here = recordAddress('report', report.id);
  const { title, foreword, closing, to } = report;
  const state = sent ?? freshForm({ title, foreword, closing, toBodyId: to?.id, ...purposes(report) });
  const others = bodies.filter(({ id }) => id !== report.body.id).map(({ id, name }) => ({ value: id, text: name }));
  const labels = { title: t.titleField, foreword: t.foreword, closing: t.closing, toBodyId: t.receiver };
  const period = isPeriodReportKind(report.kind);
  const p = periodReportTexts[ctx.language];
  const body = html`${state.conflict ? savedNow(ctx, report, state) : null}
${field(ctx, { name: 'title', label: t.titleField, state, width: 'full' })}
${field(ctx, {
  kind: 'select',
  name: 'toBodyId',
  label: t.receiver,
  hint: t.receiverHint,
  optional: true,
  empty: t.noReceiver,
  state,
  options: others,
})}
${field(ctx, {
  kind: 'select',
  name: 'toPurpose',
  label: deliveryTexts[ctx.language].purpose(1),
  optional: true,
  empty: receiverPurposes.treatment[ctx.language],
  state,
  options: [{ value: 'information', text: receiverPurposes.information[ctx.language] }],
})}
${moreReceivers(ctx, report, others, state)}
${
  period
    ? html`<p><a href="${periodReportAddress(report.id, 'kapitel/closing')}">${p.closingChapter}</a></p>`
    : html`${field(ctx, { kind: 'textarea', name: 'foreword', label: t.foreword, hint: t.forewordHint, rows: 7, optional: true, state })}
${field(ctx, { kind: 'textarea', name: 'closing', label: t.closing, hint: t.closingHint, rows: 4, optional: true, state })}`
}`;
  return page({
    title: period ? p.editFrame : t.textsTitle,
    width: state.conflict ? 'normal' : 'text',
    crumbs: [
      ...crumbs.slice(0, -1),
      { text: crumbs.at(-1)?.text ?? '', href: here },
      { text: period ? p.editFrame : t.textsTitle },
    ],
    body: form(ctx, {
      action: period ? periodReportAddress(report.id, 'texter') : `${here}/texter`,
      submit: t.saveTexts,
      state,
      labels,
      body,
      version: report.version,
      cancel: { href: here },
    }),
  });
}

/** How many receivers can be chosen beside the first without asking for the page again: one more than there are, three at least. */
const placesFor = (report: Report) => Math.max(2, report.receivers.length);

/** What the fields of the receivers hold beside the first body. */
function purposes({ receivers: [first, ...further] }: Report): FormState['values'] {
  return {
    toPurpose: first?.purpose,
    ...Object.fromEntries(
      further.flatMap(({ body, purpose }, index) => [
        [`alsoTo.${index}.bodyId`, body.id],
        [`alsoTo.${index}.purpose`, purpose],
      ]),
    ),
  };
}

/** Further receivers, each with why it gets the report. They are behind a summary because most reports have one receiver. */
function moreReceivers(
  ctx: RequestContext,
  report: Report,
  options: readonly { readonly value: string; readonly text: string }[],
  state: FormState,
): Html {
  const d = deliveryTexts[ctx.language];
  const places = Array.from({ length: placesFor(report) }, (_, index) => index);
  return html`<details${attributes({ open: report.receivers.length > 1 || state.problems.some(({ path }) => path.startsWith('receivers')) })}><summary>${d.furtherReceivers}</summary>${errorAbout(ctx, state)}${places.map(
    (index) =>
      html`${field(ctx, { kind: 'select', name: `alsoTo.${index}.bodyId`, label: d.receiver(index + 2), optional: true, empty: d.noReceiver, state, options })}${field(
        ctx,
        {
          kind: 'select',
          name: `alsoTo.${index}.purpose`,
          label: d.purpose(index + 2),
          optional: true,
          empty: receiverPurposes.information[ctx.language],
          state,
          options: [{ value: 'treatment', text: receiverPurposes.treatment[ctx.language] }],
        },
      )}`,
  )}</details>`;
}

function errorAbout(ctx: RequestContext, state: FormState): Html | null {
  const error = errorOf(ctx, state, 'receivers');
  return error ? errorMessage(ctx, 'receivers', error) : null;
}

/** What is saved now beside what was typed, text by text, where they differ. */
function savedNow(ctx: RequestContext, report: Report, state: FormState): Html {
  const t = workTexts[ctx.language];
  const names = isPeriodReportKind(report.kind) ? (['title'] as const) : (['title', 'foreword', 'closing'] as const);
  const rows = names.flatMap((name) => {
    const typed = [state.values[name] ?? ''].flat().join('\n');
    if (typed.replace(/\r\n?/g, '\n').trim() === report[name]) return [];
    const label = { title: t.titleField, foreword: t.foreword, closing: t.closing }[name];
    return [
      sideBySide({
        leftLabel: `${label}: ${t.savedByOther}`,
        rightLabel: `${label}: ${t.yourText}`,
        left: html`<h3>${label}: ${t.savedByOther}</h3><blockquote lang="sv">${report[name]}</blockquote>`,
        right: html`<h3>${label}: ${t.yourText}</h3><blockquote lang="sv">${typed}</blockquote>`,
      }),
    ];
  });
  return html`${rows}`;
}
