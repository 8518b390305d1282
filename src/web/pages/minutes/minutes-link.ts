import type { Meeting } from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { texts } from './texts.ts';

/** The way from a meeting to its minutes, from when it has begun. */
export function minutesLink(ctx: RequestContext, meeting: Pick<Meeting, 'id' | 'state'>): Html | null {
  if (meeting.state === 'planned' || meeting.state === 'summoned' || meeting.state === 'cancelled') return null;
  const href = `${recordAddress('meeting', meeting.id)}/protokoll`;
  return html`<div class="actions">${linkButton({ text: texts[ctx.language].title, href, variant: 'secondary' })}</div>`;
}
