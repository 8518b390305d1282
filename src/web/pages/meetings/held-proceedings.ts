import {
  dissentSentence,
  type ItemPlace,
  type ItemProceedings,
  isAnythingTold,
  isPrinted,
  itemOutcomes,
  motionSentence,
  nameWithParty,
  type Proposition,
  propositionSentence,
  type SectionField,
  sectionFields,
  voteSettledSentence,
  votingQuestion,
} from '../../../domain/proceedings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { texts } from './held-proceedings-texts.ts';
import { drawTold, paragraphs } from './proceedings.ts';
import type { Proceedings, ToldVote } from './told-proceedings.ts';

/** What happened in an item that was held in Kansli: its end, the texts of its §, and then the same parts that papers of other systems tell. */
export function heldProceedings(ctx: RequestContext, held: ItemProceedings | undefined): Html | null {
  if (!held || !isAnythingTold(held)) return null;
  const t = texts[ctx.language];
  return html`${outcomeLine(ctx, held)}${held.outcome.proposed.map(
    ({ clauses }) =>
      html`<h4>${t.proposed}</h4><ul lang="sv">${clauses.map((clause) => html`<li>${clause}</li>`)}</ul>`,
  )}
${held.texts
  .filter(({ field, body }) => body.trim() !== '' && !toldElsewhere.includes(field))
  .map(({ field, body }) => html`<h4>${sectionFields[field][ctx.language]}</h4>${paragraphs(body)}`)}
${answers(ctx, held)}${oralInformation(ctx, held)}${drawTold(ctx, toldOf(held))}`;
}

/** The fields that `toldOf` puts where papers tell the same. */
const toldElsewhere: readonly SectionField[] = ['propositionOrder', 'dispatchNote', 'basis'];

function outcomeLine(ctx: RequestContext, { outcome, carriedFrom, carriedTo }: ItemProceedings): Html | null {
  const t = texts[ctx.language];
  const link = ({ itemId, meetingId }: ItemPlace, text: string) =>
    html`<p><a href="${recordAddress('agendaItem', itemId, meetingId)}">${text}</a></p>`;
  const from = carriedFrom ? link(carriedFrom, t.carriedFrom) : null;
  if (outcome.outcome === null) return from;
  const { ends } = itemOutcomes[outcome.outcome];
  const more = [
    outcome.tabledTo && t.tabledTo(ctx.format.date(outcome.tabledTo)),
    outcome.byMinority && t.byMinority,
  ].filter(Boolean);
  return html`${from}<p>${t.outcome}: ${tag({ text: itemOutcomes[outcome.outcome][ctx.language], tone: ends ? 'ok' : 'part' })}${more.length > 0 ? ` ${more.join(', ')}` : null}</p>
${outcome.motivation ? paragraphs(outcome.motivation) : null}${carriedTo ? link(carriedTo, t.carriedTo) : null}`;
}

function answers(ctx: RequestContext, { answers: own }: ItemProceedings): Html | null {
  const t = texts[ctx.language];
  if (own.length === 0) return null;
  return html`<h4>${t.answers}</h4><ul>${own.map(
    (one) =>
      html`<li>${t.askedBy(one.askedBy)}: <q lang="sv">${one.question}</q><br>${t.answeredBy(one.answeredBy ?? '')}: <span lang="sv">${one.answer}</span></li>`,
  )}</ul>`;
}

function oralInformation(ctx: RequestContext, { oralInformation: own }: ItemProceedings): Html | null {
  const t = texts[ctx.language];
  if (own.length === 0) return null;
  return html`<h4>${t.oral}</h4><ul>${own.map(
    (one) =>
      html`<li><span lang="sv">${one.toldBy ? `${one.toldBy}: ` : null}${one.body}</span> <span class="soft">(${t.notedBy(one.notedBy, ctx.format.instant(new Date(one.notedAt)))})</span></li>`,
  )}</ul>`;
}

/** The same facts in the shape in which papers tell them, so that both are drawn by one page. */
export function toldOf(held: ItemProceedings): Proceedings {
  const { people } = held;
  const lines = (field: SectionField) =>
    (held.texts.find((text) => text.field === field)?.body ?? '').split(/\n+/).filter((line) => line.trim() !== '');
  const statement = (text: string) => ({ by: [], group: undefined, text });
  const printed = held.dissents.filter(isPrinted);
  const order = [...lines('propositionOrder'), ...held.propositions.map(propositionSentence)];
  return {
    numberPrefix: undefined,
    sections: [],
    documents: lines('basis'),
    proposals: held.proposals.filter((one) => !one.withdrawn).map((one) => statement(motionSentence(one, people))),
    propositionOrder: order.length > 0 ? order.join('\n') : undefined,
    votes: held.propositions.flatMap((one) => votesOf(one, held)),
    reservations: printed
      .filter((one) => one.kind === 'reservation')
      .map((one) => statement(dissentSentence(one, people))),
    notes: printed.filter((one) => one.kind !== 'reservation').map((one) => statement(dissentSentence(one, people))),
    disqualified: [],
    sentTo: lines('dispatchNote'),
    earlier: undefined,
    immediatelyAdjusted: held.outcome.immediatelyAdjusted,
  };
}

/** A vote with its numbers; one that is not settled yet is not told. */
function votesOf(proposition: Proposition, { people }: ItemProceedings): readonly ToldVote[] {
  const { vote } = proposition;
  if (!vote?.count || !vote.result) return [];
  const names = (choice: string) =>
    vote.casts
      .filter((cast) => cast.choice === choice)
      .flatMap((cast) => people.find((person) => person.id === cast.attendanceId) ?? [])
      .map((person) => ({ person: nameWithParty(person) }));
  const side = (choice: 'yes' | 'no' | 'abstain') => ({ count: vote.count![choice], names: names(choice) });
  return [
    {
      question: votingQuestion({ yes: proposition.yesMeans, no: proposition.noMeans }),
      yes: side('yes'),
      no: side('no'),
      abstain: side('abstain'),
      absent: names('absent').length,
      outcome: vote.result,
      settledBy: voteSettledSentence(vote) ?? undefined,
      annex: undefined,
    },
  ];
}
