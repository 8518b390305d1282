import { partMarks } from '../src/documents/in/repair/word-graph.ts';

/**
 * All forms that a Hunspell dictionary spells out, each with what it may be: a word, the first or middle part of a compound ("hälso"), the last
 * part of one. Only what `dictionary-sv` uses is understood: suffixes of one level, flags of one character, three flags for compounds.
 */
export function expandDictionary(aff: string, dic: string): Map<string, number> {
  const suffixes = suffixesOf(aff);
  const forms = new Map<string, number>();
  const add = (form: string, marks: number) => {
    if (marks) forms.set(form, (forms.get(form) ?? 0) | marks);
  };
  const forbidden = new Set<string>();
  for (const line of dic.split('\n').slice(1)) {
    const [word, flags = ''] = line.trim().split(/(?<!\\)\//);
    if (!word) continue;
    // FORBIDDENWORD names compounds that are no words, NOSUGGEST words that nobody meant: neither may be a repair.
    if (/[%!]/.test(flags)) {
      forbidden.add(word);
      continue;
    }
    add(word, marksOf(flags));
    for (const flag of flags)
      for (const suffix of suffixes.get(flag) ?? []) {
        const form = applied(suffix, word);
        if (form) add(form, suffix.flags ? marksOf(suffix.flags) : partMarks.word | (marksOf(flags) & partMarks.last));
      }
  }
  for (const word of forbidden) forms.delete(word);
  return forms;
}

/** X and U may begin a compound or stand within one, Y ends it; Z is a part and no word, ¤ a stem without its ending. */
function marksOf(flags: string): number {
  return (
    (/[Z¤]/.test(flags) ? 0 : partMarks.word) |
    (/[XU]/.test(flags) ? partMarks.first : 0) |
    (/Y/.test(flags) ? partMarks.last : 0)
  );
}

type Suffix = { readonly strip: string; readonly add: string; readonly flags: string; readonly condition: RegExp };

function suffixesOf(aff: string): ReadonlyMap<string, readonly Suffix[]> {
  const suffixes = new Map<string, Suffix[]>();
  for (const line of aff.split('\n')) {
    const [kind, flag, strip, added, condition] = line.split(/\s+/);
    if (kind !== 'SFX' || !flag || !strip || !added || condition === undefined) continue;
    const [ending = '', flags = ''] = added.split('/');
    suffixes.set(flag, [
      ...(suffixes.get(flag) ?? []),
      { strip: none(strip), add: none(ending), flags, condition: new RegExp(`(?:${condition})$`) },
    ]);
  }
  return suffixes;
}

function none(affix: string): string {
  return affix === '0' ? '' : affix;
}

function applied(suffix: Suffix, word: string): string | undefined {
  if (!word.endsWith(suffix.strip) || !suffix.condition.test(word)) return undefined;
  return word.slice(0, word.length - suffix.strip.length) + suffix.add;
}
