import { type Invitation, summonsAnswers } from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { notice } from '../../components/notice/notice.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { meetingCrumbs } from '../meetings/agenda-item-form-page.ts';
import { meetingName } from '../meetings/meeting-words.ts';
import { answerForm, meetingFacts } from './answer-form.ts';
import { ownAnswerPath } from './summons-paths.ts';
import { texts } from './texts.ts';

/** The page behind the link of a letter: one person's own meeting and nothing else. Once used, it is the receipt. */
export function linkAnswerPage(
  ctx: RequestContext,
  invitation: Invitation,
  link: { readonly token: string; readonly used: boolean },
  state: FormState,
): Page {
  const t = texts[ctx.language];
  const answer = link.used && invitation.summons.answer;
  return page({
    title: answer ? t.thanks : meetingName(ctx, invitation.meeting),
    width: 'text',
    body: html`${answer ? receipt(ctx, invitation) : null}${meetingFacts(ctx, invitation)}${
      link.used || invitation.closed
        ? closedNotice(ctx, invitation)
        : html`${answerForm(ctx, invitation, { action: `/svar/${link.token}`, state, submit: t.sendAnswer })}<p class="soft">${t.privacy}</p>`
    }`,
  });
}

/** The same for one who is signed in, who may change the answer until the meeting begins. */
export function ownAnswerPage(ctx: RequestContext, invitation: Invitation, state: FormState): Page {
  const t = texts[ctx.language];
  const { meeting } = invitation;
  return page({
    title: t.mine,
    width: 'text',
    crumbs: meetingCrumbs(ctx, meeting, t.mine),
    body: html`${invitation.summons.answer ? receipt(ctx, invitation, false) : null}${meetingFacts(ctx, invitation)}${
      invitation.closed
        ? closedNotice(ctx, invitation)
        : answerForm(ctx, invitation, { action: ownAnswerPath(meeting.id), state, submit: t.sendAnswer })
    }<p><a href="${recordAddress('meeting', meeting.id)}/kalender.ics">${t.addToCalendar}</a></p>`,
  });
}

function receipt(ctx: RequestContext, { summons }: Invitation, byLink = true): Html | null {
  const t = texts[ctx.language];
  const { answer } = summons;
  if (!answer) return null;
  return notice(ctx, {
    tone: 'success',
    title: t.thanksBody(summonsAnswers[answer.code][ctx.language]),
    body: html`<p>${ctx.format.instant(answer.at)}</p>${byLink ? html`<p>${t.changeByContact}</p>` : null}`,
  });
}

function closedNotice(ctx: RequestContext, { closed }: Invitation): Html | null {
  return closed ? notice(ctx, { tone: 'info', body: texts[ctx.language].closed[closed] }) : null;
}
