import { type BindingKind, type FormStructure, type Question, questionsOf } from '../../forms/index.ts';
import { type SourceKey, sourceKeyText } from './draft-source.ts';
import { liesIn, runsIn, type TimeWindow, timeOf } from './question-time.ts';
import type { FoundRecord } from './source-search-reader.ts';

/** Why a source is proposed for a question: a word of the form stands in it, or it or what went before it was used last year. */
export type ProposalReason =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'lastYear'; readonly year: number }
  | { readonly kind: 'successor'; readonly year: number }
  | { readonly kind: 'reportOf'; readonly assignment: string };

/** A source that a person may bind a question to. */
export type ProposedSource = SourceKey & { readonly because: ProposalReason };

/** More proposals than this for one question are left out: nobody reads them. */
const mostProposed = 12;

/** All words of a form that records are looked for by, without those that name other questions. */
export function bindingWords(structure: FormStructure): readonly string[] {
  const bindings = questionsOf(structure).flatMap((question) => question.bindings);
  const words = bindings.filter(({ kind }) => kind !== 'question').flatMap(({ words: own }) => own);
  return [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))];
}

/** The time that all questions of a form are about together. */
export function timeOfForm(structure: FormStructure, year: number): TimeWindow {
  const windows = questionsOf(structure).map((question) => timeOf(question, year));
  const froms = windows.map(({ from }) => from).toSorted();
  const tos = windows.map(({ to }) => to).toSorted();
  return { from: froms[0] ?? `${year}-01-01`, to: tos.at(-1) ?? `${year}-12-31` };
}

/** The records that hold a word of a binding of the question and are of its time, the likeliest first: those that hold most words. */
export function proposedByWords(
  question: Question,
  structure: FormStructure,
  found: readonly FoundRecord[],
  year: number,
): readonly ProposedSource[] {
  const window = timeOf(question, year);
  const proposals = question.bindings.flatMap(({ kind, words }): readonly (ProposedSource & { weight: number })[] => {
    if (kind === 'question') return otherQuestions(question, structure, words);
    return found
      .filter((one) => one.kind === kind && isOfTime(one, window))
      .flatMap((one) => {
        const text = one.words.toLocaleLowerCase('sv');
        const hits = words.filter((word) => word.trim() !== '' && text.includes(word.trim().toLocaleLowerCase('sv')));
        const [word] = hits;
        return word
          ? [{ kind: one.kind, ref: one.ref, because: { kind: 'word', word } as const, weight: hits.length }]
          : [];
      });
  });
  return distinct(proposals.toSorted((a, b) => b.weight - a.weight))
    .slice(0, mostProposed)
    .map(({ kind, ref, because }) => ({ kind, ref, because }));
}

/** Each source once, by its first proposal. */
export function distinct<T extends SourceKey>(all: readonly T[]): readonly T[] {
  return [...new Map(all.toReversed().map((one) => [sourceKeyText(one), one])).values()].toReversed();
}

function otherQuestions(question: Question, structure: FormStructure, words: readonly string[]) {
  return questionsOf(structure)
    .filter(({ code }) => code !== question.code && words.includes(code))
    .map(({ code }) => {
      const because = { kind: 'word', word: code } as const;
      return { kind: 'question' as const satisfies BindingKind, ref: code, because, weight: 1 };
    });
}

function isOfTime({ kind, from, to }: FoundRecord, window: TimeWindow): boolean {
  if (kind === 'agreement' || kind === 'commission') return runsIn(window, from, to);
  if (from === null && to === null) return true;
  return liesIn(window, from) || liesIn(window, to);
}
