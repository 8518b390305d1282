import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import { holdsOn } from '../organisation/index.ts';
import type { ItemPlace } from './item-place.ts';

/** In what way somebody speaks for a principal in a group. */
export const representationCapacities = {
  representative: { sv: 'representant', en: 'representative' },
  substitute: { sv: 'ersättare', en: 'substitute' },
} as const satisfies Record<string, Localized>;
export type RepresentationCapacity = keyof typeof representationCapacities;
export const representationCapacityCodes = Object.keys(representationCapacities) as readonly RepresentationCapacity[];

/** That somebody speaks for a principal, or for a district, in a group between two days ("Ny representant från södra LDG", seed 003 item 4). */
export type Representation = {
  readonly id: Id<'representation'>;
  readonly version: number;
  readonly groupId: Id<'body'>;
  readonly forBodyId: Id<'body'>;
  readonly personId: Id<'person'>;
  readonly personName: string;
  readonly capacity: RepresentationCapacity;
  /** What the person does at home: "förvaltningschef". */
  readonly title: string | null;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  /** The item in which the group appointed the person. */
  readonly item: ItemPlace | null;
  /** Who appointed, where it was not the group itself: "kommunstyrelsen 2026-02-03, § 12". */
  readonly appointedBy: string | null;
};

/** Whom somebody is to speak for in a group, and by how many; a principal that takes part has one representative unless more is said. */
export type RepresentationPlace = {
  readonly forBody: { readonly id: Id<'body'>; readonly name: string };
  readonly representatives: number;
  readonly substitutes: number;
};

/** What is missing in a place. */
export const representationGaps = {
  vacant: { sv: 'ingen representant', en: 'nobody represents it' },
  left: { sv: 'representanten har slutat', en: 'the representative has left' },
  fewer: { sv: 'färre representanter än bestämt', en: 'fewer representatives than set' },
  noSubstitute: { sv: 'ersättare saknas', en: 'no substitute' },
  endsSoon: { sv: 'slutar snart utan efterträdare', en: 'leaves soon without a successor' },
} as const satisfies Record<string, Localized>;
export type RepresentationGapKind = keyof typeof representationGaps;

/** Something missing in a place, and the day from which it is, or will be, so. */
export type RepresentationGap = { readonly kind: RepresentationGapKind; readonly since: CivilDate | null };

/** How long before a representative leaves that a successor is asked for: about one joint meeting ahead. */
export const daysToFindSuccessor = 60;

type Held = Pick<Representation, 'capacity' | 'validFrom' | 'validTo'>;

/** Who of a place holds on a day: representatives first, each in the order in which they were appointed. */
export function representationOn<T extends Held>(
  all: readonly T[],
  day: CivilDate,
): { readonly representatives: readonly T[]; readonly substitutes: readonly T[] } {
  const holding = all.filter((one) => holdsOn(one, day));
  return {
    representatives: holding.filter(({ capacity }) => capacity === 'representative'),
    substitutes: holding.filter(({ capacity }) => capacity === 'substitute'),
  };
}

/**
 * What is missing in a place on a day. Without any representative nothing else is said about representatives: it is vacant, or was left on a day. A
 * place that has all it should may still lose somebody within the time that it takes to find a successor.
 */
export function representationGapsOn(
  place: Pick<RepresentationPlace, 'representatives' | 'substitutes'>,
  all: readonly Held[],
  day: CivilDate,
): readonly RepresentationGap[] {
  const { representatives, substitutes } = representationOn(all, day);
  const gaps: RepresentationGap[] = [];
  const ended = all
    .flatMap(({ capacity, validTo }) => (capacity === 'representative' && validTo && validTo < day ? [validTo] : []))
    .toSorted()
    .at(-1);
  if (place.representatives > 0 && representatives.length === 0)
    gaps.push(ended ? { kind: 'left', since: addDays(ended, 1) } : { kind: 'vacant', since: null });
  else if (representatives.length < place.representatives)
    gaps.push({ kind: 'fewer', since: ended ? addDays(ended, 1) : null });
  else {
    const soon = endsSoon(place.representatives, all, day);
    if (soon) gaps.push({ kind: 'endsSoon', since: soon });
  }
  if (substitutes.length < place.substitutes) gaps.push({ kind: 'noSubstitute', since: null });
  return gaps;
}

/** The first day, within the time to find a successor, on which the place has fewer representatives than it should. */
function endsSoon(needed: number, all: readonly Held[], day: CivilDate): CivilDate | null {
  const horizon = addDays(day, daysToFindSuccessor);
  const leaving = all.flatMap(({ capacity, validTo }) =>
    capacity === 'representative' && validTo && validTo >= day && validTo < horizon ? [addDays(validTo, 1)] : [],
  );
  return leaving.toSorted().find((from) => representationOn(all, from).representatives.length < needed) ?? null;
}
