import type { FormVersion } from '../../../../domain/forms/index.ts';
import type { Body } from '../../../../domain/organisation/index.ts';
import { linkButton } from '../../../components/button/button.ts';
import { emptyState } from '../../../components/empty-state/empty-state.ts';
import { field } from '../../../components/field/field.ts';
import { form } from '../../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../../contracts.ts';
import { html } from '../../../html.ts';
import { type Page, page } from '../../../reply.ts';
import { workPath } from './report-address.ts';
import { workTexts } from './work-texts.ts';

/** Where a return is begun: which form, for which year, who decides, who is to have it and when. */
export function startPage(
  ctx: RequestContext,
  { versions, bodies }: { readonly versions: readonly FormVersion[]; readonly bodies: readonly Body[] },
  sent?: FormState,
): Page {
  const t = workTexts[ctx.language];
  const newest = versions[0];
  const state =
    sent ??
    freshForm({
      formVersionId: newest?.id ?? '',
      title: newest?.form.title ?? '',
      year: newest?.year ? String(newest.year) : '',
    });
  const labels = {
    formVersionId: t.form,
    title: t.titleLabel,
    year: t.year,
    bodyId: t.body,
    receiver: t.receiver,
    dueOn: t.due,
  };
  const crumbs = [
    { text: t.followup, href: '/uppfoljning' },
    { text: t.returns, href: '/redovisningar' },
    { text: t.start },
  ];
  if (!newest)
    return page({
      title: t.start,
      crumbs,
      width: 'text',
      body: emptyState({
        title: t.noForm,
        body: t.noFormBody,
        action: linkButton({ text: t.toForms, href: '/formular' }),
      }),
    });
  return page({
    title: t.start,
    crumbs,
    width: 'text',
    lead: t.startLead,
    body: form(ctx, {
      action: `${workPath}/ny`,
      submit: t.startButton,
      state,
      labels,
      cancel: { href: '/redovisningar' },
      body: html`${field(ctx, {
        kind: 'select',
        name: 'formVersionId',
        label: t.form,
        state,
        options: versions.map((one) => ({ value: one.id, text: t.formName(one.form.title, String(one.year ?? '')) })),
      })}${field(ctx, { name: 'title', label: t.titleLabel, state })}${field(ctx, { kind: 'number', name: 'year', label: t.year, hint: t.yearHint, state })}${field(
        ctx,
        {
          kind: 'select',
          name: 'bodyId',
          label: t.body,
          state,
          options: bodies.map(({ id, name }) => ({ value: id, text: name })),
        },
      )}${field(ctx, { name: 'receiver', label: t.receiver, hint: t.receiverHint, state })}${field(ctx, { kind: 'date', name: 'dueOn', label: t.due, hint: t.dueHint, state })}`,
    }),
  });
}
