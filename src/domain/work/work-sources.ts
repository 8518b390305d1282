import { workOfAgreements } from './work-of-agreements.ts';
import { workOfAssessments } from './work-of-assessments.ts';
import { workOfCommissions } from './work-of-commissions.ts';
import { workOfConsultations } from './work-of-consultations.ts';
import { workOfDisclosures } from './work-of-disclosures.ts';
import { workOfInputs } from './work-of-inputs.ts';
import { workOfIntake } from './work-of-intake.ts';
import { workOfMeetings } from './work-of-meetings.ts';
import { workOfMinutes } from './work-of-minutes.ts';
import { workOfNotices } from './work-of-notices.ts';
import { workOfPublications } from './work-of-publications.ts';
import { workOfReleases } from './work-of-releases.ts';
import { workOfReports } from './work-of-reports.ts';
import { workOfReturns } from './work-of-returns.ts';
import { workOfSelfAssessments } from './work-of-selfassessments.ts';
import { workOfTasks } from './work-of-tasks.ts';
import { workOfTrust } from './work-of-trust.ts';
import type { WorkSource } from './work-source.ts';

/** Where work comes from, by noun. A noun that gives people something new to do adds its source here and its kinds to `workKinds`. */
export const workSources: readonly WorkSource[] = [
  workOfMeetings,
  workOfMinutes,
  workOfNotices,
  workOfPublications,
  workOfTasks,
  workOfDisclosures,
  workOfReleases,
  workOfConsultations,
  workOfAgreements,
  workOfAssessments,
  workOfReports,
  workOfReturns,
  workOfSelfAssessments,
  workOfCommissions,
  workOfInputs,
  workOfTrust,
  workOfIntake,
];
