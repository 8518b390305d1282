import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';

/** The kinds of dialogue in which a region and its municipalities hear what people say (DIA-01, DIA-02, DIA-10, DIA-12…DIA-14). */
export const dialogueKinds = {
  citizen: { sv: 'medborgardialog', en: 'citizen dialogue' },
  staff: { sv: 'medarbetardialog', en: 'staff dialogue' },
  workshop: { sv: 'workshop', en: 'workshop' },
  consultation: { sv: 'remissdialog', en: 'consultation dialogue' },
  organisations: { sv: 'samtal med intresseorganisation', en: 'talk with an interest group' },
  interviews: { sv: 'intervjuer', en: 'interviews' },
  survey: { sv: 'enkät', en: 'survey' },
  studyVisit: { sv: 'studiebesök', en: 'study visit' },
} as const satisfies Record<string, Localized>;
export type DialogueKind = keyof typeof dialogueKinds;
export const dialogueKindCodes = Object.keys(dialogueKinds) as unknown as readonly [DialogueKind, ...DialogueKind[]];

/** How sure a number of people is: the word is kept with the number, because "drygt 200" is not 200 (DIA-03). */
export const countQualifiers = {
  exact: { sv: 'räknat', en: 'counted' },
  about: { sv: 'cirka', en: 'about' },
  over: { sv: 'drygt', en: 'just over' },
  atLeast: { sv: 'minst', en: 'at least' },
  soFar: { sv: 'hittills', en: 'so far' },
  overSoFar: { sv: 'hittills drygt', en: 'so far just over' },
} as const satisfies Record<string, Localized>;
export type CountQualifier = keyof typeof countQualifiers;
export const countQualifierCodes = Object.keys(countQualifiers) as unknown as readonly [
  CountQualifier,
  ...CountQualifier[],
];

/** Whether one answer is one person's or that of several together: two hundred answers may be a thousand people (DIA-04). */
export const answerUnits = {
  individuals: { sv: 'en person i taget', en: 'one person at a time' },
  groups: { sv: 'grupper', en: 'groups' },
  both: { sv: 'både personer och grupper', en: 'both persons and groups' },
} as const satisfies Record<string, Localized>;
export type AnswerUnit = keyof typeof answerUnits;
export const answerUnitCodes = Object.keys(answerUnits) as unknown as readonly [AnswerUnit, ...AnswerUnit[]];

/** What was written down: a conclusion, a question that the hosts asked, or a question from those who came (DIA-08, DIA-10, DIA-11). */
export const insightKinds = {
  conclusion: { sv: 'slutsats', en: 'conclusion' },
  themeQuestion: { sv: 'temafråga', en: 'question of the theme' },
  askedByAudience: { sv: 'fråga från deltagare', en: 'question from participants' },
} as const satisfies Record<string, Localized>;
export type InsightKind = keyof typeof insightKinds;
export const insightKindCodes = Object.keys(insightKinds) as unknown as readonly [InsightKind, ...InsightKind[]];

/** A number with the word that says how sure it is. */
export type QualifiedCount = { readonly count: number; readonly qualifier: CountQualifier };

/** What became different because of an insight, and the record in which that can be seen. */
export type DialogueChange = {
  readonly id: Id<'dialogueChange'>;
  readonly version: number;
  readonly sentence: string;
  readonly notedOn: CivilDate;
  readonly record: { readonly noun: 'goalDocument' | 'plan' | 'decision'; readonly id: string; readonly title: string };
};

export type DialogueInsight = {
  readonly id: Id<'dialogueInsight'>;
  readonly version: number;
  readonly dialogueId: Id<'dialogue'>;
  readonly position: number;
  readonly kind: InsightKind;
  readonly insight: string;
  readonly answer: string | null;
  readonly goal: {
    readonly id: Id<'goal'>;
    readonly heading: string;
    readonly statementId: Id<'goalStatement'> | null;
    readonly statement: string | null;
  } | null;
  readonly assignment: { readonly id: Id<'assignment'>; readonly title: string } | null;
  readonly changes: readonly DialogueChange[];
};

/** One dialogue, or several of a kind that are told of together: when, with how many, and what was heard. */
export type Dialogue = {
  readonly id: Id<'dialogue'>;
  readonly version: number;
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly kind: DialogueKind;
  readonly title: string;
  readonly fromOn: CivilDate;
  readonly toOn: CivilDate | null;
  readonly place: string | null;
  readonly occasions: QualifiedCount | null;
  readonly participants: QualifiedCount | null;
  readonly answerUnits: AnswerUnit | null;
  readonly summary: string;
  readonly materials: readonly string[];
  readonly meeting: { readonly id: Id<'meeting'>; readonly heldOn: CivilDate } | null;
  readonly insights: number;
  /** How many of the insights have led to something. */
  readonly insightsWithChange: number;
};
