import { type Dissent, dissentKinds } from './dissent.ts';
import { type FloorProposal, floorProposalKinds } from './floor-proposal.ts';
import type { ItemProceedings, NamedPerson, Proposition } from './proceedings.ts';
import { resultOf } from './proceedings.ts';
import { votingQuestion } from './proposition-words.ts';
import type { RecordedVote } from './vote.ts';

// How minutes tell what happened, in Swedish: the page of a meeting and its minutes say it in the same words.

/** "Prov Provsson (S)", as minutes name people. */
export function nameWithParty({ name, party }: Pick<NamedPerson, 'name' | 'party'>): string {
  return party ? `${name} (${party})` : name;
}

/** The people of some ids, as a Swedish list: "A (S), B (M) och C". */
export function namesOf(people: readonly NamedPerson[], ids: readonly string[]): string {
  const names = ids
    .map((id) => people.find((person) => person.id === id))
    .map((one) => (one ? nameWithParty(one) : '?'));
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} och ${last}`;
}

/** A motion as minutes tell it: "Prov Provsson (S) yrkar, med instämmande av …, avslag på förslaget." */
export function motionSentence(motion: FloorProposal, people: readonly NamedPerson[]): string {
  const [mover, ...joined] = motion.movers;
  const who = namesOf(people, mover === undefined ? [] : [mover]);
  const seconded = joined.length > 0 ? `, med instämmande av ${namesOf(people, joined)},` : '';
  const about = motion.clause === null ? '' : ` i beslutssats ${motion.clause}`;
  const what =
    motion.clauses.length > 0
      ? `som ${floorProposalKinds[motion.kind].sv}${about}: ${motion.clauses.join(' samt ')}`
      : floorProposalKinds[motion.kind].sv;
  return `${who} yrkar${seconded} ${what}.${motion.motivation ? ` ${motion.motivation}` : ''}`;
}

/** A question of the chair with its answer: "Ja för bifall till förslaget. Nej för avslag. Ordföranden finner ja." */
export function propositionSentence(proposition: Proposition): string {
  const question = votingQuestion({ yes: proposition.yesMeans, no: proposition.noMeans });
  const result = resultOf(proposition);
  const answer =
    result === null
      ? ''
      : proposition.vote
        ? ` Omröstningen utfaller med ${result === 'yes' ? 'ja' : 'nej'}.`
        : ` Ordföranden finner att propositionen besvaras med ${result === 'yes' ? 'ja' : 'nej'}.`;
  return [proposition.orderText, `${question}${answer}`].filter(Boolean).join(' ');
}

/** What settled equal numbers; nothing to say where the majority did. */
export function voteSettledSentence({ decidedBy, lot }: Pick<RecordedVote, 'decidedBy' | 'lot'>): string | null {
  if (decidedBy === 'castingVote') return 'Avgjort genom ordförandens utslagsröst.';
  if (decidedBy !== 'lot') return null;
  return lot?.kind === 'byHand' ? `Avgjort genom lottning, dragen av ${lot.drawnBy}.` : 'Avgjort genom lottning.';
}

/** A dissent as minutes tell it: "Prov Provsson (S) reserverar sig mot beslutet." with the text when there is one. */
export function dissentSentence(dissent: Dissent, people: readonly NamedPerson[]): string {
  const who = namesOf(people, dissent.people);
  const text = dissent.statement ? ` ${dissent.statement}` : '';
  if (dissent.kind !== 'reservation') return `${who}, ${dissentKinds[dissent.kind].sv}.${text}`;
  return `${who} reserverar sig mot beslutet.${text}`;
}

/** Whether anything is told of the item beside its decisions. */
export function isAnythingTold(proceedings: ItemProceedings): boolean {
  const { outcome, texts, proposals, propositions, dissents, oralInformation, answers } = proceedings;
  return (
    outcome.outcome !== null ||
    texts.some((text) => text.body.trim() !== '') ||
    [proposals, propositions, dissents, oralInformation, answers].some((list) => list.length > 0)
  );
}
