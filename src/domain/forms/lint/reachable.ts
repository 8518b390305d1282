import {
  type Condition,
  type ConditionTerm,
  type FormStructure,
  type Question,
  questionsOf,
} from '../form-structure.ts';

/**
 * One way to come to a question: which answers have been given, by question and row ("10", "13/routine"). A set, because a question with several
 * answers can have been given more than one.
 */
type Way = ReadonlyMap<string, ReadonlySet<string>>;

/** More ways than this are not weighed against each other: then a question passes for one that can be reached. */
const mostWays = 64;

/**
 * The questions whose condition no answers at all can fulfil. A condition is opened into every way to fulfil it, and that of each question it
 * names: "10 a if Yes on 10, and 10 if No on 4" leaves the one way {10: yes, 4: no}. Two different answers to a question that takes one, or an
 * answer that stands alone beside another, end a way. What other rules find (an unknown question, a circle) passes here for possible.
 */
export function neverAsked(structure: FormStructure): ReadonlySet<string> {
  const byCode = new Map(questionsOf(structure).map((question) => [question.code, question]));
  const known = new Map<string, readonly Way[]>();
  const onTheWay = new Set<string>();

  const waysTo = (question: Question): readonly Way[] => {
    const before = known.get(question.code);
    if (before) return before;
    if (onTheWay.has(question.code)) return [new Map()];
    onTheWay.add(question.code);
    const ways = question.condition === null ? [new Map()] : waysOf(question.condition);
    onTheWay.delete(question.code);
    known.set(question.code, ways);
    return ways;
  };
  const waysOf = ({ when, terms }: Condition): readonly Way[] => {
    if (terms.length === 0) return [new Map()];
    const each = terms.map(waysOfTerm);
    if (when === 'any') return each.flat().length > mostWays ? [new Map()] : distinct(each.flat());
    return each.reduce((together, more) => both(together, more, byCode));
  };
  const waysOfTerm = (term: ConditionTerm): readonly Way[] => {
    const question = byCode.get(term.question);
    if (!question) return [new Map()];
    return both([new Map([[keyOf(term), new Set([term.option])]])], waysTo(question), byCode);
  };

  return new Set([...byCode.values()].filter((question) => waysTo(question).length === 0).map(({ code }) => code));
}

const keyOf = ({ question, row }: ConditionTerm): string => (row === null ? question : `${question}/${row}`);

function both(first: readonly Way[], second: readonly Way[], byCode: ReadonlyMap<string, Question>): readonly Way[] {
  if (first.length * second.length > mostWays) return [new Map()];
  return distinct(first.flatMap((one) => second.flatMap((other) => merged(one, other, byCode) ?? [])));
}

/** Both ways at once; undefined when they rule each other out. */
function merged(one: Way, other: Way, byCode: ReadonlyMap<string, Question>): Way | undefined {
  const together = new Map(one);
  for (const [key, options] of other) {
    const all = new Set([...(together.get(key) ?? []), ...options]);
    if (all.size > 1 && !canStandTogether(byCode.get(key.split('/')[0]!), all)) return undefined;
    together.set(key, all);
  }
  return together;
}

function canStandTogether(question: Question | undefined, options: ReadonlySet<string>): boolean {
  if (!question) return true;
  if (question.answer.kind !== 'multi') return false;
  return !question.answer.options.some(({ code, exclusive }) => exclusive && options.has(code));
}

function distinct(ways: readonly Way[]): readonly Way[] {
  const seen = new Map(
    ways.map((way) => [
      [...way]
        .map(([key, options]) => `${key}=${[...options].sort().join('+')}`)
        .sort()
        .join('&'),
      way,
    ]),
  );
  return [...seen.values()];
}
