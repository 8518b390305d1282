import type { Reading } from '../../documents/tree/recognise.ts';
import type { Span } from '../../documents/tree/tree.ts';
import { findRegistrationNumbers, leadingRegistrationNumber } from '../../kernel/registration-number.ts';
import { contentsLines, paragraphNumberIn } from './paragraph-sections-import.ts';

/** A § as the list of contents has it: the title may be shortened there, and the numbers may have slipped a row. */
export type ListedParagraph = {
  readonly number: number;
  readonly suffix?: string;
  readonly title: string;
  readonly diaryNumber?: string;
  readonly span: Span;
};

/** The §§ of the list of contents of minutes, wherever the paper prints it. */
export function minutesContents(reading: Reading): readonly ListedParagraph[] {
  const printed = [
    ...reading.contents.map(({ number, title, span }) => ({ text: [number, title].filter(Boolean).join(' '), span })),
    ...contentsLines(reading).map((line) => ({ text: line.words.text.slice(0, 400), span: line.span })),
  ];
  return printed.flatMap(({ text, span }) => {
    const head = paragraphNumberIn(text);
    if (!head) return [];
    const rest = head.rest.replace(/\s*\.{3,}\s*\d*$|\s{2,}\d{1,4}$/u, '');
    const leading = leadingRegistrationNumber(rest);
    const inside = leading ? undefined : findRegistrationNumbers(rest)[0];
    const diaryNumber = leading?.text ?? inside?.text;
    const title = (leading ? rest.slice(leading.end) : inside ? rest.replace(inside.text, ' ') : rest)
      .replace(/\s+/gu, ' ')
      .trim();
    return [
      {
        number: Number(head.number),
        ...(head.suffix && { suffix: head.suffix }),
        title,
        ...(diaryNumber && { diaryNumber }),
        span,
      },
    ];
  });
}
