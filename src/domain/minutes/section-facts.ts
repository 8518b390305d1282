import type { CivilDate } from '../../kernel/civil-date.ts';
import type { AgendaItem } from '../meetings/index.ts';
import {
  dissentKinds,
  floorProposalKinds,
  type ItemOutcomeKind,
  type ItemProceedings,
  isPrinted,
  type NamedPerson,
  noticeClausesOf,
  type Proposition,
  resultOf,
  type SectionField,
  voteChoices,
  voteDeciders,
} from '../proceedings/index.ts';
import { longDate } from './document-words.ts';
import type { PropositionFacts, SectionFacts, VoteFacts } from './minutes-facts.ts';

/** What a § is made from beside its item: where it stands in the minutes, and who stepped aside. */
export type SectionPlace = {
  readonly number: number | null;
  readonly adjustedOn: CivilDate | null;
  readonly disqualified: SectionFacts['disqualified'];
};

/** One § as facts, from its item and what happened in it. Pure: who is named is looked up in the proceedings themselves. */
export function sectionFacts(item: AgendaItem, happened: ItemProceedings, place: SectionPlace): SectionFacts {
  const name = namesOf(happened.people);
  const written = (field: SectionField) => happened.texts.find((one) => one.field === field)?.body.trim() || null;
  const { outcome, motivation, immediatelyAdjusted } = happened.outcome;
  const made = happened.decisions.filter(({ state }) => state === 'made');
  return {
    itemId: item.id,
    number: place.number,
    itemNumber: item.number,
    title: item.title,
    registrationNumber: item.matter?.registrationNumber ?? null,
    presenters: item.presenters,
    adjustedAtOnce: {
      declared: immediatelyAdjusted || made.some((decision) => decision.immediatelyAdjusted),
      on: place.adjustedOn,
    },
    decisions: happened.decisions.map((decision) => ({
      id: decision.id,
      title: decision.title,
      body: decision.body.name,
      made: decision.state === 'made',
      clauses: decision.clauses,
      decidedOn: decision.decidedOn,
    })),
    outcome: outcome === null || made.length > 0 ? null : outcomeSentence(outcome, happened),
    motivation,
    summary: paragraphsOf(written('summary') ?? item.summary, written('background'), written('presentation')),
    deliberation: paragraphsOf(written('deliberation'), written('otherNotes')),
    documents: [...lines(written('basis')), ...item.documents.map(({ title }) => title)],
    proposed: proposedClauses(happened),
    proposals: happened.proposals.map((one) => ({
      label: floorProposalKinds[one.kind].sv,
      movers: one.movers.map(name),
      clauses: one.clauses,
      motivation: one.motivation,
      withdrawn: one.withdrawn,
    })),
    propositions: propositionFacts(happened, written('propositionOrder'), name),
    dissent: happened.dissents.filter(isPrinted).map((one) => ({
      kind: one.kind,
      label: capital(dissentKinds[one.kind].sv),
      people: one.people.map(name),
      statement: one.statement,
    })),
    disqualified: place.disqualified,
    questions: happened.answers.map(({ askedBy, question, answer }) => ({ askedBy, question, answer })),
    sentTo: lines(written('dispatchNote')),
  };
}

/** The proposal of the notice, where the body decided otherwise or not at all; a proposal that was simply decided is not printed twice. */
function proposedClauses(happened: ItemProceedings): readonly string[] {
  const made = happened.decisions.some(({ state }) => state === 'made');
  if (happened.outcome.proposed.length > 0) return happened.outcome.proposed.flatMap(({ clauses }) => clauses);
  return made ? [] : (noticeClausesOf(happened) ?? []);
}

function propositionFacts(
  { propositions }: ItemProceedings,
  orderText: string | null,
  name: (id: string) => string,
): readonly PropositionFacts[] {
  return propositions.map((one, index) => ({
    orderText: [index === 0 ? orderText : null, one.orderText].filter((part) => part).join('\n') || null,
    yesMeans: one.yesMeans,
    noMeans: one.noMeans,
    chairFinding: findingSentence(one),
    vote: one.vote?.count || one.vote?.casts.length ? voteFacts(one.vote, name) : null,
  }));
}

function findingSentence(one: Proposition): string | null {
  if (one.chairFinding === null) return null;
  const meaning = one.chairFinding === 'yes' ? one.yesMeans : (one.noMeans ?? 'avslag');
  return `Ordföranden finner att svaret är ${one.chairFinding === 'yes' ? 'ja' : 'nej'}: ${meaning}.`;
}

function voteFacts(vote: NonNullable<Proposition['vote']>, name: (id: string) => string): VoteFacts {
  const result = resultOf({ chairFinding: null, vote });
  const secret = vote.ballot === 'secret';
  return {
    secret,
    yes: vote.count?.yes ?? null,
    no: vote.count?.no ?? null,
    abstain: vote.count?.abstain ?? null,
    result:
      result === null
        ? null
        : `Svaret är ${result === 'yes' ? 'ja' : 'nej'}${vote.decidedBy && vote.decidedBy !== 'majority' ? ` genom ${voteDeciders[vote.decidedBy].sv}` : ''}.`,
    casts: secret
      ? []
      : vote.casts.map(({ attendanceId, choice }) => ({
          ...splitParty(name(attendanceId)),
          choice: voteChoices[choice].sv,
        })),
  };
}

/** What the minutes say of an item that ended without a decision on its substance. */
const outcomeSentences: Readonly<Record<ItemOutcomeKind, string>> = {
  decided: 'Ärendet är avgjort.',
  noted: 'Ärendet läggs till handlingarna.',
  tabled: 'Ärendet bordläggs{to}.',
  referredBack: 'Ärendet återremitteras.',
  withdrawn: 'Ärendet utgår.',
  notTreated: 'Ärendet behandlades inte.',
};

function outcomeSentence(outcome: ItemOutcomeKind, happened: ItemProceedings): string {
  const to = happened.outcome.tabledTo ? ` till den ${longDate(happened.outcome.tabledTo)}` : '';
  return outcomeSentences[outcome].replace('{to}', to);
}

/** "Anna Ek (S)" for a row of the attendance; a row that is gone keeps its place visibly. */
function namesOf(people: readonly NamedPerson[]): (id: string) => string {
  const known = new Map(people.map(({ id, name, party }) => [id as string, party ? `${name} (${party})` : name]));
  return (id) => known.get(id) ?? 'okänd deltagare';
}

function splitParty(words: string): { readonly name: string; readonly party: string | null } {
  const [, name, party] = /^(.*?)(?: \(([^)]+)\))?$/u.exec(words) ?? [];
  return { name: name ?? words, party: party ?? null };
}

function lines(words: string | null): readonly string[] {
  return (words ?? '')
    .split('\n')
    .map((line) => line.replace(/^[-•–]\s+/u, '').trim())
    .filter((line) => line);
}

function paragraphsOf(...parts: readonly (string | null)[]): string | null {
  return parts.filter((part) => part).join('\n\n') || null;
}

function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase('sv') + word.slice(1);
}
