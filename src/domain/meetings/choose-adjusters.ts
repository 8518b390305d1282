import type { Localized } from '../../kernel/language.ts';
import type { CalledSeat } from './meeting.ts';

/** What somebody is chosen for beside the chair: to adjust the minutes, or to step in for one who does. */
export const adjusterDuties = {
  adjuster: { sv: 'justerare', en: 'adjuster' },
  replacement: { sv: 'ersättare för justerare', en: 'replacement for an adjuster' },
} as const satisfies Record<string, Localized>;
export type AdjusterDuty = keyof typeof adjusterDuties;

/** Somebody chosen for a duty, as the notice names the person. */
export type ChosenAdjuster = {
  readonly duty: AdjusterDuty;
  readonly seatId: string | null;
  readonly name: string;
  readonly party: string | null;
};

/**
 * Who is proposed to adjust the minutes beside the chair: those whose turn it is among the called members, and after them who steps in. Whoever has
 * not served, or served longest ago, comes first; among equals the order of the seats decides. `history` is newest first, by name. With too few
 * members some duties stay unfilled, which the secretary sees.
 */
export function chooseAdjusters(
  called: readonly CalledSeat[],
  history: readonly string[],
  count: number,
): readonly ChosenAdjuster[] {
  const latest = (name: string) => {
    const at = history.indexOf(name);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  };
  const turn = called
    .filter((seat) => seat.kind === 'called' && seat.name !== null && seat.role !== 'chair')
    .map(({ name, party, seatId }) => ({ name: name!, party, seatId }))
    .sort((a, b) => {
      const [x, y] = [latest(a.name), latest(b.name)];
      return x === y ? 0 : y - x;
    });
  return turn
    .slice(0, count * 2)
    .map((person, index) => ({ ...person, duty: index < count ? ('adjuster' as const) : ('replacement' as const) }));
}

/** "Ada Ek (S) och Bo Al (M)": people as a clause names them. */
export function namedPeople(people: readonly Pick<ChosenAdjuster, 'name' | 'party'>[]): string {
  const names = people.map(({ name, party }) => (party ? `${name} (${party})` : name));
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} och ${names.at(-1)}`;
}

/** A clause of a standing item with those who were chosen in the places of `{justerare}` and `{ersättare}`; null when nobody can stand there. */
export function clauseWithAdjusters(clause: string, chosen: readonly ChosenAdjuster[]): string | null {
  const people = (duty: AdjusterDuty) => namedPeople(chosen.filter((one) => one.duty === duty));
  const needed = [
    ['{justerare}', people('adjuster')],
    ['{ersättare}', people('replacement')],
  ] as const;
  if (needed.some(([mark, names]) => clause.includes(mark) && names === '')) return null;
  return needed.reduce((text, [mark, names]) => text.replaceAll(mark, names), clause);
}
