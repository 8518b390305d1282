import { type AgreementStep, earliestEnd, type WholeAgreement } from '../../../domain/agreements/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { agreementCrumbs } from './agreement-view.ts';
import { texts } from './texts.ts';

/** The form in which a step of the plan is added, changed, or told to be done. */
export function stepPage(
  ctx: RequestContext,
  { agreement, step }: { readonly agreement: WholeAgreement; readonly step?: AgreementStep },
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const here = recordAddress('agreement', agreement.id);
  const title = step ? t.changeStep : t.addStep;
  const saved = {
    what: step?.what ?? '',
    responsible: step?.responsible ?? '',
    dueOn: step?.dueOn ?? '',
    doneOn: step?.doneOn ?? '',
    note: step?.note ?? '',
  };
  const state = sent ?? freshForm(step ? saved : { ...saved, stepFor: 'together' });
  const labels = {
    what: t.step,
    stepFor: t.forWhom,
    responsible: t.responsible,
    dueOn: t.due,
    doneOn: t.done,
    note: t.note,
  };
  return page({
    title,
    crumbs: agreementCrumbs(ctx, agreement, title),
    body: html`${form(ctx, {
      action: step ? `${here}/steg/${step.id}` : `${here}/steg`,
      submit: t.saveStep,
      state,
      labels,
      ...(step && { version: step.version }),
      cancel: { href: `${here}#genomforande` },
      body: html`${
        step
          ? bothTexts(ctx, {
              state,
              fields: Object.entries(saved).map(([name, value]) => ({
                name,
                label: labels[name as keyof typeof labels],
                saved: value,
              })),
            })
          : null
      }${field(ctx, { name: 'what', label: t.step, width: 'full', state })}${
        step
          ? null
          : field(ctx, {
              kind: 'select',
              name: 'stepFor',
              label: t.forWhom,
              state,
              options: [
                { value: 'together', text: t.together },
                { value: 'each', text: t.each },
                ...agreement.parties.map(({ id, name }) => ({ value: id, text: name })),
              ],
            })
      }${field(ctx, { name: 'responsible', label: t.responsible, width: 'medium', state })}${field(ctx, { kind: 'date', name: 'dueOn', label: t.due, optional: true, state })}${field(ctx, { kind: 'date', name: 'doneOn', label: t.done, optional: true, state })}${field(ctx, { kind: 'textarea', name: 'note', label: t.note, optional: true, rows: 2, state })}`,
    })}${step ? postButton(ctx, { action: `${here}/steg/${step.id}/ta-bort`, text: t.removeStep, variant: 'secondary', version: step.version }) : null}`,
  });
}

/** The form in which notice is recorded, saying first when the agreement would end. */
export function noticePage(ctx: RequestContext, agreement: WholeAgreement, sent?: FormState): Page {
  const t = texts[ctx.language];
  const today = ctx.services.runtime.today();
  const end = earliestEnd(agreement, today);
  const here = recordAddress('agreement', agreement.id);
  const state = sent ?? freshForm({ givenOn: today });
  return page({
    title: t.noticeTitle(agreement.name),
    crumbs: agreementCrumbs(ctx, agreement, t.giveNotice),
    lead: end ? t.noticeLead(ctx.format.date(end)) : t.noticeLeadUnknown,
    body: form(ctx, {
      action: `${here}/sag-upp`,
      submit: t.giveNotice,
      state,
      labels: { givenOn: t.givenOn, givenBy: t.givenBy, endsOn: t.endsOnField },
      version: agreement.version,
      cancel: { href: here },
      body: html`${field(ctx, { kind: 'date', name: 'givenOn', label: t.givenOn, state })}${field(ctx, { name: 'givenBy', label: t.givenBy, width: 'medium', state })}${field(ctx, { kind: 'date', name: 'endsOn', label: t.endsOnField, hint: t.endsOnHint, optional: true, state })}`,
    }),
  });
}
