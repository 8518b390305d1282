import type { AgendaItem } from '../../../domain/meetings/index.ts';
import { help } from '../../components/help/help.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { texts } from './proceedings-texts.ts';
import {
  type Proceedings,
  type ToldPerson,
  type ToldStatement,
  type ToldVote,
  toldProceedings,
} from './told-proceedings.ts';

/** What minutes tell of an item beside its decisions: what was moved, how it was voted, who reserved, who receives it. */
export function proceedingsOf(ctx: RequestContext, item: AgendaItem): Html | null {
  const told = toldProceedings(item);
  return told ? drawTold(ctx, told) : null;
}

/** The parts of what is told, whichever paper or meeting they come from. */
export function drawTold(ctx: RequestContext, told: Proceedings): Html {
  const t = texts[ctx.language];
  return html`${told.immediatelyAdjusted ? html`<p>${t.immediatelyAdjusted}</p>` : null}
${part(t.sections, told.sections, sections(told))}
${part(t.proposals, told.proposals, statements(told.proposals))}
${told.propositionOrder ? html`<h4>${t.propositionOrder}</h4>${paragraphs(told.propositionOrder)}` : null}
${told.votes.map((vote, index) => voteTable(ctx, vote, told.votes.length > 1 ? t.votes(index + 1) : t.vote))}
${part(t.reservations, told.reservations, statements(told.reservations))}
${part(t.notes, told.notes, statements(told.notes))}
${part(t.disqualified, told.disqualified, html`<p lang="sv">${told.disqualified.map(named).join(', ')}</p>`)}
${told.earlier ? html`<h4>${t.earlier}</h4>${paragraphs(told.earlier)}` : null}
${part(t.documents, told.documents, plain(told.documents))}
${part(t.sentTo, told.sentTo, plain(told.sentTo))}`;
}

function part(heading: string, entries: readonly unknown[], body: Html): Html | null {
  return entries.length > 0 ? html`<h4>${heading}</h4>${body}` : null;
}

function plain(lines: readonly string[]): Html {
  return html`<ul lang="sv">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function sections({ sections: own }: Proceedings): Html {
  return html`<ul lang="sv">${own.map(
    ({ title, presenters }) =>
      html`<li>${title}${presenters.length > 0 ? html` <span class="soft">(${presenters.join(', ')})</span>` : null}</li>`,
  )}</ul>`;
}

function statements(own: readonly ToldStatement[]): Html {
  return html`<ul lang="sv">${own.map(({ text }) => html`<li>${text}</li>`)}</ul>`;
}

function named({ person, party }: ToldPerson): string {
  return party ? `${person} (${party})` : person;
}

/** A vote as a small table; the names are folded away, because a vote of a council has a hundred of them. */
function voteTable(ctx: RequestContext, vote: ToldVote, heading: string): Html {
  const t = texts[ctx.language];
  const sides = [
    { key: t.yes, side: vote.yes },
    { key: t.no, side: vote.no },
    ...(vote.abstain.count > 0 ? [{ key: t.abstain, side: vote.abstain }] : []),
  ];
  const named = sides.filter(({ side }) => side.names.length > 0);
  return html`<h4>${heading}</h4>
${vote.question ? html`<p>${t.question}: <q lang="sv">${vote.question}</q></p>` : null}
${table(ctx, {
  caption: heading,
  captionHidden: true,
  dense: true,
  columns: [
    { key: 'side', text: t.side },
    { key: 'count', text: t.count, kind: 'number' },
  ],
  rows: [
    ...sides.map(({ key, side }) => ({ side: key as Content, count: ctx.format.number(side.count) })),
    ...(vote.absent ? [{ side: t.absentVote, count: ctx.format.number(vote.absent) }] : []),
  ],
})}
<p>${tag({ text: t.outcome[vote.outcome], tone: vote.outcome === 'tie' ? 'part' : 'neutral' })}${vote.settledBy ? html` <span lang="sv">${vote.settledBy}</span>` : null}</p>
${named.map(({ key, side }) =>
  help({
    summary: `${key}: ${t.names(side.names.length)}`,
    body: html`<ul lang="sv">${side.names.map((one) => html`<li>${one.person}${one.party ? ` (${one.party})` : null}</li>`)}</ul>`,
  }),
)}
${vote.annex ? html`<p class="soft">${t.annex(vote.annex)}</p>` : null}`;
}

/** A running text, a paragraph a line. */
export function paragraphs(text: string): readonly Html[] {
  return text.split(/\n+/).map((line) => html`<p lang="sv">${line}</p>`);
}
