import { skeleton, tolerant } from '../../documents/tree/damage-tolerant.ts';

/** A question as far as references are followed: what it asks, and all that is written in answer to it. */
export type WrittenQuestion = { readonly code: string; readonly text: string; readonly written: readonly string[] };

/** A reference that leads astray: to a question that is not there (`standsUnder` null), or to one under which what is meant does not stand. */
export type MisplacedReference = {
  readonly from: string;
  readonly named: string;
  readonly standsUnder: string | null;
};

const referenceForm = new RegExp(
  `(?:\\((?:se|jfr)\\s+${tolerant('fråga')}|${tolerant('under fråga')}|se\\s+${tolerant('fråga')})\\s+(?<question>\\d{1,2}\\s?[a-h]?)(?!\\p{L}|\\d)`,
  'giu',
);

/**
 * The references of answers to other questions for something that stands elsewhere (E-30: "se fråga 32", and it stands under 31). The words of the
 * referring sentence are looked for in what every question asks and is answered with, rare words counting most: when the named question has hardly
 * any of them, and another one has nearly all, the reference is told. A question or part of one that is not there at all is told too.
 */
export function misplacedReferences(questions: readonly WrittenQuestion[]): readonly MisplacedReference[] {
  const contents = questions.map((question) => ({
    question,
    words: new Set(wordsOf([question.text, ...question.written].join(' '))),
  }));
  const spread = new Map<string, number>();
  for (const { words } of contents) for (const word of words) spread.set(word, (spread.get(word) ?? 0) + 1);
  return questions.flatMap((question) =>
    question.written.flatMap((text) =>
      [...text.matchAll(referenceForm)].flatMap((match): readonly MisplacedReference[] => {
        const named = match.groups!.question!.replace(/\s/gu, '');
        const others = contents.filter((one) => one.question !== question);
        if (!others.some((one) => one.question.code.startsWith(named)))
          return [{ from: question.code, named, standsUnder: null }];
        const sentence = wordsOf(sentenceBefore(text, match.index));
        const weight = (words: ReadonlySet<string>) =>
          sentence.reduce((sum, word) => sum + (words.has(word) ? 1 / (spread.get(word) ?? 1) : 0), 0);
        // Words that stand nowhere else say nothing about where the reference leads.
        const whole = sentence.reduce(
          (sum, word) => sum + ((spread.get(word) ?? 1) > 1 ? 1 / spread.get(word)! : 0),
          0,
        );
        const target = Math.max(
          ...others.filter((one) => one.question.code.startsWith(named)).map((one) => weight(one.words)),
        );
        const [best] = others.map((one) => ({ ...one, weight: weight(one.words) })).sort((a, b) => b.weight - a.weight);
        if (!best || sentence.length < 5 || best.weight < 0.6 * whole || target > 0.4 * best.weight) return [];
        return [{ from: question.code, named, standsUnder: best.question.code }];
      }),
    ),
  );
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
