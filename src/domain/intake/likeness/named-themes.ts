import type { ComparedKind, ComparedRecord } from './compared-record.ts';
import { wordStem } from './word-stem.ts';

/**
 * Records that are about something they name: a focus area ("Ekonomi"), a return ("… inom ramen för God och nära vård 2024"), a goal document that others
 * cite by its name and year ("målbild 2030"), a meeting set aside for one thing ("remissdialog kring ny överenskommelse …"). Their names are short and of
 * common words, so that counting rare words finds nothing; here the whole name is looked for in what another record says of itself.
 */
export function sharesTheme(from: ComparedRecord, to: ComparedRecord): readonly string[] | undefined {
  const [name] = from.paragraphs;
  const find = rules[from.kind];
  return name && find?.(name.text, to);
}

type Rule = (name: string, to: ComparedRecord) => readonly string[] | undefined;

const rules: Partial<Record<ComparedKind, Rule>> = {
  focusArea: (name, to) => {
    const theme = wordsOf(name.split(/ [-–] |[,;:(]/u)[0]!);
    // A focus area of one word is a whole field: the other record must speak of it in its own words, in whatever form.
    return theme.length === 1 ? startsAlike(theme[0]!, to) : holdsAll(theme, to);
  },
  formReturn: (name, to) => {
    const theme = wordsOf(/inom ramen för (?<theme>[^\d,.]+)/iu.exec(name)?.groups?.theme ?? '');
    return theme.length >= 2 ? holdsAll(theme, to) : undefined;
  },
  goalDocument: (name, to) => {
    const [, word, year] = /^(\p{L}+)\b.*\b(20\d\d)$/u.exec(name.trim()) ?? [];
    if (!word || !year) return undefined;
    const cited = new RegExp(`\\b${word}\\p{L}{0,2} (?:HS )?${year}\\b`, 'iu');
    const place = to.paragraphs.map(({ text }) => cited.exec(text)?.[0]).find((found) => found !== undefined);
    return place === undefined ? undefined : [place];
  },
  meeting: (name, to) => {
    const theme = new Set(wordsOf(name));
    const shared = ownWords(to).filter((word) => [...theme].some((one) => wordStem(one) === wordStem(word)));
    return shared.length >= 2 ? shared : undefined;
  },
};

function holdsAll(theme: readonly string[], to: ComparedRecord): readonly string[] | undefined {
  const there = new Set(ownWords(to).map(wordStem));
  return theme.length > 0 && theme.every((word) => there.has(wordStem(word))) ? [theme.join(' ')] : undefined;
}

function startsAlike(word: string, to: ComparedRecord): readonly string[] | undefined {
  const beginning = wordStem(word);
  const found = ownWords(to).find((one) => one.startsWith(beginning));
  return beginning.length >= 6 && found ? [found] : undefined;
}

/** What a record says of itself, with the heading it stands under; a goal document says of itself what its goals say. */
function ownWords(record: ComparedRecord): readonly string[] {
  return record.paragraphs
    .filter(({ own }) => own)
    .flatMap(({ text }) => wordsOf(text))
    .concat(wordsOf(record.under ?? ''));
}

/** The words of a name that carry it: no words of form, no short ones. */
function wordsOf(text: string): readonly string[] {
  return (text.toLocaleLowerCase('sv').match(/\p{L}+/gu) ?? []).filter(
    (word) => word.length >= 4 && !formWords.has(word),
  );
}

const formWords = new Set('inom från till även eller samt arbete arbetet detta vara skall'.split(' '));
