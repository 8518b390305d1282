import type { Reading, ReadProblem } from '../../../../documents/tree/recognise.ts';
import type { ProposedRecord } from '../recognisers.ts';
import { bodyNameProblems } from './body-names.ts';
import { copiedForwardProblems } from './copied-forward.ts';
import { cutOffColumnProblems } from './cut-off-column.ts';
import { deliverableProblems } from './deliverables.ts';
import { formConditionProblems } from './form-conditions.ts';
import { formDamageProblems } from './form-damage.ts';
import { formReferenceProblems } from './form-references.ts';
import { formTickProblems } from './form-ticks.ts';
import { goalHistoryProblems } from './goal-history.ts';
import { minutesItemProblems } from './minutes-items.ts';
import { mixedDenominatorProblems } from './mixed-denominators.ts';
import { numberingProblems } from './numbering.ts';
import { paragraphContentsProblems } from './paragraph-contents.ts';
import { paragraphNumberProblems } from './paragraph-numbers.ts';
import { personNameProblems } from './person-names.ts';
import { placeSpellingProblems } from './place-spelling.ts';
import { placeProblems } from './places.ts';
import { reportAnswerProblems } from './report-answers.ts';
import { tableSumProblems } from './table-sums.ts';
import { timeStyleProblems } from './time-style.ts';
import { unreadableDateProblems } from './unreadable-dates.ts';
import { vagueCountProblems } from './vague-counts.ts';
import { versionProblems } from './versions.ts';
import { weekdayProblems } from './weekdays.ts';

/** A check looks at a whole document, all its parts and all records, and tells what a person should look at. */
export type Check = (readings: readonly Reading[], records: readonly ProposedRecord[]) => readonly ReadProblem[];

/** Every check, by subject. Each is a general rule on papers of this kind; none knows a particular document. */
const checks: readonly Check[] = [
  weekdayProblems,
  unreadableDateProblems,
  copiedForwardProblems,
  placeProblems,
  placeSpellingProblems,
  versionProblems,
  goalHistoryProblems,
  tableSumProblems,
  numberingProblems,
  timeStyleProblems,
  bodyNameProblems,
  reportAnswerProblems,
  cutOffColumnProblems,
  formConditionProblems,
  formReferenceProblems,
  formTickProblems,
  formDamageProblems,
  mixedDenominatorProblems,
  vagueCountProblems,
  minutesItemProblems,
  paragraphNumberProblems,
  paragraphContentsProblems,
  personNameProblems,
  deliverableProblems,
];

export function checkBundle(readings: readonly Reading[], records: readonly ProposedRecord[]): readonly ReadProblem[] {
  return checks.flatMap((check) => check(readings, records));
}
