import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Localized } from '../../kernel/language.ts';
import type { DatePrecision } from '../decisions/index.ts';

/** The kinds of steps in a thread, in the order in which they stand when they have the same date: from goal to what came after. */
export const stepKinds = {
  goal: { sv: 'Mål', en: 'Goal' },
  predecessor: { sv: 'Föregångare', en: 'Predecessor' },
  decision: { sv: 'Beslut', en: 'Decision' },
  assignment: { sv: 'Uppdrag', en: 'Assignment' },
  gap: { sv: 'Saknas', en: 'Missing' },
  meeting: { sv: 'Sammanträde', en: 'Meeting' },
  studyVisit: { sv: 'Studiebesök', en: 'Study visit' },
  assessment: { sv: 'Lägesbild', en: 'Assessment' },
  position: { sv: 'Ställningstagande', en: 'Position' },
  report: { sv: 'Återrapportering', en: 'Report-back' },
  budgetInput: { sv: 'Inspel', en: 'Input to the plan' },
  connected: { sv: 'Hör ihop med', en: 'Connected' },
  successor: { sv: 'Fortsättning', en: 'Successor' },
} as const satisfies Record<string, Localized>;

export type StepKind = keyof typeof stepKinds;
export const stepKindNames = Object.keys(stepKinds) as readonly StepKind[];

/** What is missing in a thread, with what a person can do about it. A row says nothing about whose fault it is. */
export const gapKinds = {
  noGoal: {
    title: { sv: 'Inget mål är kopplat', en: 'No goal is linked' },
    advice: {
      sv: 'Koppla uppdraget till det mål det ska bidra till.',
      en: 'Link the assignment to the goal it is to serve.',
    },
  },
  noAssessment: {
    title: { sv: 'Ingen lägesbild finns för {years}', en: 'There is no assessment for {years}' },
    advice: {
      sv: 'Läs in periodens delårsrapport eller skriv en lägesbild.',
      en: 'Import the interim report or write an assessment.',
    },
  },
  hearsayDecision: {
    title: { sv: 'Beslutet är känt i andra hand', en: 'The decision is known at second hand' },
    advice: {
      sv: 'Nämns i {document}; protokollet är inte inläst.',
      en: 'Mentioned in {document}; the minutes are not imported.',
    },
  },
  noMeeting: {
    title: { sv: 'Inget sammanträde har behandlat uppdraget', en: 'No meeting has dealt with the assignment' },
    advice: {
      sv: 'Koppla en ärendepunkt, eller ange ett ställningstagande.',
      en: 'Link an agenda item, or state a position.',
    },
  },
  noReport: {
    title: { sv: 'Ingen återrapportering finns', en: 'There is no report-back' },
    advice: { sv: 'Skapa återrapporteringen för {year}.', en: 'Draft the report-back for {year}.' },
  },
} as const satisfies Record<string, { readonly title: Localized; readonly advice: Localized }>;

export type GapKind = keyof typeof gapKinds;

/** The passage of a document that proves a step. */
export type StepSource = {
  readonly documentId: string;
  readonly documentTitle: string;
  readonly passageId: string;
  /** The line in the document, counted from 1. */
  readonly line: number;
};

/** Where a step leads when it is followed: a record of a noun, and the record it lies in when it has no page of its own. */
export type StepTarget = { readonly noun: string; readonly id: string; readonly within?: string };

/** One station of the thread. Texts of records are the same in both languages: records are never translated. */
export type ThreadStep = {
  readonly kind: StepKind;
  /** What kind of record it is, where the kind of step does not tell. */
  readonly label?: Localized;
  readonly state: 'done' | 'now' | 'gap' | 'proposed';
  readonly date: CivilDate | null;
  readonly precision: DatePrecision;
  readonly title: Localized;
  readonly text?: Localized;
  /** Words taken from a source, shown as a quotation. */
  readonly quote?: string;
  readonly gap?: GapKind;
  readonly sources: readonly StepSource[];
  readonly target?: StepTarget;
};

/** Which assignment a thread is about. */
export type ThreadSubject = {
  readonly id: string;
  /** `2023:4`, or `2020:u4` where the plan does not number. */
  readonly ref: string;
  readonly year: number;
  readonly number: number | null;
  readonly title: string;
  readonly fullText: string | null;
  readonly state: string;
  readonly givenBy: string | null;
  readonly performers: readonly string[];
  readonly consulted: readonly string[];
  readonly monitors: readonly string[];
};

/** The red thread of one assignment: its steps in time, with what is missing among them. */
export type Thread = { readonly subject: ThreadSubject; readonly steps: readonly ThreadStep[] };
