import type { CivilDate } from '../../kernel/civil-date.ts';
import { type AnswerFacts, type OccasionFact, type SourceRef, wasHeld } from './answer-facts.ts';
import type { AnswerType } from './answer-types.ts';
import { type BodyNoun, bodyNouns } from './body-noun.ts';
import { isStudyVisit, whatWasDone, whereItWas } from './occasion-phrases.ts';
import { dayList, dayPhrase, insideSentence, sentence, whenPhrase } from './swedish-phrases.ts';

/** A sentence of a drafted answer with what proves it. */
export type DraftSentence = { readonly text: string; readonly evidence: readonly SourceRef[] };

/** A drafted answer: its type and its sentences, each with its evidence. */
export type DraftedAnswer = { readonly answerType: AnswerType; readonly sentences: readonly DraftSentence[] };

type Sorted = { readonly held: readonly OccasionFact[]; readonly planned: readonly OccasionFact[] };

/**
 * The order in which facts decide the type of an answer: the first row that holds. Examples are assignments of seed 000 (list A1).
 *
 * | row | answer type | when | says | example |
 * |---|---|---|---|---|
 * | elsewhere | elsewhere | the body has no part in the assignment | that it is directed to others | 13, 14, 20, 22, 23 |
 * | refusal | notConcerned, notNow, elsewhere, notDealtWith, planned, decided | the body took that position | the position alone, in its words | 12, 16 |
 * | absorbed | absorbed, other | the body took that position | the position, then what was held | 1, 18 |
 * | briefing | briefing | something was held | the position when there is one, what was held, decided and planned | 2–6, 8–11, 15 |
 * | decided | decided | some body decided about it in the year | the decision, then what is planned | 17 |
 * | planned | planned | something is planned | what is planned | 7 |
 * | nothing | notDealtWith | nothing of this | that the question has not been dealt with | 19, 21 |
 *
 * A position that stands alone wins over held occasions, because the body has said so in full knowledge of its own meetings; the occasions are then
 * shown beside the entry as evidence that was not used.
 */
export const precedence: readonly {
  readonly row: string;
  readonly holds: (facts: AnswerFacts, sorted: Sorted) => boolean;
  readonly type: (facts: AnswerFacts) => AnswerType;
  readonly says: (facts: AnswerFacts, sorted: Sorted) => readonly DraftSentence[];
}[] = [
  {
    row: 'elsewhere',
    holds: (facts) => !facts.hasPart,
    type: () => 'elsewhere',
    says: (facts) => [
      {
        text: sentence(
          `${facts.assignment.number === null ? 'uppdraget' : `uppdrag ${facts.assignment.number}`} riktas till ${nounOf(facts).another}`,
        ),
        evidence: [{ noun: 'assignment', id: facts.assignment.id }],
      },
    ],
  },
  {
    row: 'refusal',
    holds: ({ position }) => position !== null && !['absorbed', 'other', 'briefing'].includes(position.answerType),
    type: (facts) => facts.position!.answerType,
    says: positionSentences,
  },
  {
    row: 'absorbed',
    holds: ({ position }) => position !== null && position.answerType !== 'briefing',
    type: (facts) => facts.position!.answerType,
    says: (facts, { held }) => [...positionSentences(facts), ...heldSentences(facts, held)],
  },
  {
    row: 'briefing',
    holds: (facts, { held }) => held.length > 0 || facts.position !== null,
    type: () => 'briefing',
    says: (facts, { held, planned }) => [
      ...positionSentences(facts),
      ...heldSentences(facts, held),
      ...decisionSentences(facts),
      ...plannedSentences(facts, planned),
    ],
  },
  {
    row: 'decided',
    holds: (facts) => decisionsOfYear(facts).length > 0,
    type: () => 'decided',
    says: (facts, { planned }) => [...decisionSentences(facts), ...plannedSentences(facts, planned)],
  },
  {
    row: 'planned',
    holds: (_, { planned }) => planned.length > 0,
    type: () => 'planned',
    says: (facts, { planned }) => plannedSentences(facts, planned),
  },
  {
    row: 'nothing',
    holds: () => true,
    type: () => 'notDealtWith',
    says: (facts) => [
      {
        text: `Frågan har inte behandlats av ${nounOf(facts).definite}.`,
        evidence: [{ noun: 'assignment', id: facts.assignment.id }],
      },
    ],
  },
];

/**
 * Writes the answer to one assignment from what the register knows, the way the report-backs of the seeds are written. Pure: the same facts give
 * the same sentences. Each sentence carries the records that prove it; a sentence that nothing proves is never written.
 */
