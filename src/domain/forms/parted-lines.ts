import { type Passage, slice, spanOf, trimmed } from '../../documents/tree/passage.ts';
import type { PlacedLine } from '../../documents/tree/recognise.ts';

/**
 * Lines that a reader of pages ran together are parted again. A form prints every option, row and question on a line of its own; a PDF or a
 * scan may give several of them as one ("Nej 20 a. Om svaret …", "Ja Nej Samverkan O Delaktighet |").
 */

/** Before a sub-question that follows an option. */
const beforeQuestion = /^(?:Ja|Nej)(?:\s{1,3}[^\s\p{L}]|\s{1,3}[A-Z])*\s{1,3}(?=\d{1,2}\s?[a-h]\.\s)/u;
/** Behind the columns of a table that its first row follows. */
const behindHead = /^(?:Ja\s{1,3}Nej(?:\s{1,3}Delvis)?)\s{1,3}(?=\.\.|…|(?!Delvis|Vet|Ej)\p{Lu}\p{Ll}{2})/u;
/** Behind the mark of a row or option that the next one follows. */
const behindMark = /(?<=\S\s)[OUDX0|=-]\s{1,3}(?=\.\.|…|\p{Lu}\p{Ll}{2})/gu;

/** Parts an option from the question behind it. */
export function partedQuestions(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  return lines.flatMap((line) => cutAt(line, [beforeQuestion.exec(line.words.text)?.[0].length ?? 0]));
}

/** The last words of a paragraph that end no sentence, behind one that ends. */
const behindSentence = /(?<=[\p{L}\d)][.!?]\s{1,3})\p{Lu}[^.:;?!,@…]{4,50}[^.:;?!,@…\s]$/u;
const numbered = /^\d{1,2}[.):]\s+\S/u;

/**
 * Parts the heading of a section from the paragraph before it, when a reader took the two lines for one: it stands right before a numbered
 * question, ends no sentence, and names what the question asks about.
 */
export function partedHeadings(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  return lines.flatMap((line, index) => {
    const question = lines[index + 1];
    const asks =
      question?.firstOfBlock && (question.marker?.kind === 'number' || numbered.test(question.words.text))
        ? lines.slice(index + 1, index + 4).map(({ words }) => words.text)
        : [];
    const tail = asks.length > 0 && !line.cells ? behindSentence.exec(line.words.text) : null;
    return tail && namesTopicOf(tail[0], asks.join(' ')) ? cutAt(line, [tail.index]) : [line];
  });
}

/** Whether a few words share one that is long enough to be a topic with the question under them. */
function namesTopicOf(words: string, question: string): boolean {
  const topics = words.toLocaleLowerCase('sv').match(/[\p{L}\d&]{6,}/gu) ?? [];
  const asked = new Set(question.toLocaleLowerCase('sv').match(/[\p{L}\d&]{6,}/gu));
  return words.split(/\s+/u).length <= 6 && topics.some((topic) => asked.has(topic));
}

/** Parts the rows of a table from its columns and from each other. Only for lines that are known to be such rows. */
export function partedRows(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  return lines.flatMap((line) => {
    if (line.cells) return [line];
    const head = behindHead.exec(line.words.text)?.[0].length ?? 0;
    return cutAt(line, [head, ...marksIn(line.words)]);
  });
}

const marksIn = (words: Passage) => [...words.text.matchAll(behindMark)].map((match) => match.index + match[0].length);

function cutAt(line: PlacedLine, places: readonly number[]): readonly PlacedLine[] {
  const cuts = [0, ...places.filter((place) => place > 0)];
  if (cuts.length === 1) return [line];
  return cuts.map((cut, index) => {
    const words = trimmed(slice(line.words, cut, cuts[index + 1]));
    // Only the first piece keeps what belongs to the beginning of the line.
    const { marker, ...rest } = line;
    return {
      ...rest,
      ...(index === 0 && marker && { marker }),
      words,
      span: spanOf(words) ?? line.span,
      firstOfBlock: index === 0 && line.firstOfBlock,
    };
  });
}
