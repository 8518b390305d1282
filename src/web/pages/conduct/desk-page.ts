import { recordAddress } from '../../../kernel/record-address.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { deskActs, meetingDesk } from '../../components/meeting-desk/meeting-desk.ts';
import type { RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { meetingListPath } from '../meetings/meeting-list-page.ts';
import { meetingName } from '../meetings/meeting-words.ts';
import { texts as meetingTexts } from '../meetings/texts.ts';
import { actTexts } from './act-texts.ts';
import { agendaSection } from './agenda-section.ts';
import { deskPath } from './conduct-address.ts';
import { type DeskFacts, shownItem } from './desk-facts.ts';
import { type DeskView, deskView, type Refused } from './desk-view.ts';
import { disqualificationAct } from './disqualification-section.ts';
import { dissentActs, dissentSheet } from './dissent-section.ts';
import { headSection, keysSection } from './head-section.ts';
import { itemHead, outcomeSheet, sectionPreview } from './item-section.ts';
import { motionAct, motionSheet, voteAct } from './motion-section.ts';
import { outcomeActs } from './outcome-acts.ts';
import { presenceSection } from './presence-section.ts';
import { questionActs } from './question-acts.ts';
import { textSection } from './text-section.ts';
import { texts } from './texts.ts';

/** The screen of a meeting that is under way, or closed and not yet adjusted: agenda, one item, presence. */
export function deskPage(
  ctx: RequestContext,
  facts: DeskFacts,
  options: { readonly asked?: string | undefined; readonly refused?: Refused } = {},
): Page {
  const t = texts[ctx.language];
  const { meeting } = facts;
  const item = shownItem(facts, options.asked);
  const view = item && deskView(ctx, facts, item, options.refused);
  return page({
    title: `${t.title}: ${meetingName(ctx, meeting)}`,
    crumbs: [
      { text: meetingTexts[ctx.language].title, href: meetingListPath },
      { text: meetingName(ctx, meeting), href: recordAddress('meeting', meeting.id) },
      { text: t.title },
    ],
    width: 'wide',
    ownHeading: true,
    script: 'meetingScript',
    body: meetingDesk(ctx, {
      data: {
        meeting: meeting.id,
        item: item?.id ?? null,
        account: ctx.actor?.accountId ?? '',
        news: `${deskPath(meeting.id)}/nytt`,
        marker: facts.marker,
      },
      labels: { agenda: t.agenda, item: t.item, presence: t.presence },
      head: headSection(ctx, facts, item?.id),
      agenda: html`${agendaSection(ctx, facts, item?.id)}${keysSection(ctx)}`,
      item: view ? itemSection(view) : emptyState({ title: t.noItems, body: '' }),
      texts: view ? textSection(view) : '',
      presence: view ? presenceSection(view) : '',
    }),
  });
}

function itemSection(view: DeskView) {
  const { ctx, refused } = view;
  const a = actTexts[ctx.language];
  return html`${refused ? html`${errorSummary(ctx, refusedState(refused))}` : null}${itemHead(view)}${outcomeSheet(view)}${motionSheet(view)}${dissentSheet(view)}${deskActs(
    a.acts,
    [
      motionAct(view),
      voteAct(view),
      outcomeActs(view),
      dissentActs(view),
      disqualificationAct(view),
      questionActs(view),
      sectionPreview(view),
    ],
  )}`;
}

/** The summary above the item leads to the fields of the act that was refused. */
function refusedState({ act, state }: Refused) {
  const problems = state.problems.map((one) => ({
    ...one,
    path: one.path === '' || one.path.startsWith(`${act}.`) || act === 'text' ? one.path : `${act}.${one.path}`,
  }));
  return { ...state, problems };
}
