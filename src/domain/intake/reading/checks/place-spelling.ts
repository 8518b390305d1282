import { spanOf } from '../../../../documents/tree/passage.ts';
import { linesOf, type ReadProblem } from '../../../../documents/tree/recognise.ts';
import type { Check } from './check-bundle.ts';

const placeName = /^\p{Lu}\p{Ll}{5,}$/u;
/** A capitalised word, but not behind another one: that is a last name. */
const capitalised = /(?<![\p{L}\p{N}-]|\p{Lu}\p{L}+\s)\p{Lu}\p{Ll}{5,}(?![\p{L}\p{N}-])/gu;

/**
 * A place in the text that is nearly, but not quite, one of the municipalities that the same paper lists (among those present, or in a table): one
 * letter is missing, added, changed or out of order (trap 18 of the domain reference). Told, never mended: there are places with names alike.
 */
export const placeSpellingProblems: Check = (readings, records) => {
  const listed = new Set<string>();
  const people = new Set<string>();
  for (const record of records) {
    if (record.type === 'attendance') {
      if (record.organisation) listed.add(record.organisation.replace(/\s+kommun$/u, ''));
      for (const name of record.person.split(/[\s-]+/u)) people.add(name);
    }
    if (record.type === 'populationRow') listed.add(record.municipality);
  }
  const places = [...listed].filter((name) => placeName.test(name));
  if (places.length < fewestPlaces) return [];
  return readings.flatMap(({ blocks }) =>
    linesOf(blocks).flatMap(({ words }) =>
      [...words.text.matchAll(capitalised)].flatMap(({ 0: printed, index: at }): readonly ReadProblem[] => {
        const meant =
          listed.has(printed) || people.has(printed) ? undefined : places.find((one) => isSlip(printed, one));
        const source = meant ? spanOf(words, at, at + printed.length) : undefined;
        if (!meant || !source) return [];
        const message = `”${printed}” liknar ”${meant}”, som står i handlingens lista. Kontrollera om samma ort är menad.`;
        return [{ code: 'placeSpelledTwoWays', message, source }];
      }),
    ),
  );
};

/** So many places make a list that a paper's spelling can be held to. */
const fewestPlaces = 3;

/** Whether one slip of the keys parts the words. The genitive of a name ("Kumlas") is another form of it and no slip. */
function isSlip(printed: string, name: string): boolean {
  if (printed === name || printed === `${name}s` || Math.abs(printed.length - name.length) > 1) return false;
  let at = 0;
  while (at < printed.length && printed[at] === name[at]) at += 1;
  const [left, right] = [printed.slice(at), name.slice(at)];
  const changed = left.slice(1) === right.slice(1);
  const swapped = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
  return changed || left.slice(1) === right || left === right.slice(1) || swapped;
}
