/**
 * Short forms whose full stop ends no sentence, also written with spaces ("t ex", "bl a"). Months and weekdays are among them, because dates are
 * often shortened.
 */
const shortForms =
  /(?:^|[\s(”"'])(?:t\.?\s?ex|bl\.?\s?a|m\.?\s?m|m\.?\s?fl|d\.?\s?v\.?\s?s|o\.?\s?s\.?\s?v|s\.?\s?k|f\.?\s?d|fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m|p\.?\s?g\.?\s?a|e\.?\s?d|o\.?\s?d|c:a|ca|kl|nr|kap|avs|sid|st|tel|dnr|jfr|tf|dr|prof|inkl|exkl|resp|ev|forts|max|min|jan|febr?|mar|apr|jun|jul|aug|sept?|okt|nov|dec|mån|tis|ons|tors|fre|lör|sön)$/iu;

/** A sentence, with where it stands in the text it was cut from; `end` is exclusive. Its words are joined by single spaces. */
export type Sentence = { readonly text: string; readonly start: number; readonly end: number };

/**
 * What ends a sentence besides its mark: every line break, where each line says its own (answers, lists), or only a blank line, where the lines
 * are those of a printed paragraph. A blank line before a small letter ends none: then a page was turned in mid-sentence.
 */
const endings = {
  line: /[.!?…]+[”"»'’)\]]*(?=\s+[\p{Lu}\p{N}”"»'’(–•-])|\n/gu,
  paragraph: /[.!?…]+[”"»'’)\]]*(?=\s+[\p{Lu}\p{N}”"»'’(–•-])|\n\s*\n(?!\s*\p{Ll})/gu,
} as const;

/**
 * The sentences of a Swedish text, in order. A sentence ends at `.`, `!`, `?` or `…` before white space and a beginning: a capital, a digit, a
 * quotation mark, a bracket or a dash. "t.ex. Kumla", "kl. 09.00", "S2020:8. följs", "G. Berg" and "den 7 dec. 2023" end none.
 */
export function sentencesOf(text: string, breaks: keyof typeof endings = 'line'): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const cut = (end: number) => {
    const raw = text.slice(start, end);
    const words = raw.trim();
    if (words !== '') {
      const from = start + raw.indexOf(words);
      sentences.push({ text: words.replace(/\s+/gu, ' '), start: from, end: from + words.length });
    }
    start = end;
  };
  for (const mark of text.matchAll(endings[breaks])) {
    const end = mark.index + mark[0].length;
    if (mark[0].startsWith('.') && goesOn(text.slice(start, mark.index), text.slice(end).trimStart())) continue;
    cut(end);
  }
  cut(text.length);
  return sentences;
}

/** The words of the sentences alone. */
export function sentenceTexts(text: string): readonly string[] {
  return sentencesOf(text).map((sentence) => sentence.text);
}

/** Whether the full stop between the words belongs to a short form, an initial, or a number in a row of numbers. */
function goesOn(before: string, after: string): boolean {
  const word = before.split(/[\s(”"']/u).at(-1) ?? '';
  if (/^\p{Lu}$/u.test(word)) return true;
  if (/^\d{1,2}$/u.test(word) && /^\d/u.test(after)) return true;
  return shortForms.test(before);
}
