import {
  type Condition,
  type ConditionTerm,
  type FormStructure,
  optionsOf,
  type Question,
  questionsOf,
} from '../form-structure.ts';
import { atQuestion, type FormFault } from './form-faults.ts';
import { neverAsked } from './reachable.ts';

/**
 * Conditions that cannot be meant: about what does not exist, about later questions, in a circle, or about another question than the one that a
 * sub-question follows from. What is said once is not said again as its consequence.
 */
export function lintConditions(structure: FormStructure): readonly FormFault[] {
  const questions = questionsOf(structure);
  const byCode = new Map(questions.map((question) => [question.code, question]));
  const place = new Map(questions.map(({ code }, index) => [code, index]));
  const circles = circlesIn(byCode);
  const round = new Set(circles.flat());
  const impossible = neverAsked(structure);
  return [
    ...circles.map((codes) => atQuestion(codes[0]!, 'conditionCircular', { round: [...codes, codes[0]!].join(' → ') })),
    ...questions.flatMap((question) => {
      const { code, condition } = question;
      if (condition === null) return lintUnconditioned(question, byCode);
      if (condition.terms.length === 0) return [atQuestion(code, 'conditionEmpty')];
      const terms = condition.terms.flatMap((term) => {
        const found = byCode.get(term.question);
        if (!found) return [atQuestion(code, 'conditionQuestionUnknown', { question: term.question })];
        const later = place.get(found.code)! >= place.get(code)! && !(round.has(code) && round.has(found.code));
        return [
          ...(later ? [atQuestion(code, 'conditionLater', { question: found.code })] : []),
          ...lintTerm(code, term, found),
        ];
      });
      const elsewhere = terms.length === 0 ? lintElsewhere(question, condition, byCode) : [];
      const never = impossible.has(code) ? [atQuestion(code, 'conditionImpossible')] : [];
      return [...terms, ...elsewhere, ...never];
    }),
  ];
}

/** A sub-question without a condition is asked also while its own question is not. */
function lintUnconditioned({ code, parent }: Question, byCode: ReadonlyMap<string, Question>) {
  const above = parent === null ? undefined : byCode.get(parent);
  return above?.condition ? [atQuestion(code, 'askedWithoutParent', { parent: above.code })] : [];
}

function lintTerm(code: string, term: ConditionTerm, question: Question): readonly FormFault[] {
  const { answer } = question;
  const rowFits = answer.kind === 'matrix' ? answer.rows.some((row) => row.code === term.row) : term.row === null;
  if (!rowFits) return [atQuestion(code, 'conditionRowUnknown', { question: question.code })];
  const known = optionsOf(answer).some((option) => option.code === term.option);
  return known ? [] : [atQuestion(code, 'conditionOptionUnknown', { question: question.code })];
}

/** The real fault of seed 004, E-29: 10 a asks for the answer to question 11. The question, its other sub-questions, and what it waits for itself may be named. */
function lintElsewhere(question: Question, { terms }: Condition, byCode: ReadonlyMap<string, Question>) {
  const parent = question.parent === null ? undefined : byCode.get(question.parent);
  if (!parent) return [];
  const related = new Set([parent.code, ...(parent.condition?.terms.map((term) => term.question) ?? [])]);
  for (const other of byCode.values()) if (other.parent === parent.code) related.add(other.code);
  if (terms.some((term) => related.has(term.question))) return [];
  const named = [...new Set(terms.map((term) => term.question))].join(', ');
  return [atQuestion(question.code, 'conditionElsewhere', { parent: parent.code, question: named })];
}

/** The circles that conditions make, each told once, beginning with the question that comes first. */
function circlesIn(byCode: ReadonlyMap<string, Question>): readonly (readonly string[])[] {
  const done = new Set<string>();
  const circles: string[][] = [];
  const walk = (code: string, path: readonly string[]): void => {
    const at = path.indexOf(code);
    if (at >= 0) {
      circles.push(path.slice(at));
      return;
    }
    if (done.has(code)) return;
    for (const next of new Set(byCode.get(code)?.condition?.terms.map((term) => term.question) ?? []))
      if (byCode.has(next)) walk(next, [...path, code]);
    done.add(code);
  };
  for (const code of byCode.keys()) walk(code, []);
  return circles;
}
