import { may } from '../../../domain/access/index.ts';
import { answerUnits, type Dialogue, dialogueKinds, type ToldInsight } from '../../../domain/dialogues/index.ts';
import type { Poll } from '../../../domain/polls/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import type { RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { answeredCount, pollsPath, pollTag } from '../polls/poll-words.ts';
import { countWords, dialogueCrumbs, dialogueDays } from './dialogue-words.ts';
import { insightList } from './insight-list.ts';
import { texts } from './texts.ts';

/** One dialogue: what it was, what was learnt, and what that changed. */
export function dialoguePage(
  ctx: RequestContext,
  facts: { readonly dialogue: Dialogue; readonly insights: readonly ToldInsight[]; readonly polls: readonly Poll[] },
): Page {
  const t = texts[ctx.language];
  const { dialogue, insights, polls } = facts;
  const { actor } = ctx;
  const href = recordAddress('dialogue', dialogue.id);
  const edit = actor !== undefined && may(actor, 'dialogue.edit', dialogue.body.id);
  const add = edit
    ? html`<div class="actions">${linkButton({ text: t.addInsight, href: `${href}/lardomar/ny`, variant: 'secondary' })}</div>`
    : null;
  const mayPoll = actor !== undefined && may(actor, 'poll.edit', dialogue.body.id);
  return page({
    title: dialogue.title,
    crumbs: dialogueCrumbs(ctx, undefined, dialogue.title),
    lead: html`<span>${dialogueKinds[dialogue.kind][ctx.language]}</span><span lang="sv">${dialogue.body.name}</span><span>${dialogueDays(ctx, dialogue)}</span>`,
    body: html`${dialogue.summary ? html`<p lang="sv">${dialogue.summary}</p>` : null}
<section id="lardomar"><h2>${t.insightsOf}</h2>${
      insights.length === 0
        ? emptyState({ title: t.noInsights, body: t.noInsightsBody, action: add })
        : html`${insightList(ctx, insights, { edit })}${add}`
    }</section>
${
  polls.length > 0 || mayPoll
    ? html`<section id="omrostningar"><h2>${t.pollsOf}</h2>${
        polls.length > 0
          ? html`<ul>${polls.map(
              (poll) =>
                html`<li><a href="${recordAddress('poll', poll.id)}" lang="sv">${poll.title}</a> ${pollTag(ctx, poll.state)} <span class="soft">${answeredCount(ctx, poll.ballots)}</span></li>`,
            )}</ul>`
          : null
      }${mayPoll ? html`<p><a href="${pollsPath}/ny?dialog=${dialogue.id}">${t.newPoll}</a></p>` : null}</section>`
    : null
}`,
    aside: card({
      title: t.about,
      body: html`${summaryList(
        [
          { term: t.participants, value: countWords(ctx, dialogue.participants) },
          { term: t.occasions, value: countWords(ctx, dialogue.occasions) },
          { term: t.answerUnits, value: dialogue.answerUnits && answerUnits[dialogue.answerUnits][ctx.language] },
          { term: t.place, value: dialogue.place && html`<span lang="sv">${dialogue.place}</span>` },
          {
            term: t.materials,
            value: dialogue.materials.length > 0 && html`<span lang="sv">${ctx.format.list(dialogue.materials)}</span>`,
          },
          {
            term: t.meeting,
            value:
              dialogue.meeting &&
              html`<a href="${recordAddress('meeting', dialogue.meeting.id)}">${ctx.format.date(dialogue.meeting.heldOn)}</a>`,
          },
          {
            term: t.ledTo,
            value: t.ledToCount(ctx.format.number(dialogue.insightsWithChange), ctx.format.number(dialogue.insights)),
          },
        ],
        { compact: true },
      )}${edit ? html`<p><a href="${href}/andra">${t.change}</a></p>` : null}`,
    }),
  });
}
