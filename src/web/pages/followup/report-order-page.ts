import {
  type Report,
  reportGroupingCodes,
  reportGroupings,
  reportSelectionCodes,
  reportSelections,
} from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import type { Page } from '../../reply.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { subPage } from './report-sub-page.ts';

/** An assignment of the year in which the body has no part, which the report may take up all the same. */
export type OtherAssignment = { readonly id: string; readonly number: number | null; readonly title: string };

/** Where the order, the headings and the selection of a report are chosen. */
export function reportOrderPage(
  ctx: RequestContext,
  report: Report,
  others: readonly OtherAssignment[],
  sent?: FormState,
): Page {
  const t = deliveryTexts[ctx.language];
  const here = recordAddress('report', report.id);
  const state =
    sent ??
    freshForm({
      grouping: report.grouping,
      selection: report.selection,
      chosen: report.entries.filter((entry) => entry.chosen).map(({ assignment }) => assignment.id),
    });
  return subPage(ctx, report, {
    title: t.orderTitle,
    lead: t.orderLead,
    body: form(ctx, {
      action: `${here}/ordning`,
      submit: ctx.language === 'sv' ? 'Spara' : 'Save',
      state,
      labels: { grouping: t.grouping, selection: t.selection, chosen: t.chosen },
      version: report.version,
      cancel: { href: here },
      body: html`${choices(ctx, {
        kind: 'radio',
        name: 'grouping',
        legend: t.grouping,
        state,
        options: reportGroupingCodes.map((code) => ({ value: code, text: reportGroupings[code][ctx.language] })),
      })}${choices(ctx, {
        kind: 'radio',
        name: 'selection',
        legend: t.selection,
        hint: t.selectionHint,
        state,
        options: reportSelectionCodes.map((code) => ({ value: code, text: reportSelections[code][ctx.language] })),
      })}${
        others.length === 0
          ? html`<p class="soft">${t.noOthers}</p>`
          : choices(ctx, {
              kind: 'checkbox',
              name: 'chosen',
              legend: t.chosen,
              hint: t.chosenHint,
              state,
              options: others.map(({ id, number, title }) => ({
                value: id,
                text: `${number === null ? '' : `${number}. `}${title}`,
              })),
            })
      }`,
    }),
  });
}
