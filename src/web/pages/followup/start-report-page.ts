import type { ReportSummary } from '../../../domain/reports/index.ts';
import type { Id } from '../../../kernel/id.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { texts } from './texts.ts';

/** The bodies that the reader may write for, and the report that stands in the way when there is one. */
export type StartFacts = {
  readonly bodies: readonly { readonly id: Id<'body'>; readonly name: string }[];
  readonly existing?: ReportSummary | undefined;
};

/** Begins a report-back: which body, which year. Everything else is drafted from the register. */
export function startReportPage(ctx: RequestContext, state: FormState, { bodies, existing }: StartFacts): Page {
  const t = texts[ctx.language];
  const fields = html`${field(ctx, {
    kind: 'select',
    name: 'bodyId',
    label: t.body,
    state,
    options: bodies.map(({ id, name }) => ({ value: id, text: name })),
  })}${field(ctx, { kind: 'number', name: 'year', label: t.year, hint: t.startYearHint, state })}`;
  const other = existing
    ? notice(ctx, {
        tone: 'info',
        body: html`<a href="${recordAddress('report', existing.id)}">${t.existsAlready}: <span lang="sv">${existing.title}</span>, ${existing.year}</a>`,
      })
    : null;
  return page({
    title: t.startTitle,
    lead: t.startLead,
    width: 'text',
    crumbs: [{ text: t.title, href: '/uppfoljning' }, { text: t.startTitle }],
    body:
      bodies.length === 0
        ? emptyState({ title: t.startTitle, body: t.noBody })
        : html`${other}${form(ctx, {
            action: '/uppfoljning/ny',
            submit: t.startSubmit,
            state,
            labels: { bodyId: t.body, year: t.year },
            body: fields,
            cancel: { href: '/uppfoljning' },
          })}`,
  });
}
