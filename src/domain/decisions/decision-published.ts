import { type Block, bullets, heading, paragraph, text } from '../../documents/tree/index.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { findMatter } from '../matters/index.ts';
import { getAgendaItem } from '../meetings/index.ts';
import { authorityName, type PublishedLink, type PublishedRecord, type PublishedVote } from '../published/index.ts';
import { isPublic, secrecyOf } from '../secrecy/index.ts';
import { type Decision, datePrecisions } from './decision.ts';
import { getDecision } from './decision-reader.ts';
import { decisionStates } from './decision-transitions.ts';

/** What the proceedings tell of how a decision was made. */
export type BesideDecision = { readonly votes: readonly PublishedVote[]; readonly reservations: readonly string[] };

/**
 * A decision as everybody may read it: its clauses, where it was made, and what it does to assignments. Throws `record.notFound` for one in a matter
 * that is not open, whoever asks: its text would tell what the matter hides.
 */
export async function publishedDecision(
  r: Reader,
  id: Id<'decision'>,
  beside: BesideDecision = { votes: [], reservations: [] },
): Promise<PublishedRecord<'decision'>> {
  const decision = await getDecision(r, id);
  const item = decision.item === null ? undefined : await getAgendaItem(r, decision.item.id);
  if (!isPublic((await secrecyOf(r, 'decision', id)).inherited)) throw new AppError('record.notFound');
  const matter = item?.matter ? await findMatter(r, item.matter.id) : undefined;
  const { title, body, clauses, decidedOn } = decision;
  return {
    noun: 'decision',
    recordId: decision.id,
    title,
    summary: clauses[0] ? `${body.name} beslutar ${clauses[0]}` : `Beslut av ${body.name}.`,
    bodyId: body.id,
    bodyName: body.name,
    happenedOn: decidedOn,
    year: decidedOn === null ? null : Number(decidedOn.slice(0, 4)),
    state: decision.state,
    registrationNumbers: matter ? [matter.registrationNumber] : [],
    tree: {
      title,
      author: await authorityName(r),
      language: 'sv',
      ...(decidedOn && { date: decidedOn }),
      facts: [
        { label: 'Organ', value: body.name },
        ...(decidedOn ? [{ label: 'Beslutat', value: printedDay(decision) }] : []),
        ...(decision.item?.number ? [{ label: 'Punkt', value: decision.item.number }] : []),
        ...(matter ? [{ label: 'Diarienummer', value: matter.registrationNumber }] : []),
        { label: 'Läge', value: decisionStates[decision.state].sv },
      ],
      blocks: [
        heading(1, 'Beslut', 'beslut'),
        clauses.length > 0
          ? decisionBlock(body.name, clauses)
          : paragraph('Beslutets ordalydelse finns i protokollet.'),
        ...beside.votes.flatMap(voteBlocks),
        ...(beside.reservations.length > 0
          ? [heading(1, 'Reservationer', 'reservationer'), bullets(...beside.reservations)]
          : []),
      ],
    },
    data: {
      number: decision.item?.number ?? null,
      clauses,
      meetingId: decision.item?.meetingId ?? null,
      itemId: decision.item?.id ?? null,
      matterId: matter?.id ?? null,
      votes: beside.votes,
      reservations: beside.reservations,
    },
    links: [{ relation: 'partOf', noun: 'body', recordId: body.id }, ...linksOf(decision, matter?.id)],
    files: [],
  };
}

function linksOf(decision: Decision, matterId: Id<'matter'> | undefined): readonly PublishedLink[] {
  return [
    ...(decision.item
      ? [{ relation: 'partOf' as const, noun: 'meeting' as const, recordId: decision.item.meetingId }]
      : []),
    ...(matterId ? [{ relation: 'about' as const, noun: 'matter' as const, recordId: matterId }] : []),
    ...decision.assignments.map(({ id }): PublishedLink => ({ relation: 'about', noun: 'assignment', recordId: id })),
  ];
}

function printedDay({ decidedOn, datePrecision }: Pick<Decision, 'decidedOn' | 'datePrecision'>): string {
  const length = { day: 10, month: 7, year: 4 }[datePrecision];
  const day = (decidedOn ?? '').slice(0, length);
  return datePrecision === 'day' ? day : `${day} (${datePrecisions[datePrecision].sv})`;
}

function decisionBlock(body: string, clauses: readonly string[]): Block {
  return { kind: 'decision', intro: [text(`${body} beslutar`)], clauses: clauses.map((clause) => [text(clause)]) };
}

const options = { yes: 'ja', no: 'nej', abstain: 'avstår', absent: 'frånvarande' } as const;

function voteBlocks({ question, counts, votes, outcome }: PublishedVote): readonly Block[] {
  const told = counts.map(({ option, count }) => `${count} ${options[option]}`).join(', ');
  const table: Block = {
    kind: 'table',
    caption: 'Hur var och en röstade',
    header: ['Namn', 'Parti', 'Röst'].map((one) => [text(one)]),
    rows: votes.map(({ name, party, option }) => [name, party ?? '', options[option]].map((one) => [text(one)])),
    rowHeader: true,
  };
  return [
    heading(1, 'Omröstning'),
    paragraph(question),
    paragraph(`${told}. ${outcome}`),
    ...(votes.length > 0 ? [table] : []),
  ];
}
