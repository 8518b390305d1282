import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { EndorsementOutcome } from '../releases/index.ts';
import type { ItemPlace } from './item-place.ts';

/** The kinds of record that can be endorsed. */
export const endorsable = {
  agreement: { sv: 'överenskommelse', en: 'agreement' },
  commission: { sv: 'beställning', en: 'commission' },
  project: { sv: 'projekt', en: 'project' },
  decision: { sv: 'beslut', en: 'decision' },
  document: { sv: 'handling', en: 'document' },
} as const satisfies Record<string, Localized>;
export type EndorsableNoun = keyof typeof endorsable;
export const endorsableNouns = Object.keys(endorsable) as readonly EndorsableNoun[];

/** The record that is endorsed. */
export type EndorsementSubject = { readonly noun: EndorsableNoun; readonly id: Id<string> };

/**
 * What a body or a principal says about a record before it is decided (DEC-12: "har ställt sig bakom", "ställt sig positiv"). It binds nobody: the decision
 * of each principal is another record. Without an outcome it was asked and has not answered.
 */
export type EndorsementOf = {
  /** Null while it is only asked through a release: nothing is noted before the answer comes. */
  readonly id: Id<'endorsement'> | null;
  readonly version: number;
  readonly subject: EndorsementSubject;
  readonly by: { readonly id: Id<'body'>; readonly name: string };
  readonly outcome: EndorsementOutcome | null;
  readonly endorsedOn: CivilDate | null;
  readonly remarks: string | null;
  readonly askedOn: CivilDate | null;
  readonly dueOn: CivilDate | null;
  /** The paper in which it is told, with its diary number where it has one. */
  readonly toldIn: string | null;
  readonly item: ItemPlace | null;
  /** The release through which it was asked and answered. */
  readonly releaseId: Id<'release'> | null;
};

/** The answers to "do you stand behind it?", by what was said. */
export type EndorsementSummary = {
  readonly behind: readonly EndorsementOf[];
  readonly notBehind: readonly EndorsementOf[];
  readonly waiting: readonly EndorsementOf[];
  readonly late: readonly EndorsementOf[];
};

/** Who has and who has not: remarks do not take the support away, and only those who were asked are waited for. */
export function summaryOfEndorsements(all: readonly EndorsementOf[], today: CivilDate): EndorsementSummary {
  const waiting = all.filter(({ outcome }) => outcome === null);
  return {
    behind: all.filter(({ outcome }) => outcome === 'endorsed' || outcome === 'endorsedWithRemark'),
    notBehind: all.filter(({ outcome }) => outcome === 'notEndorsed'),
    waiting,
    late: waiting.filter(({ dueOn }) => dueOn !== null && dueOn < today),
  };
}
