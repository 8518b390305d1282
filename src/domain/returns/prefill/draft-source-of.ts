import type { FormStructure } from '../../forms/index.ts';
import { type Answers, isAnswered, printedCode, type Question, questionsOf } from '../../forms/index.ts';
import { answerWords } from './answer-words.ts';
import { type DraftSource, type EvidenceLink, type SourceKey, type SourceValue, withoutWords } from './draft-source.ts';
import { liesIn, runsIn, seriesAt, timeOf } from './question-time.ts';
import type { SourceFacts } from './source-facts-reader.ts';
import {
  agreementPassage,
  assignmentPassage,
  commissionPassage,
  decisionPassage,
  deliverablePassage,
  goalPassage,
  indicatorPassage,
  isCount,
  isShare,
  projectPassage,
  quotedAnswer,
} from './source-passages.ts';
import { timeWords } from './swedish-facts.ts';

/** All that sources are made from: the facts of the register and the return that is answered. */
export type SourceScene = {
  readonly facts: SourceFacts;
  readonly year: number;
  readonly structure: FormStructure;
  readonly answers: Answers;
};

/**
 * A source as one question sees it, or undefined when it is not there any more. Pure: the same facts give the same passage, which is how a passage
 * that was taken earlier is found to have changed.
 */
export function draftSource(scene: SourceScene, key: SourceKey, question: Question): DraftSource | undefined {
  const found = makers[key.kind](scene, key.ref, question);
  if (!found) return undefined;
  const { itemId, ...own } = found;
  const source = { ...nothing, ...key, ...own };
  return itemId && scene.facts.items.get(itemId)?.secret ? withoutWords(source) : source;
}

const nothing = { secret: false, speaksForYes: null, value: null } as const;

type Made = Pick<DraftSource, 'title' | 'passage' | 'evidence'> &
  Partial<Pick<DraftSource, 'speaksForYes' | 'value'>> & { readonly itemId?: string };
type Maker = (scene: SourceScene, ref: string, question: Question) => Made | undefined;

const makers: Readonly<Record<SourceKey['kind'], Maker>> = {
  goal: ({ facts }, ref) => {
    const goal = facts.goals.get(ref);
    return (
      goal && { title: goal.heading, passage: goalPassage(goal.heading), evidence: [link('goal', ref, goal.heading)] }
    );
  },
  assignment: ({ facts }, ref) => {
    const one = facts.assignments.get(ref);
    if (!one) return undefined;
    const said = facts.told.get(ref);
    const told = said ? { periodName: said.period.name, text: said.text } : null;
    const name = `${one.year}${one.number === null ? '' : `:${one.number}`} ${one.title}`;
    const evidence = [
      link('assignment', ref, name),
      ...(said ? [link('assessment', said.id, `${said.period.name}, version ${said.version}`)] : []),
    ];
    return { title: name, passage: assignmentPassage({ ...one, told }), evidence };
  },
  decision: ({ facts, year }, ref, question) => {
    const one = facts.decisions.get(ref);
    if (one?.state !== 'made') return undefined;
    const section = (one.item && facts.items.get(one.item.id)?.section) ?? null;
    const passage = decisionPassage({ ...one, bodyName: one.body.name, precision: one.datePrecision, section });
    const when = one.decidedOn?.slice(0, { day: 10, month: 7, year: 4 }[one.datePrecision]) ?? null;
    const label = [one.body.name, when, section === null ? null : `§ ${section}`].filter(Boolean).join(', ');
    return {
      title: one.title,
      passage,
      evidence: [link('decision', ref, label)],
      speaksForYes: liesIn(timeOf(question, year), when) ? passage : null,
      ...(one.item && { itemId: one.item.id }),
    };
  },
  agreement: ({ facts, year }, ref, question) => {
    const one = facts.agreements.get(ref);
    if (!one) return undefined;
    const passage = agreementPassage(one, (one.item && facts.stands.get(one.item.id)) || []);
    const holds = one.decided && runsIn(timeOf(question, year), one.from, one.to);
    const speaksForYes = holds ? passage : null;
    return { title: one.name, passage, evidence: [link('agreement', ref, one.name)], speaksForYes, ...inItem(one) };
  },
  commission: ({ facts, year }, ref, question) => {
    const one = facts.commissions.get(ref);
    if (!one) return undefined;
    const passage = commissionPassage(one);
    const title = `${one.who}: ${one.what}`;
    const speaksForYes = one.decided && runsIn(timeOf(question, year), one.from, one.to) ? passage : null;
    return { title, passage, evidence: [link('commission', ref, title)], speaksForYes, ...inItem(one) };
  },
  deliverable: ({ facts }, ref) => {
    const one = facts.deliverables.get(ref);
    if (!one) return undefined;
    const evidence = [link('deliverable', ref, one.what)];
    return { title: one.what, passage: deliverablePassage(one), evidence, ...inItem(one) };
  },
  project: ({ facts, year }, ref, question) => {
    const one = facts.projects.get(ref);
    if (!one) return undefined;
    const time = timeOf(question, year);
    const passage = projectPassage(one, time.to);
    const speaksForYes = runsIn(time, one.startsOn, one.endsOn) && one.phase !== 'idea' ? passage : null;
    return { title: one.name, passage, evidence: [link('project', ref, one.name)], speaksForYes };
  },
  indicator: ({ facts, year }, ref, question) => {
    const one = facts.indicators.get(ref);
    if (!one) return undefined;
    const points = one.values.map(({ id, value, asOf, qualifier }) => ({ id, value, asOf, qualifier }));
    const seen = seriesAt(points, question, year);
    if (!seen) return { title: one.name, passage: '', evidence: [link('indicator', ref, one.name)] };
    const used = points.filter((point) => [seen.now, seen.before].some((other) => other?.asOf === point.asOf));
    return {
      title: one.name,
      passage: indicatorPassage(one.name, one.unit, seen.now, seen.before),
      evidence: used.map(({ id, asOf }) =>
        link('indicatorValue', id, `${one.name} ${asOf === null ? '' : timeWords(asOf, true)}`.trim(), ref),
      ),
      value: seriesValue(one.unit, seen.now.value, seen.now.asOf),
    };
  },
  question: ({ structure, answers }, ref) => {
    const other = questionsOf(structure).find(({ code }) => code === ref);
    if (!other) return undefined;
    const answer = answers[ref];
    const place = `Svaret på fråga ${printedCode(ref)}`;
    const words = answer && isAnswered(other.answer, answer.value) ? answerWords(other.answer, answer.value) : '';
    return { title: other.text, passage: quotedAnswer(place, words), evidence: [link('question', ref, place)] };
  },
  reportEntry: ({ facts }, ref) => {
    const one = facts.reportAnswers.get(ref);
    if (!one) return undefined;
    const passage = quotedAnswer(`Ur ${one.bodyName}s ${one.reportTitle}`, one.text);
    const title = `${one.reportTitle}: ${one.assignmentTitle}`;
    return { title, passage, evidence: [link('reportEntry', ref, one.reportTitle, one.reportId)] };
  },
};

function link(noun: EvidenceLink['noun'], id: string, label: string, within?: string): EvidenceLink {
  return { noun, id, label, ...(within !== undefined && { within }) };
}

const inItem = ({ item }: { readonly item: { readonly id: string } | null }) => (item ? { itemId: item.id } : {});

function seriesValue(unit: string, number: number, asOf: string | null): SourceValue | null {
  if (isShare(unit)) return { number, unit: 'percent', asOf };
  return isCount(unit) ? { number, unit: 'count', asOf } : null;
}
