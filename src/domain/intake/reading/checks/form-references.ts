import { skeleton, tolerant } from '../../../../documents/tree/damage-tolerant.ts';
import type { ReadProblem } from '../../../../documents/tree/recognise.ts';
import type { ProposedQuestion } from '../../../forms/index.ts';
import type { Check } from './check-bundle.ts';
import { questionsIn, writtenIn } from './form-questions.ts';

const referenceForm = new RegExp(
  `(?:\\((?:se|jfr)\\s+${tolerant('fråga')}|${tolerant('under fråga')}|se\\s+${tolerant('fråga')})\\s+(?<question>\\d{1,2}\\s?[a-h]?)(?!\\p{L}|\\d)`,
  'giu',
);

/**
 * An answer that refers to another question for something that stands elsewhere (E-30). The words of the referring sentence are looked for in
 * what every question asks and is answered with, rare words counting most: when the named question has hardly any of them, and another one
 * has nearly all, the reference is told. A question or part of one that is not there at all is told too.
 */
export const formReferenceProblems: Check = (_, records) => {
  const questions = questionsIn(records);
  const contents = questions.map((question) => ({
    question,
    words: new Set(wordsOf([question.text, ...writtenIn(question)].join(' '))),
  }));
  const spread = new Map<string, number>();
  for (const { words } of contents) for (const word of words) spread.set(word, (spread.get(word) ?? 0) + 1);
  return questions.flatMap((question) =>
    writtenIn(question).flatMap((text) =>
      [...text.matchAll(referenceForm)].flatMap((match): readonly ReadProblem[] => {
        const named = match.groups!.question!.replace(/\s/gu, '');
        const others = contents.filter((one) => one.question !== question);
        if (!others.some((one) => one.question.number.startsWith(named)))
          return [told(question, `hänvisar till fråga ${named}, som inte finns.`)];
        const sentence = wordsOf(sentenceBefore(text, match.index));
        const weight = (words: ReadonlySet<string>) =>
          sentence.reduce((sum, word) => sum + (words.has(word) ? 1 / (spread.get(word) ?? 1) : 0), 0);
        // Words that stand nowhere else say nothing about where the reference leads.
        const whole = sentence.reduce(
          (sum, word) => sum + ((spread.get(word) ?? 1) > 1 ? 1 / spread.get(word)! : 0),
          0,
        );
        const target = Math.max(
          ...others.filter((one) => one.question.number.startsWith(named)).map((one) => weight(one.words)),
        );
        const [best] = others.map((one) => ({ ...one, weight: weight(one.words) })).sort((a, b) => b.weight - a.weight);
        if (!best || sentence.length < 5 || best.weight < 0.6 * whole || target > 0.4 * best.weight) return [];
        return [
          told(question, `hänvisar till fråga ${named}, men det som nämns står under fråga ${best.question.number}.`),
        ];
      }),
    ),
  );
};

function told({ number, source }: ProposedQuestion, what: string): ReadProblem {
  return { code: 'referenceElsewhere', message: `Svaret på fråga ${number} ${what}`, source };
}

/** The words that carry content, each by its first letters, so that forms of one word and damaged ones count as one. */
function wordsOf(text: string): readonly string[] {
  const words = text.match(/[\p{L}&\d]{5,}/gu) ?? [];
  return [...new Set(words.map((word) => skeleton(word).slice(0, 6)).filter((word) => word.length > 3))];
}

function sentenceBefore(text: string, at: number): string {
  const before = text.slice(0, at);
  return before.slice(Math.max(before.search(/[.?!]\s+(?=\p{Lu}[^.?!]*$)/u), before.lastIndexOf('\n')) + 1);
}
