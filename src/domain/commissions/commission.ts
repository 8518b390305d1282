import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { ItemPlace } from '../collaboration/index.ts';
import type { Payer } from './payer.ts';

/** Work that a joint group orders and pays for (AGR-12…15). */
export type Commission = {
  readonly id: Id<'commission'>;
  readonly version: number;
  readonly who: string;
  readonly what: string;
  /** The body that orders it; null where a paper names none. */
  readonly orderedBy: { readonly id: Id<'body'>; readonly name: string } | null;
  /** Full-time equivalents; null when the source does not say. */
  readonly fte: number | null;
  readonly extentKind: ExtentKind | null;
  readonly employmentForm: EmploymentForm | null;
  readonly personnelNote: string;
  readonly amounts: readonly CommissionAmount[];
  /** The posts that each payer pays. */
  readonly shares: readonly CommissionShare[];
  /** The same as amounts and shares, with the year and the principal of each. */
  readonly parts: readonly CommissionPart[];
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  /** The fund in the words of the source. */
  readonly fund: string | null;
  /** The fund in the register. */
  readonly fundRecord: { readonly id: Id<'fund'>; readonly name: string } | null;
  readonly decided: boolean;
  readonly endedOn: CivilDate | null;
  readonly endReason: string | null;
  /** The commission whose work goes on in this one. */
  readonly extends: { readonly id: Id<'commission'>; readonly lastDay: CivilDate | null } | null;
  /** The one in which this goes on. */
  readonly extendedBy: {
    readonly id: Id<'commission'>;
    readonly from: CivilDate | null;
    readonly decided: boolean;
  } | null;
  readonly item: ItemPlace | null;
};

/** What one payer pays; without a payer the source names only the sum. */
export type CommissionAmount = { readonly value: number; readonly currency: string; readonly payer: string | null };

export type CommissionShare = { readonly payer: string | null; readonly fte: number };

/** A sum of money or a number of posts, of a payer or in all, for a year or for the whole term. */
export type CommissionPart = {
  readonly payer: Payer | null;
  readonly money: { readonly value: number; readonly currency: string } | null;
  readonly fte: number | null;
  readonly year: number | null;
};

/** How a paper tells how much work it is: kept, because 200 % is two persons on a team and no one post. */
export const extentKinds = {
  share: { sv: 'del av en tjänst', en: 'share of a post' },
  posts: { sv: 'årsarbetare', en: 'full-time posts' },
  summedRates: { sv: 'sammanlagd tjänstegrad', en: 'sum of employment rates' },
} as const satisfies Record<string, Localized>;
export type ExtentKind = keyof typeof extentKinds;
export const extentKindCodes = Object.keys(extentKinds) as readonly ExtentKind[];

/** How those who do the work are employed (AGR-15, AGR-17). */
export const employmentForms = {
  permanent: { sv: 'tillsvidareanställning', en: 'permanent employment' },
  fixedTerm: { sv: 'tidsbegränsad anställning', en: 'fixed-term employment' },
  substitute: { sv: 'vikariat', en: 'substitute' },
  purchased: { sv: 'tjänsteköp', en: 'purchased service' },
  trainee: { sv: 'utbildningstjänst', en: 'trainee post' },
  loan: { sv: 'utlåning från huvudman', en: 'lent by a principal' },
} as const satisfies Record<string, Localized>;
export type EmploymentForm = keyof typeof employmentForms;
export const employmentFormCodes = Object.keys(employmentForms) as readonly EmploymentForm[];

/** How posts are told when nobody has said how: a part of a post, or whole ones. */
export function extentOf(commission: Pick<Commission, 'fte' | 'extentKind'>): ExtentKind | null {
  if (commission.fte === null) return null;
  return commission.extentKind ?? (commission.fte < 1 ? 'share' : 'posts');
}

export function isExtentKind(text: unknown): text is ExtentKind {
  return typeof text === 'string' && Object.hasOwn(extentKinds, text);
}

export function isEmploymentForm(text: unknown): text is EmploymentForm {
  return typeof text === 'string' && Object.hasOwn(employmentForms, text);
}
