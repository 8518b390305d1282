import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Consultation, ConsultationResponse } from './consultation.ts';
import { isAnswered, wordsOf } from './consultation.ts';
import { isStance, stances } from './stance.ts';

/** A row of the matrix of answers in the order of seed 001 (CON-09): when, from whom, for, against, and the words. */
export type MatrixRow = {
  readonly responseId: string;
  readonly respondent: string;
  readonly received: CivilDate | null;
  readonly from: string | null;
  readonly supports: boolean;
  readonly opposes: boolean;
  /** A stance that has no column of its own, in words. */
  readonly otherStance: string | null;
  readonly words: string;
  /** The words may be secret and are left out. */
  readonly withheld: boolean;
};

/** How the respondents stand in all. */
export type MatrixCounts = {
  readonly asked: number;
  readonly answered: number;
  readonly supports: number;
  readonly opposes: number;
  readonly others: number;
};

/** The columns of seed 001, after the respondent: both stances are always there, also when one is empty (CON-04). */
export const matrixColumns = ['Inkom', 'Från', 'Tillst.', 'Avst.', 'Synpunkter/medskick'] as const;

/** Every respondent in the order of the round, those without an answer as empty rows (CON-02, CON-07). */
export function matrixOf({ responses }: Pick<Consultation, 'responses'>): readonly MatrixRow[] {
  return responses.map(rowOf);
}

function rowOf(response: ConsultationResponse): MatrixRow {
  const { id, respondent, receivedOn, sender, stance, decidedOn, decisionSection, withheld } = response;
  const supports = stance === 'supports';
  const opposes = stance === 'opposes';
  const decided = [decidedOn, decisionSection && sectionOf(decisionSection)].filter(Boolean).join(' ');
  return {
    responseId: id,
    respondent,
    received: receivedOn,
    from: [sender, decided].filter(Boolean).join(', ') || null,
    supports,
    opposes,
    otherStance:
      supports || opposes || stance === null ? null : isStance(stance) ? capital(stances[stance].sv) : stance,
    words: wordsOf(response),
    withheld,
  };
}

/** How many were asked, have answered, and take each stance. */
export function matrixCounts({ responses }: Pick<Consultation, 'responses'>): MatrixCounts {
  const count = (holds: (one: ConsultationResponse) => boolean) => responses.filter(holds).length;
  return {
    asked: responses.length,
    answered: count(isAnswered),
    supports: count(({ stance }) => stance === 'supports'),
    opposes: count(({ stance }) => stance === 'opposes'),
    others: count((one) => isAnswered(one) && one.stance !== 'supports' && one.stance !== 'opposes'),
  };
}

/** What stands in the last column: a stance without a column of its own before the words. */
export function lastCell({ otherStance, words, withheld }: MatrixRow): string {
  return [otherStance && `${otherStance}.`, withheld ? 'Kan omfattas av sekretess.' : words].filter(Boolean).join(' ');
}

const sectionOf = (section: string) => (/§/u.test(section) ? section : `§ ${section}`);
const capital = (words: string) => words.charAt(0).toLocaleUpperCase('sv') + words.slice(1);
