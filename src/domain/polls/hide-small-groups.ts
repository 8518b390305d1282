import { smallestGroup } from '../../kernel/small-groups.ts';

/**
 * Which groups must not be shown, by their place: those under five, and so many others that none of them can be counted from the whole and what is
 * shown, also by one who knows this rule.
 *
 * - When any group is under five, groups of exactly five are hidden with it: otherwise two groups of four beside a shown five could only be that.
 * - At least two are hidden, with five answers or more between them: the whole less what is shown is then no small group either.
 * - Groups of one size are hidden together. The rule never looks at the order of the groups, so two hidden groups could always be each other.
 */
export function smallGroups(sizes: readonly number[]): ReadonlySet<number> {
  if (sizes.every((size) => size >= smallestGroup)) return new Set();
  const places = sizes.map((_, place) => place);
  const hidden = new Set(places.filter((place) => sizes[place]! <= smallestGroup));
  const answers = () => [...hidden].reduce((sum, place) => sum + sizes[place]!, 0);
  while (hidden.size < sizes.length && (hidden.size < 2 || answers() < smallestGroup)) {
    const next = Math.min(...places.filter((place) => !hidden.has(place)).map((place) => sizes[place]!));
    for (const place of places) if (sizes[place] === next) hidden.add(place);
  }
  return hidden;
}
