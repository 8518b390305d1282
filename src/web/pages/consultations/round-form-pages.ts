import { type Consultation, consultationKinds, type RecipientChoice } from '../../../domain/consultations/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { confirm } from '../../components/confirm/confirm.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { collaborationPaths } from '../collaboration/collaboration-tabs.ts';
import { recipientLines } from './recipient-lines.ts';
import { consultationCrumbs, roundCrumbs } from './round-crumbs.ts';
import { texts } from './texts.ts';

/** The form of a round: who asks, what the opinion should cover, by when, and who is asked. */
export function roundFormPage(
  ctx: RequestContext,
  {
    bodies,
    choices: known,
    consultation,
  }: {
    readonly bodies: readonly Body[];
    readonly choices: readonly RecipientChoice[];
    readonly consultation?: Consultation;
  },
  state: FormState,
): Page {
  const t = texts[ctx.language];
  const title = consultation ? t.change : t.add;
  const back = consultation ? recordAddress('consultation', consultation.id) : collaborationPaths.consultations;
  const saved = consultation && roundValues(consultation);
  const labels = {
    title: t.titleField,
    scope: t.scope,
    dueOn: t.dueOn,
    workingDays: t.workingDays,
    questions: t.questions,
    recipients: t.recipients,
  } as const;
  return page({
    title,
    width: 'text',
    lead: t.addLead,
    crumbs: consultation ? roundCrumbs(ctx, consultation, title) : consultationCrumbs(ctx, title),
    body: html`${
      saved
        ? bothTexts(ctx, {
            state,
            fields: (Object.keys(labels) as (keyof typeof labels)[]).map((name) => ({
              name,
              label: labels[name],
              saved: [saved[name] ?? ''].flat().join('\n'),
            })),
          })
        : null
    }${form(ctx, {
      action: consultation ? `${back}/andra` : `${back}/ny`,
      submit: t.saveDraft,
      state,
      labels,
      ...(consultation && { version: consultation.version }),
      cancel: { href: back },
      body: html`${choices(ctx, {
        kind: 'radio',
        name: 'kind',
        legend: t.kind,
        hint: t.kindHint,
        state: { ...state, values: { ...state.values, kind: state.values.kind ?? 'external' } },
        options: Object.entries(consultationKinds).map(([value, label]) => ({ value, text: label[ctx.language] })),
      })}${field(ctx, { kind: 'select', name: 'bodyId', label: t.body, state, options: bodies.map(({ id, name }) => ({ value: id, text: name })) })}${field(
        ctx,
        { name: 'title', label: t.titleField, state },
      )}${field(ctx, { kind: 'textarea', name: 'scope', label: t.scope, hint: t.scopeHint, state })}${field(ctx, {
        kind: 'date',
        name: 'dueOn',
        label: t.dueOn,
        hint: t.dueOnHint,
        state,
      })}${field(ctx, {
        kind: 'number',
        name: 'workingDays',
        label: t.workingDays,
        hint: t.workingDaysHint,
        state,
      })}${field(ctx, {
        kind: 'textarea',
        name: 'questions',
        label: t.questions,
        hint: t.questionsHint,
        optional: true,
        state,
      })}${registerChoices(ctx, known, state)}${field(ctx, { kind: 'textarea', optional: true, name: 'recipients', label: t.otherRecipients, hint: t.recipientsHint, rows: 8, state })}`,
    })}`,
  });
}

/** Who stands in the register, to be ticked; all municipalities at once, because a county asks them all. */
function registerChoices(ctx: RequestContext, known: readonly RecipientChoice[], state: FormState) {
  const t = texts[ctx.language];
  const municipalities = known.filter(({ kind }) => kind === 'municipality');
  if (known.length === 0) return null;
  return choices(ctx, {
    kind: 'checkbox',
    name: 'bodies',
    legend: t.register,
    hint: t.registerHint,
    state,
    options: [
      ...(municipalities.length > 1
        ? [{ value: allMunicipalities, text: t.allMunicipalities(municipalities.length) }]
        : []),
      ...[...municipalities, ...known.filter(({ kind }) => kind !== 'municipality')].map(
        ({ bodyId, name, address }) => ({ value: bodyId, text: name, ...(address && { hint: address }) }),
      ),
    ],
  });
}

/** What the box for all municipalities of the register sends. */
export const allMunicipalities = 'kommuner';

/** A draft as its form shows it. */
export function roundValues({
  title,
  scope,
  dueOn,
  body,
  responses,
  kind,
  workingDays,
  questions,
}: Consultation): Readonly<Record<string, string | readonly string[]>> {
  return {
    bodyId: body?.id ?? '',
    title,
    scope: scope ?? '',
    dueOn: dueOn ?? '',
    kind,
    workingDays: workingDays === null ? '' : String(workingDays),
    questions: questions.join('\n'),
    bodies: responses.flatMap(({ bodyId }) => bodyId ?? []),
    recipients: recipientLines(responses.filter(({ bodyId, address }) => bodyId === null || address !== null)),
  };
}

/** The question before the one sending: who gets a letter, and who has to be asked in another way. */
export function sendPage(ctx: RequestContext, consultation: Consultation): Page {
  const t = texts[ctx.language];
  const { id, version, title, dueOn, workingDays, responses } = consultation;
  const href = recordAddress('consultation', id);
  const others = responses.filter(({ address }) => address === null).map(({ respondent }) => respondent);
  return page({
    title: t.sendTitle,
    width: 'text',
    lead: html`<span lang="sv">${title}</span>`,
    crumbs: roundCrumbs(ctx, consultation, t.sendTitle),
    body: confirm(ctx, {
      consequences: [
        t.willWrite(responses.length - others.length),
        ...(others.length > 0 ? [t.noAddress(ctx.format.list(others))] : []),
        t.lastDayIs(dueOn ? ctx.format.date(dueOn) : `${workingDays ?? '–'} ${t.workingDaysUnit}`),
        t.once,
      ],
      action: `${href}/skicka`,
      submit: t.send,
      variant: 'primary',
      version,
      cancelHref: href,
    }),
  });
}
