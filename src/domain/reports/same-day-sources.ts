/** A source that may prove a sentence: the day it is of, and what it is about when it says so (the title of an item). */
export type DatedSubject = { readonly when: string | null; readonly subject?: string };

/**
 * A meeting often dealt with an assignment under several items. A sentence that names the day means those whose subject it speaks of: "Information
 * om 1177 Direkt den 30 maj" is proved by the item on 1177 Direkt and not by the one on drop-in of the same day. Where the sentence tells
 * none of them apart, all of the day stand.
 */
export function closestInSubject<T extends DatedSubject>(sentence: string, sources: readonly T[]): readonly T[] {
  const said = wordsOf(sentence);
  return sources.filter((source) => {
    const sameDay = sources.filter((one) => one.when === source.when);
    const meant = sameDay.filter((one) =>
      tellingWords(one, sameDay).some((word) => said.some((other) => sameStem(word, other))),
    );
    return meant.length === 0 || meant.includes(source);
  });
}

/** The words of a subject that not every subject of the day has: they tell the items apart. */
function tellingWords(source: DatedSubject, sameDay: readonly DatedSubject[]): readonly string[] {
  const others = sameDay.filter((one) => one !== source).map((one) => wordsOf(one.subject ?? ''));
  return wordsOf(source.subject ?? '').filter((word) =>
    others.some((words) => !words.some((other) => sameStem(word, other))),
  );
}

function wordsOf(text: string): readonly string[] {
  return [...text.toLowerCase().matchAll(/\p{L}{4,}|\p{L}*\d+\p{L}*/gu)].map(([word]) => word);
}

/** Whether two words are forms of one: Swedish changes their ends, so the first letters decide ("mottagning", "mottagningarna"). */
function sameStem(a: string, b: string): boolean {
  const shortest = Math.min(a.length, b.length);
  const compared = Math.max(4, Math.min(shortest, Math.max(a.length, b.length) - 4));
  return a === b || (shortest >= 4 && a.slice(0, compared) === b.slice(0, compared));
}