export function draftAnswer(facts: AnswerFacts): DraftedAnswer {
  const inOrder = facts.occasions.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const sorted = {
    held: inOrder.filter((occasion) => wasHeld(occasion, facts.reportDate)),
    planned: inOrder.filter((occasion) => !wasHeld(occasion, facts.reportDate)),
  };
  const row = precedence.find((one) => one.holds(facts, sorted))!;
  return { answerType: row.type(facts), sentences: row.says(facts, sorted) };
}

/** The sentences as the running text of an answer. */
export function textOf(answer: DraftedAnswer): string {
  return answer.sentences.map((one) => one.text).join(' ');
}

function nounOf(facts: AnswerFacts): BodyNoun {
  return bodyNouns[facts.body.kind];
}

function positionSentences({ position }: AnswerFacts): readonly DraftSentence[] {
  if (!position) return [];
  return [{ text: sentence(position.text), evidence: [{ noun: 'assignmentPosition', id: position.id }] }];
}

/** Occasions where the same was done make one sentence with all their days; the first meeting named is "beredningens sammanträde". */
function heldSentences(facts: AnswerFacts, held: readonly OccasionFact[]): readonly DraftSentence[] {
  const groups = Map.groupBy(held, (one) =>
    [whatWasDone(one, facts.assignment), isStudyVisit(one) ? 'visit' : one.meetingKind].join('|'),
  );
  let named = false;
  return [...groups.values()].map((group) => {
    const [first] = group as [OccasionFact];
    const what = whatWasDone(first, facts.assignment);
    const days = group.map((one) => one.date);
    const evidence = group.map((one): SourceRef => ({ noun: 'agendaItem', id: one.itemId }));
    if (!isStudyVisit(first) && isGiven(what) && isEveryMeeting(facts, days))
      return {
        text: sentence(`vid varje sammanträde har ${nounOf(facts).definite} fått ${insideSentence(what)}`),
        evidence,
      };
    const list = dayList(days, facts.year);
    // "studiebesök på X, Y, den 15 november": a place that is explained ends with a comma too.
    if (saysItsPlace(first, what))
      return { text: sentence(`${what}${what.includes(', ') ? ',' : ''} ${list}`), evidence };
    const isMeeting = first.meetingKind === 'meeting';
    const genitive = isMeeting && !named ? nounOf(facts).genitive : undefined;
    named ||= isMeeting;
    return {
      text: sentence(`${what} ${whereItWas(first.meetingKind, new Set(days).size, genitive)} ${list}`),
      evidence,
    };
  });
}

/** Whether what was done already says where: a study visit, or a workshop that was a gathering of its own. */
function saysItsPlace(one: OccasionFact, what: string): boolean {
  return isStudyVisit(one) || (one.meetingKind === 'workshop' && /^workshop/iu.test(what));
}

/** Whether it is something a body is given, so that "har fått" can be said of it. */
function isGiven(what: string): boolean {
  return /^(?:information|föredragning|redogörelse|\p{L}*rapport)/iu.test(what);
}

/** "Vid varje sammanträde" is said only when it is true, and of three meetings or more: two are better named. */
function isEveryMeeting(facts: AnswerFacts, days: readonly CivilDate[]): boolean {
  return facts.heldMeetings.length >= 3 && facts.heldMeetings.every((day) => days.includes(day));
}

function decisionsOfYear(facts: AnswerFacts) {
  return facts.decisions.filter((one) => Number(one.date.slice(0, 4)) === facts.year);
}

function decisionSentences(facts: AnswerFacts): readonly DraftSentence[] {
  return decisionsOfYear(facts).map((decision) => {
    const by = decision.bodyId === facts.body.id ? nounOf(facts).definite : insideSentence(decision.bodyName);
    const title = decision.title.replace(/[.\s]+$/u, '');
    const verb = /^beslut(?:et)? om /iu.test(title) ? 'fattades' : 'beslutades';
    return {
      text: sentence(`${title} ${verb} av ${by} ${whenPhrase(decision.date, decision.precision)}`),
      evidence: [{ noun: 'decision', id: decision.id }],
    };
  });
}

/** What is planned carries its year, because it is read after the day has come. */
function plannedSentences(facts: AnswerFacts, planned: readonly OccasionFact[]): readonly DraftSentence[] {
  return planned.map((one) => {
    const what = insideSentence(whatWasDone(one, facts.assignment));
    const day = dayPhrase(one.date, true);
    const text = saysItsPlace(one, what)
      ? `${day} planeras ${what}`
      : `${whereItWas(one.meetingKind, 1, undefined)} ${day} planeras ${what}`;
    return { text: sentence(text), evidence: [{ noun: 'agendaItem', id: one.itemId }] };
  });
}
