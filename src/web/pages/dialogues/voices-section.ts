import type { ToldInsight } from '../../../domain/dialogues/index.ts';
import { type Poll, pollStates } from '../../../domain/polls/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { answeredCount } from '../polls/poll-words.ts';
import { texts as pollTexts } from '../polls/texts.ts';
import { insightList } from './insight-list.ts';
import { texts } from './texts.ts';

/** What people have said about a goal, in dialogues and in polls; nothing where nobody has been asked. */
export function voicesSection(
  ctx: RequestContext,
  { insights, polls }: { readonly insights: readonly ToldInsight[]; readonly polls: readonly Poll[] },
): Html | null {
  const asked = polls.filter(({ state }) => state !== 'draft');
  if (insights.length + asked.length === 0) return null;
  return html`<section id="roster"><h2>${texts[ctx.language].learnt}</h2>${insights.length > 0 ? insightList(ctx, insights, { source: true }) : null}${
    asked.length > 0
      ? html`<h3>${pollTexts[ctx.language].pollsAboutGoal}</h3><ul>${asked.map(
          (poll) =>
            html`<li><a href="${recordAddress('poll', poll.id)}" lang="sv">${poll.title}</a> <span class="soft">${pollStates[poll.state][ctx.language]}, ${answeredCount(ctx, poll.ballots)}</span></li>`,
        )}</ul>`
      : null
  }</section>`;
}
