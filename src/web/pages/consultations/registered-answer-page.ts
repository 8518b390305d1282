import {
  type Consultation,
  type ConsultationResponse,
  type SentAnswer,
  stances,
} from '../../../domain/consultations/index.ts';
import type { MeetingSummary } from '../../../domain/meetings/index.ts';
import { secrecyLevels } from '../../../domain/secrecy/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { roundCrumbs } from './round-crumbs.ts';
import { texts } from './texts.ts';

/** The form of what came in from one who was asked. */
export function answerFormPage(
  ctx: RequestContext,
  {
    consultation,
    response,
    meetings,
    sent,
  }: {
    readonly consultation: Consultation;
    readonly response: ConsultationResponse;
    readonly meetings: readonly MeetingSummary[];
    readonly sent: readonly SentAnswer[];
  },
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
    decidedOn: t.decidedOn,
    decisionSection: t.section,
    secrecyProvision: t.provision,
  };
  const saved: Readonly<Record<string, string>> = answerValues(response);
  return page({
    title,
    width: 'text',
    crumbs: roundCrumbs(ctx, consultation, title),
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
        })}${field(ctx, { kind: 'textarea', name: 'comment', label: t.comment, optional: true, state })}${field(ctx, { kind: 'date', name: 'decidedOn', label: t.decidedOn, optional: true, state })}${field(
          ctx,
          { name: 'decisionSection', label: t.section, width: 'short', optional: true, state },
        )}${field(ctx, {
          kind: 'select',
          name: 'meetingId',
          label: t.atMeeting,
          hint: t.atMeetingHint,
          empty: t.notAtMeeting,
          optional: true,
          options: meetings.map(({ id, body, heldOn }) => ({
            value: id,
            text: `${body.name} ${ctx.format.date(heldOn)}`,
          })),
          state,
        })}${field(ctx, {
          kind: 'select',
          name: 'secrecyLevel',
          label: t.secrecy,
          optional: true,
          options: Object.entries(secrecyLevels).map(([value, { label }]) => ({ value, text: label[ctx.language] })),
          state,
        })}${field(ctx, { name: 'secrecyProvision', label: t.provision, hint: t.provisionHint, optional: true, state })}`,
      },
    )}${earlierAnswers(ctx, sent)}`,
  });
}

/** An answer as its form shows it. */
export function answerValues(response: ConsultationResponse) {
  const { receivedOn, sender, stance, comment, decidedOn, decisionSection, meetingId } = response;
  return {
    receivedOn: receivedOn ?? '',
    sender: sender ?? '',
    stance: stance ?? '',
    comment: comment ?? '',
    decidedOn: decidedOn ?? '',
    decisionSection: decisionSection ?? '',
    meetingId: meetingId ?? '',
    secrecyLevel: response.secrecyLevel,
    secrecyProvision: response.secrecyProvision ?? '',
  };
}

/** Every answer that was sent in, as it was: a later one took its place and left it here. */
function earlierAnswers(ctx: RequestContext, sent: readonly SentAnswer[]) {
  const t = texts[ctx.language];
  if (sent.length === 0) return null;
  return html`<section><h2>${t.earlier}</h2><ol reversed>${sent.map(
    ({ number, sentAt, sentBy, content }) =>
      html`<li>${t.earlierLine(number, ctx.format.instant(sentAt), sentBy)}: ${content.stance ? stances[content.stance][ctx.language] : '–'}${content.comment ? html`. <span lang="sv">${content.comment}</span>` : null}</li>`,
  )}</ol></section>`;
}
