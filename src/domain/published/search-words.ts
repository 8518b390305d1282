/** What was typed in the search box, sorted by what it asks for. */
export type SearchQuestion = {
  /** The words, without those inside quotation marks. */
  readonly words: string;
  /** Words that must follow each other. */
  readonly phrases: readonly string[];
  /** Diary numbers: `26RS14`, `RUN/123/2026`, `22HSN-45`. */
  readonly registrationNumbers: readonly string[];
  /** Sections of minutes: 42 of "§ 42". */
  readonly sections: readonly string[];
};

/** Longest question that is read; more than a paragraph is not a question. */
const longest = 200;
const registrationNumber = /^(?=.*\d)(?=.*\p{Lu})[\p{Lu}\d]{2,}(?:[-/:.][\p{Lu}\d]+){0,4}$/u;

/** Sorts a question into words, phrases, diary numbers and sections. Whatever is typed is words at worst, and never a command. */
export function readQuestion(typed: string): SearchQuestion {
  const text = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Co}]/gu, ' ')
    .slice(0, longest);
  const phrases: string[] = [];
  const sections: string[] = [];
  const rest = text
    .replace(/["”“„]([^"”“„]+)["”“„]/g, (_, phrase: string) => {
      if (phrase.trim().includes(' ')) phrases.push(phrase.trim());
      return phrase.trim().includes(' ') ? ' ' : phrase;
    })
    .replace(/§+\s*(\d{1,4})/g, (_, section: string) => {
      sections.push(section);
      return ' ';
    });
  const tokens = rest.split(/\s+/).filter((token) => /[\p{L}\d]/u.test(token));
  const registrationNumbers = tokens
    .map((token) => token.toUpperCase())
    .filter((token) => registrationNumber.test(token));
  return { words: tokens.join(' '), phrases, registrationNumbers, sections };
}

/** A stretch of a found text; `hit` where it is one of the words that were asked for. */
export type SnippetPiece = { readonly text: string; readonly hit: boolean };

const snippetLength = 240;

/**
 * The part of a passage around the first words that were found, in pieces. The pieces are plain text: whoever draws them escapes them, so that no text of
 * a document can become markup.
 */
export function snippetOf(words: string, stems: readonly string[]): readonly SnippetPiece[] {
  const text = words.replace(/\s+/g, ' ').trim();
  const places = [...text.matchAll(/[\p{L}\d]+/gu)].filter(([word]) => isHit(word.toLowerCase(), stems));
  const first = places[0]?.index ?? 0;
  const start = first < snippetLength / 2 ? 0 : text.indexOf(' ', first - snippetLength / 3) + 1;
  const wanted = start + snippetLength;
  const end = wanted >= text.length ? text.length : Math.max(text.lastIndexOf(' ', wanted), start + 40);
  const pieces: SnippetPiece[] = [];
  const add = (piece: string, hit: boolean) => void (piece !== '' && pieces.push({ text: piece, hit }));
  let at = start;
  if (start > 0) add('… ', false);
  for (const { 0: word, index } of places) {
    if (index < start || index + word.length > end) continue;
    add(text.slice(at, index), false);
    add(word, true);
    at = index + word.length;
  }
  add(text.slice(at, end), false);
  if (end < text.length) add(' …', false);
  return pieces;
}

/** The endings that a stem may have in a text: a word that goes on longer than these is another word. */
const longestEnding = 5;

/** Whether a word of a text is one of those asked for: the stem with an ending, or a compound whose head it is. */
function isHit(word: string, stems: readonly string[]): boolean {
  return stems.some((stem) => {
    const place = word.lastIndexOf(stem);
    if (place === 0) return word.length - stem.length <= longestEnding;
    return place > 0 && stem.length >= 4 && word.length - place - stem.length <= longestEnding - 1;
  });
}
