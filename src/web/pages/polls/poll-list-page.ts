import { may } from '../../../domain/access/index.ts';
import type { Poll } from '../../../domain/polls/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { openDays, pollsPath, pollTag } from './poll-words.ts';
import { texts } from './texts.ts';

/** The polls, newest first: all of them, or those of one meeting. */
export function pollListPage(
  ctx: RequestContext,
  polls: readonly Poll[],
  options: {
    readonly meeting?: { readonly id: string; readonly name: string; readonly bodyId: string } | undefined;
    readonly more: string | undefined;
  },
): Page {
  const t = texts[ctx.language];
  const { meeting, more } = options;
  const mayMake = ctx.actor && may(ctx.actor, 'poll.edit', meeting?.bodyId);
  const make = mayMake
    ? linkButton({ text: t.add, href: `${pollsPath}/ny${meeting ? `?mote=${meeting.id}` : ''}` })
    : null;
  const dialogues = meeting ? null : html`<a href="/dialoger">${t.dialogues}</a>`;
  return page({
    title: t.title,
    lead: meeting ? html`<a href="${recordAddress('meeting', meeting.id)}">${meeting.name}</a>` : t.lead,
    crumbs: meeting
      ? [{ text: t.title, href: pollsPath }, { text: meeting.name }]
      : [{ text: t.goals, href: '/mal' }, { text: t.title }],
    body: html`${polls.length > 0 ? html`<div class="actions">${make}${dialogues}</div>` : dialogues && html`<p>${dialogues}</p>`}${
      polls.length === 0
        ? emptyState({ title: meeting ? t.noneAtMeeting : t.none, body: t.noneBody, action: make })
        : table(ctx, {
            caption: t.title,
            captionHidden: true,
            columns: [
              { key: 'title', text: t.poll },
              { key: 'body', text: t.body },
              { key: 'state', text: t.state },
              { key: 'when', text: t.when },
              { key: 'answers', text: t.answers, kind: 'number' },
            ],
            rows: polls.map((poll) => ({
              title: html`<a href="${recordAddress('poll', poll.id)}" lang="sv">${poll.title}</a>`,
              body: html`<span lang="sv">${poll.body.name}</span>`,
              state: pollTag(ctx, poll.state),
              when: openDays(ctx, poll) || '–',
              answers: ctx.format.number(poll.ballots),
            })),
          })
    }${more ? html`<p><a href="${more}">${t.next50}</a></p>` : null}`,
  });
}
