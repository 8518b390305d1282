/** Short forms whose full stop ends no sentence. */
const shortForms =
  /(?:^|[\s(])(?:t\.?\s?ex|bl\.?\s?a|m\.?\s?m|m\.?\s?fl|d\.?\s?v\.?\s?s|dvs|o\.?\s?s\.?\s?v|osv|s\.?\s?k|f\.?\s?d|fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m|e\.?\s?d|kap|kl|nr|ca|jfr|st|tf|dr|prof|inkl|exkl|resp|ev|max|min)$/iu;

/** A sentence, with where it stands in the text it was cut from. */
export type Sentence = { readonly text: string; readonly start: number; readonly end: number };

/**
 * The sentences of a paragraph, for goals whose single sentences are cited (GOA-04: "en noll-vision för vårdskador som kan undvikas" is one of
 * five in its paragraph). A sentence ends at . ! ? or … followed by white space and a capital, a digit or a quotation mark; not after a short
 * form ("t.ex.") and not inside "2.1". A blank line ends one too, unless a small letter follows: then a page was turned in mid-sentence.
 */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const cut = (end: number) => {
    const raw = text.slice(start, end);
    const trimmed = raw.trim();
    if (trimmed !== '') {
      const from = start + raw.indexOf(trimmed);
      sentences.push({ text: trimmed.replace(/\s+/gu, ' '), start: from, end: from + trimmed.length });
    }
    start = end;
  };
  for (const match of text.matchAll(/[.!?…]+[”"»')\]]*(?=\s+[\p{Lu}\p{N}”"»'(–-])|\n\s*\n(?!\s*\p{Ll})/gu)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith('.') && shortForms.test(text.slice(start, match.index))) continue;
    cut(end);
  }
  cut(text.length);
  return sentences;
}
