import type { Migration } from 'kysely/migration';
import * as foundation from './0001-foundation.ts';
import * as access from './0002-access.ts';
import * as organisation from './0003-organisation.ts';
import * as goals from './0004-goals.ts';
import * as plans from './0005-plans.ts';
import * as matters from './0006-matters.ts';
import * as assignments from './0007-assignments.ts';
import * as meetings from './0008-meetings.ts';
import * as decisions from './0009-decisions.ts';
import * as followup from './0010-followup.ts';
import * as intake from './0011-intake.ts';
import * as collaboration from './0012-collaboration.ts';
import * as consultations from './0013-consultations.ts';
import * as indicators from './0014-indicators.ts';
import * as forms from './0015-forms.ts';
import * as connections from './0016-connections.ts';
import * as attendance from './0017-attendance.ts';
import * as proceedings from './0018-proceedings.ts';
import * as agenda from './0019-agenda.ts';
import * as summons from './0020-summons.ts';
import * as minutes from './0021-minutes.ts';
import * as noticeBoard from './0022-notice-board.ts';
import * as execution from './0023-execution.ts';
import * as jointMeetings from './0024-joint-meetings.ts';
import * as consultationRounds from './0025-consultation-rounds.ts';
import * as disclosures from './0026-disclosures.ts';
import * as contributions from './0027-contributions.ts';
import * as claims from './0028-claims.ts';
import * as reportDelivery from './0029-report-delivery.ts';
import * as measures from './0030-measures.ts';
import * as inputLoop from './0031-input-loop.ts';
import * as work from './0032-work.ts';
import * as evidenceGuard from './0033-evidence-guard.ts';
import * as formVersions from './0034-form-versions.ts';
import * as nationalReports from './0036-national-reports.ts';
import * as returnApproval from './0037-return-approval.ts';
import * as reportAids from './0039-report-aids.ts';
import * as learning from './0040-learning.ts';
import * as pollsAndDialogues from './0041-polls-and-dialogues.ts';
import * as consultationAnswers from './0042-consultation-answers.ts';
import * as releases from './0043-releases.ts';
import * as jointGroups from './0044-joint-groups.ts';
import * as agreements from './0045-agreements.ts';
import * as commissions from './0046-commissions.ts';
import * as projects from './0047-projects.ts';
import * as deviations from './0048-deviations.ts';
import * as goalAreas from './0049-goal-areas.ts';
import * as indicatorSeries from './0050-indicator-series.ts';
import * as reportFigures from './0051-report-figures.ts';
import * as published from './0052-published.ts';
import * as identity from './0053-identity.ts';
import * as logFormat2 from './0054-log-format-2.ts';
import * as noticeProof from './0055-notice-proof.ts';
import * as archiving from './0056-archiving.ts';
import * as secrecy from './0057-secrecy.ts';
import * as publications from './0058-publications.ts';
import * as portal from './0059-portal.ts';
import * as openData from './0060-open-data.ts';
import * as requestsTried from './0061-requests-tried.ts';

/** The migrations in their order, listed by hand: what is not listed does not run. A released migration is never edited, only followed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-foundation': foundation,
  '0002-access': access,
  '0003-organisation': organisation,
  '0004-goals': goals,
  '0005-plans': plans,
  '0006-matters': matters,
  '0007-assignments': assignments,
  '0008-meetings': meetings,
  '0009-decisions': decisions,
  '0010-followup': followup,
  '0011-intake': intake,
  '0012-collaboration': collaboration,
  '0013-consultations': consultations,
  '0014-indicators': indicators,
  '0015-forms': forms,
  '0016-connections': connections,
  '0017-attendance': attendance,
  '0018-proceedings': proceedings,
  '0019-agenda': agenda,
  '0020-summons': summons,
  '0021-minutes': minutes,
  '0022-notice-board': noticeBoard,
  '0023-execution': execution,
  '0024-joint-meetings': jointMeetings,
  '0025-consultation-rounds': consultationRounds,
  '0026-disclosures': disclosures,
  '0030-measures': measures,
  '0027-contributions': contributions,
  '0028-claims': claims,
  '0029-report-delivery': reportDelivery,
  '0031-input-loop': inputLoop,
  '0032-work': work,
  '0033-evidence-guard': evidenceGuard,
  '0034-form-versions': formVersions,
  '0036-national-reports': nationalReports,
  '0037-return-approval': returnApproval,
  '0039-report-aids': reportAids,
  '0040-learning': learning,
  '0041-polls-and-dialogues': pollsAndDialogues,
  '0042-consultation-answers': consultationAnswers,
  '0043-releases': releases,
  '0044-joint-groups': jointGroups,
  '0045-agreements': agreements,
  '0046-commissions': commissions,
  '0047-projects': projects,
  '0050-indicator-series': indicatorSeries,
  '0048-deviations': deviations,
  '0049-goal-areas': goalAreas,
  '0051-report-figures': reportFigures,
  '0052-published': published,
  '0058-publications': publications,
  '0054-log-format-2': logFormat2,
  '0053-identity': identity,
  '0055-notice-proof': noticeProof,
  '0057-secrecy': secrecy,
  '0056-archiving': archiving,
  '0060-open-data': openData,
  '0059-portal': portal,
  '0061-requests-tried': requestsTried,
};
