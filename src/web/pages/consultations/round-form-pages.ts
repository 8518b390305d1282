import { type Consultation, type ConsultationResponse, stances } from '../../../domain/consultations/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { confirm } from '../../components/confirm/confirm.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { collaborationPaths } from '../collaboration/collaboration-tabs.ts';
import { recipientLines } from './recipient-lines.ts';
import { texts } from './texts.ts';

/** The form of a round: who asks, what the opinion should cover, by when, and who is asked. */
export function roundFormPage(
  ctx: RequestContext,
  { bodies, consultation }: { readonly bodies: readonly Body[]; readonly consultation?: Consultation },
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
    recipients: t.recipients,
  } as const;
  return page({
    title,
    width: 'text',
    lead: t.addLead,
    crumbs: [...crumbs(ctx), ...(consultation ? [{ text: consultation.title, href: back }] : []), { text: title }],
    body: html`${
      saved
        ? bothTexts(ctx, {
            state,
            fields: (Object.keys(labels) as (keyof typeof labels)[]).map((name) => ({
              name,
              label: labels[name],
              saved: saved[name],
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
      body: html`${field(ctx, { kind: 'select', name: 'bodyId', label: t.body, state, options: bodies.map(({ id, name }) => ({ value: id, text: name })) })}${field(
        ctx,
        { name: 'title', label: t.titleField, state },
      )}${field(ctx, { kind: 'textarea', name: 'scope', label: t.scope, hint: t.scopeHint, state })}${field(ctx, {
        kind: 'date',
        name: 'dueOn',
        label: t.dueOn,
        state,
      })}${field(ctx, { kind: 'textarea', name: 'recipients', label: t.recipients, hint: t.recipientsHint, rows: 8, state })}`,
    })}`,
  });
}

/** A draft as its form shows it. */
export function roundValues({ title, scope, dueOn, body, responses }: Consultation) {
  return {
    bodyId: body?.id ?? '',
    title,
    scope: scope ?? '',
    dueOn: dueOn ?? '',
    recipients: recipientLines(responses),
  };
}

/** The question before the one sending: who gets a letter, and who has to be asked in another way. */
export function sendPage(ctx: RequestContext, { id, version, title, dueOn, responses }: Consultation): Page {
  const t = texts[ctx.language];
  const href = recordAddress('consultation', id);
  const others = responses.filter(({ address }) => address === null).map(({ respondent }) => respondent);
  return page({
    title: t.sendTitle,
    width: 'text',
    lead: html`<span lang="sv">${title}</span>`,
    crumbs: [...crumbs(ctx), { text: title, href }, { text: t.sendTitle }],
    body: confirm(ctx, {
      consequences: [
        t.willWrite(responses.length - others.length),
        ...(others.length > 0 ? [t.noAddress(ctx.format.list(others))] : []),
        t.lastDayIs(dueOn ? ctx.format.date(dueOn) : '–'),
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

/** The form of what came in from one who was asked. */
export function answerFormPage(
  ctx: RequestContext,
  { consultation, response }: { readonly consultation: Consultation; readonly response: ConsultationResponse },
  state: FormState,
): Page {
  const t = texts[ctx.language];
  const href = recordAddress('consultation', consultation.id);
  const title = t.answerOf(response.respondent);
  const labels: Readonly<Record<string, string>> = {
    receivedOn: t.received,
    sender: t.sender,
    stance: t.stance,
    comment: t.comment,
  };
  const saved: Readonly<Record<string, string>> = answerValues(response);
  return page({
    title,
    width: 'text',
    crumbs: [...crumbs(ctx), { text: consultation.title, href }, { text: title }],
    body: html`${bothTexts(ctx, { state, fields: Object.entries(labels).map(([name, label]) => ({ name, label, saved: saved[name] ?? '' })) })}${form(
      ctx,
      {
        action: `${href}/svar/${response.id}`,
        submit: t.save,
        state,
        labels,
        version: response.version,
        cancel: { href },
        body: html`${field(ctx, { kind: 'date', name: 'receivedOn', label: t.received, state })}${field(ctx, {
          name: 'sender',
          label: t.sender,
          optional: true,
          state,
        })}${field(ctx, {
          kind: 'select',
          name: 'stance',
          label: t.stance,
          empty: t.stanceUnsaid,
          optional: true,
          options: Object.entries(stances).map(([value, label]) => ({ value, text: label[ctx.language] })),
          state,
        })}${field(ctx, { kind: 'textarea', name: 'comment', label: t.comment, optional: true, state })}`,
      },
    )}`,
  });
}

/** An answer as its form shows it. */
export function answerValues({ receivedOn, sender, stance, comment }: ConsultationResponse) {
  return { receivedOn: receivedOn ?? '', sender: sender ?? '', stance: stance ?? '', comment: comment ?? '' };
}

function crumbs(ctx: RequestContext) {
  const t = texts[ctx.language];
  return [
    { text: t.room, href: collaborationPaths.agreements },
    { text: t.title, href: collaborationPaths.consultations },
  ];
}
