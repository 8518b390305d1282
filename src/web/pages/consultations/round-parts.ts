import { may } from '../../../domain/access/index.ts';
import {
  type AnswerPunctuality,
  answerPunctualities,
  type Consultation,
  type ConsultationResponse,
  consultationActionsIn,
  consultationKinds,
  consultationStates,
  isAnswered,
  punctualityOf,
} from '../../../domain/consultations/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { postButton } from '../../components/form/form.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { texts } from './texts.ts';

/** Whether the reader may act in the name of the body that asks. */
export function mayAct(ctx: RequestContext, { body }: Consultation): boolean {
  return ctx.actor !== undefined && body !== null && may(ctx.actor, 'matter.edit', body.id);
}

/** What can be done with a round in its state: change and send a draft, remind when it is sent. */
export function roundActions(ctx: RequestContext, consultation: Consultation): Html | null {
  if (!mayAct(ctx, consultation)) return null;
  const t = texts[ctx.language];
  const href = recordAddress('consultation', consultation.id);
  const actions = consultationActionsIn(consultation.state);
  if (actions.includes('send'))
    return html`<div class="actions">${linkButton({ text: t.send, href: `${href}/skicka`, variant: 'primary' })}${linkButton({ text: t.change, href: `${href}/andra`, variant: 'secondary' })}</div>`;
  if (actions.includes('reopen'))
    return html`<div class="actions">${postButton(ctx, { action: `${href}/oppna`, text: t.reopen, variant: 'secondary', version: consultation.version })}</div>`;
  if (!actions.includes('remind')) return null;
  const silent = !consultation.responses.every(isAnswered);
  return html`<div class="actions">${silent ? postButton(ctx, { action: `${href}/paminn`, text: t.remind, variant: 'secondary' }) : null}${postButton(ctx, { action: `${href}/avsluta`, text: t.close, variant: 'quiet', version: consultation.version })}</div>${silent ? html`<p class="soft">${t.remindHint}</p>` : null}`;
}

/** What was asked, by whom, and by when; nothing for a round that was read in. */
export function roundCard(
  ctx: RequestContext,
  { state, body, scope, dueOn, sentOn, kind, workingDays, closedOn, questions }: Consultation,
): Html | null {
  if (state === 'recorded' || !body) return null;
  const t = texts[ctx.language];
  return card({
    title: t.round,
    body: summaryList(
      [
        { term: t.state, value: consultationStates[state][ctx.language] },
        {
          term: t.body,
          value: html`<a href="${recordAddress('body', body.id)}" lang="sv">${body.name}</a>`,
        },
        { term: t.kind, value: consultationKinds[kind][ctx.language] },
        { term: t.sentOn, value: sentOn ? ctx.format.date(sentOn) : '–' },
        {
          term: t.dueOn,
          value: dueOn ? ctx.format.date(dueOn) : workingDays ? `${workingDays} ${t.workingDaysUnit}` : '–',
        },
        ...(closedOn ? [{ term: t.closedOn, value: ctx.format.date(closedOn) }] : []),
        { term: t.scope, value: html`<span lang="sv">${scope}</span>` },
        ...(questions.length > 0
          ? [{ term: t.questions, value: html`<ol lang="sv">${questions.map((one) => html`<li>${one}</li>`)}</ol>` }]
          : []),
      ],
      { compact: true },
    ),
  });
}

const tones: Readonly<Record<AnswerPunctuality, TagTone>> = {
  answered: 'ok',
  answeredLate: 'part',
  awaited: 'neutral',
  missing: 'late',
};

/** Whether the answer came, and in time, with the day of the last reminder to those who are silent. */
export function punctualityTag(ctx: RequestContext, { dueOn }: Consultation, response: ConsultationResponse): Html {
  const t = texts[ctx.language];
  const state = punctualityOf(response, dueOn, ctx.services.runtime.today());
  const { remindedOn } = response;
  const reminded = remindedOn && !isAnswered(response) ? t.remindedOn(ctx.format.shortDate(remindedOn)) : null;
  const { extendedTo } = response;
  const extended = extendedTo
    ? html`<br><span class="soft">${t.extendedTo(ctx.format.shortDate(extendedTo))}</span>`
    : null;
  return html`${tag({ text: answerPunctualities[state][ctx.language], tone: tones[state] })}${reminded ? html`<br><span class="soft">${reminded}</span>` : null}${extended}`;
}

/** The address of the one who was asked, and what can be done with the answer: enter it, give more time, take its points out. */
export function answerLink(ctx: RequestContext, consultation: Consultation, response: ConsultationResponse): Html {
  const t = texts[ctx.language];
  const base = recordAddress('consultation', consultation.id);
  const about = html`<span class="sr-only" lang="sv">: ${response.respondent}</span>`;
  const can = mayAct(ctx, consultation) ? consultationActionsIn(consultation.state) : [];
  const answered = isAnswered(response);
  const links = [
    can.includes('answer') && { href: `${base}/svar/${response.id}`, text: answered ? t.correct : t.enter },
    can.includes('giveTime') && !answered && { href: `${base}/svar/${response.id}/anstand`, text: t.moreTime },
    mayAct(ctx, consultation) && answered && { href: `${base}/synpunkter/${response.id}`, text: t.takePoints },
    consultation.kind === 'internal' &&
      consultation.state !== 'draft' &&
      response.bodyId !== null &&
      ctx.actor !== undefined &&
      may(ctx.actor, 'consultation.answer', response.bodyId) && {
        href: `${base}/vart-svar/${response.id}`,
        text: t.answerHere,
      },
  ].filter((one) => one !== false);
  const address = response.address ?? (consultation.kind === 'internal' ? null : t.byOtherMeans);
  return html`${address === null ? null : html`<br><span class="soft">${address}</span>`}${links.map(
    ({ href, text }) => html`<br><a href="${href}">${text}${about}</a>`,
  )}`;
}
