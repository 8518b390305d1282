import type { Meeting } from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { confirm } from '../../components/confirm/confirm.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { formTexts } from './form-texts.ts';
import { meetingListPath } from './meeting-list-page.ts';
import { meetingName, meetingTag } from './meeting-words.ts';
import { actionSlugs, labelOf, type StateAction } from './state-actions.ts';
import { texts } from './texts.ts';

/** The question before a meeting goes to another state, with what follows from it. */
export function statePage(ctx: RequestContext, meeting: Meeting, action: StateAction, state: FormState): Page {
  const { title, consequences } = formTexts[ctx.language].states[action];
  const href = recordAddress('meeting', meeting.id);
  const name = meetingName(ctx, meeting);
  return page({
    title,
    width: 'text',
    crumbs: [{ text: texts[ctx.language].title, href: meetingListPath }, { text: name, href }, { text: title }],
    lead: html`${meetingTag(ctx, meeting.state)}<span>${name}</span><span lang="sv">${meeting.body.name}</span>`,
    body: html`${errorSummary(ctx, state)}${confirm(ctx, {
      consequences,
      action: `${href}/lage/${actionSlugs[action]}`,
      submit: labelOf(action, ctx.language),
      cancelHref: href,
      version: meeting.version,
      variant: action === 'cancel' ? 'danger' : 'primary',
    })}`,
  });
}
