import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';
import { type DocumentKind, documentKinds } from '../matters/index.ts';

/** What becomes of the documents of a series: they are kept for ever, disposed of after some years, or when they are of no more use (R-ARK-1). */
export const retentionFates = {
  preserve: { sv: 'bevaras', en: 'preserved' },
  afterYears: { sv: 'gallras efter ett antal år', en: 'disposed of after a number of years' },
  whenObsolete: { sv: 'gallras vid inaktualitet', en: 'disposed of when obsolete' },
} as const satisfies Record<string, Localized>;
export type RetentionFate = keyof typeof retentionFates;

/** The series of the plan: each kind of document of the register. */
export const retentionSeries: readonly DocumentKind[] = Object.keys(documentKinds) as readonly DocumentKind[];

/**
 * Series that no plan of an authority can dispose of: the minutes are the decisions themselves and are always preserved. What the register made and
 * froze itself (adjusted minutes, approved reports) is no document with bytes of its own and cannot be proposed at all.
 */
export const alwaysPreserved: readonly DocumentKind[] = ['minutes'];

/** A row of the plan (informationshanteringsplan): holds for its series from a day until the next row. */
export type RetentionRule = {
  readonly id: Id<'retentionRule'>;
  readonly version: number;
  readonly series: DocumentKind;
  readonly fate: RetentionFate;
  readonly years: number | null;
  /** The decision or provision that says so. */
  readonly basis: string;
  readonly note: string | null;
  readonly validFrom: CivilDate;
  readonly setBy: string;
};

/** What a person writes of a row of the plan. */
export type RetentionFields = {
  readonly series: DocumentKind;
  readonly fate: RetentionFate;
  readonly years?: number | null | undefined;
  readonly basis: string;
  readonly note?: string | null | undefined;
  readonly validFrom: CivilDate;
};

export function retentionProblems({ series, fate, years, basis }: RetentionFields): readonly Problem[] {
  return [
    ...(retentionSeries.includes(series) ? [] : [{ path: 'series', key: 'validation.choose' }]),
    ...(alwaysPreserved.includes(series) && fate !== 'preserve' ? [{ path: 'fate', key: 'archiving.keptByLaw' }] : []),
    ...(fate === 'afterYears' && !(years && years >= 1 && years <= 100)
      ? [{ path: 'years', key: 'archiving.years' }]
      : []),
    ...(fate !== 'afterYears' && years ? [{ path: 'years', key: 'archiving.noYears' }] : []),
    ...(basis.trim() === '' ? [{ path: 'basis', key: 'validation.required' }] : []),
  ];
}

/** The row that holds for a series on a day: the last that had begun. */
export function retentionRuleOn<Rule extends Pick<RetentionRule, 'series' | 'validFrom'>>(
  rules: readonly Rule[],
  series: string,
  day: CivilDate,
): Rule | undefined {
  return rules
    .filter((rule) => rule.series === series && rule.validFrom <= day)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
}

/**
 * The first day on which a document may be disposed of. Years are counted from the end of the calendar year in which the matter was closed, or the
 * document was dated when it lies in no matter; a document without either has no such day, because nothing can be counted from nothing.
 */
export function disposableFrom(
  { fate, years }: Pick<RetentionRule, 'fate' | 'years'>,
  {
    closedOn,
    datedOn,
    inMatter,
  }: { readonly closedOn: CivilDate | null; readonly datedOn: CivilDate | null; readonly inMatter: boolean },
): CivilDate | null {
  const from = inMatter ? closedOn : datedOn;
  if (fate === 'preserve' || from === null) return null;
  if (fate === 'whenObsolete') return from;
  return years === null ? null : `${String(Number(from.slice(0, 4)) + years + 1).padStart(4, '0')}-01-01`;
}

/** Why a document is not disposed of. The first that holds is told. */
export const disposalHindrances = {
  disposed: { sv: 'redan gallrad', en: 'disposed of already' },
  keptByLaw: { sv: 'protokoll bevaras alltid', en: 'minutes are always preserved' },
  noRule: { sv: 'planen säger ingenting om slaget', en: 'the plan says nothing of this kind' },
  preserved: { sv: 'ska bevaras enligt planen', en: 'is to be preserved by the plan' },
  matterOpen: { sv: 'ärendet är inte avslutat', en: 'the matter is not closed' },
  noDay: { sv: 'det saknas en dag att räkna från', en: 'there is no day to count from' },
  notDue: { sv: 'tiden har inte gått ut', en: 'the time has not run out' },
  isEvidence: { sv: 'en post eller ett belägg vilar på den', en: 'a record or a proof rests on it' },
  isPartOfRecord: {
    sv: 'den hör till ett sammanträde, en rapport eller ett avtal',
    en: 'it belongs to a meeting, a report or an agreement',
  },
  beingRead: { sv: 'inläsningen är inte färdig', en: 'its import is not finished' },
  asked: { sv: 'någon har begärt ut den', en: 'somebody has asked to see it' },
  maskedCopy: {
    sv: 'en maskad kopia av den finns, och maskningen kan bara prövas mot originalet',
    en: 'a masked copy of it exists, and the masking can be tried only against the original',
  },
  proposed: { sv: 'står i ett annat gallringsförslag', en: 'stands in another proposal' },
} as const satisfies Record<string, Localized>;
export type DisposalHindrance = keyof typeof disposalHindrances;

/** What is known of a document when it is asked whether it may be disposed of. */
export type RetentionFacts = {
  readonly kind: string;
  readonly datedOn: CivilDate | null;
  readonly inMatter: boolean;
  readonly matterClosed: boolean;
  readonly closedOn: CivilDate | null;
  readonly disposed: boolean;
  readonly isEvidence: boolean;
  readonly isPartOfRecord: boolean;
  readonly beingRead: boolean;
  readonly asked: boolean;
  /** A masked copy has been made of it: what was left out can be judged anew (OSL 6:7, 6:11) only while the original is there. */
  readonly maskedCopy: boolean;
  readonly proposed: boolean;
};

export type DisposalVerdict =
  | { readonly hindrance: DisposalHindrance; readonly from?: CivilDate }
  | { readonly hindrance: null; readonly from: CivilDate; readonly rule: RetentionRule };

/** Whether a document may be disposed of on a day by the plan, and if not, why. The plan that holds on that day decides, not the one of its own time. */
export function disposalVerdict(
  facts: RetentionFacts,
  rules: readonly RetentionRule[],
  today: CivilDate,
): DisposalVerdict {
  if (facts.disposed) return { hindrance: 'disposed' };
  if ((alwaysPreserved as readonly string[]).includes(facts.kind)) return { hindrance: 'keptByLaw' };
  const rule = retentionRuleOn(rules, facts.kind, today);
  if (!rule) return { hindrance: 'noRule' };
  if (rule.fate === 'preserve') return { hindrance: 'preserved' };
  if (facts.inMatter && !facts.matterClosed) return { hindrance: 'matterOpen' };
  const from = disposableFrom(rule, facts);
  if (from === null) return { hindrance: 'noDay' };
  if (from > today) return { hindrance: 'notDue', from };
  const reasons = ['isEvidence', 'isPartOfRecord', 'beingRead', 'asked', 'maskedCopy', 'proposed'] as const;
  const reason = reasons.find((one) => facts[one]);
  return reason ? { hindrance: reason, from } : { hindrance: null, from, rule };
}
