import type { Meeting } from '../../../domain/meetings/index.ts';
import type { BodyKind } from '../../../domain/organisation/index.ts';
import { linkButton } from '../../components/button/button.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { notesPath } from './notes-page.ts';
import { officialsPath } from './officials-page.ts';
import { texts } from './texts.ts';

/** The way from a meeting to what it has beside an ordinary one: notes of a joint meeting or a visit, the principals of a group of officials. */
export function gatheringLink(
  ctx: RequestContext,
  meeting: Pick<Meeting, 'id' | 'kind'>,
  bodyKind: BodyKind,
): Html | null {
  const t = texts[ctx.language];
  const links = [
    ...(meeting.kind !== 'meeting'
      ? [linkButton({ text: t.gathering, href: notesPath(meeting.id), variant: 'secondary' })]
      : []),
    ...(bodyKind === 'officialsGroup'
      ? [linkButton({ text: t.officials, href: officialsPath(meeting.id), variant: 'secondary' })]
      : []),
  ];
  return links.length > 0 ? html`<div class="actions">${links}</div>` : null;
}
