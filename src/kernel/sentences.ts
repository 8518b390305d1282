/**
 * The sentences of a text. A sentence ends at `.`, `!` or `?` before white space and a capital, a digit or a quotation mark, and at line
 * breaks; "t.ex. något" stays whole because a small letter follows.
 */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?])\s+(?=[\p{Lu}\d"”(])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}
