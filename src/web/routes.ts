import { languageRoutes } from './language-route.ts';
import { accessRoutes } from './pages/access/routes.ts';
import type { DemoLogins } from './pages/access/sign-in-page.ts';
import { activityPlanRoutes } from './pages/activity-plans/routes.ts';
import { agreementRoutes } from './pages/agreements/routes.ts';
import { announcedPaperRoutes } from './pages/announced-papers/routes.ts';
import { archivingRoutes } from './pages/archiving/routes.ts';
import { assessmentsRoutes } from './pages/assessments/routes.ts';
import { assignmentRoutes } from './pages/assignments/routes.ts';
import { collaborationRoutes } from './pages/collaboration/routes.ts';
import { commissionRoutes } from './pages/commissions/routes.ts';
import { conductRoutes } from './pages/conduct/routes.ts';
import { consultationRoutes } from './pages/consultations/routes.ts';
import { decisionRoutes } from './pages/decisions/routes.ts';
import { developmentRoutes } from './pages/development/component-gallery-page.ts';
import { deviationRoutes } from './pages/deviations/routes.ts';
import { dialogueRoutes } from './pages/dialogues/routes.ts';
import { disclosureRoutes } from './pages/disclosures/routes.ts';
import { executionRoutes } from './pages/execution/routes.ts';
import { followupRoutes } from './pages/followup/routes.ts';
import { formRoutes } from './pages/forms/routes.ts';
import { goalAreaRoutes } from './pages/goalareas/routes.ts';
import { goalRoutes } from './pages/goals/routes.ts';
import { helpRoutes } from './pages/help/routes.ts';
import { indicatorRoutes } from './pages/indicators/routes.ts';
import { intakeRoutes } from './pages/intake/routes.ts';
import { jointMeetingRoutes } from './pages/joint-meetings/routes.ts';
import { logRoutes } from './pages/log/routes.ts';
import { matterRoutes } from './pages/matters/routes.ts';
import { measureRoutes } from './pages/measures/routes.ts';
import { meetingRoutes } from './pages/meetings/routes.ts';
import { minutesRoutes } from './pages/minutes/routes.ts';
import { noticeRoutes } from './pages/notices/routes.ts';
import { organisationRoutes } from './pages/organisation/routes.ts';
import { overviewRoutes } from './pages/overview/routes.ts';
import { planRoutes } from './pages/plans/routes.ts';
import { pollPageRoutes } from './pages/polls/routes.ts';
import { programRoutes } from './pages/programs/routes.ts';
import { projectPageRoutes } from './pages/projects/routes.ts';
import { publicationRoutes } from './pages/publications/routes.ts';
import { releaseRoutes } from './pages/releases/routes.ts';
import { returnRoutes } from './pages/returns/routes.ts';
import { secrecyRoutes } from './pages/secrecy/routes.ts';
import { selfAssessmentRoutes } from './pages/selfassessments/routes.ts';
import { sourceRoutes } from './pages/sources/routes.ts';
import { reviewStudyRoutes } from './pages/studies/routes.ts';
import { summonsRoutes } from './pages/summons/routes.ts';
import { threadRoutes } from './pages/threads/routes.ts';
import { todayRoutes } from './pages/today/routes.ts';
import { workRoutes } from './pages/work/routes.ts';
import type { Route } from './route.ts';

/** Which of the optional rooms are open. */
export type RouteOptions = {
  readonly development: boolean;
  readonly demoLogins: DemoLogins;
  /** Who answers for the service, named in the statement of accessibility. */
  readonly authority?: string;
};

/** Every route of the product: each pages folder hands over its own list, and a folder that is not here cannot be reached. */
export function allRoutes({ development, demoLogins, authority = 'myndigheten' }: RouteOptions): readonly Route[] {
  return [
    ...languageRoutes,
    ...todayRoutes,
    ...workRoutes,
    ...accessRoutes(demoLogins),
    ...goalRoutes,
    ...planRoutes,
    ...threadRoutes,
    ...assessmentsRoutes,
    ...assignmentRoutes,
    ...decisionRoutes,
    ...executionRoutes,
    ...matterRoutes,
    ...selfAssessmentRoutes,
    ...reviewStudyRoutes,
    ...sourceRoutes,
    ...intakeRoutes,
    ...overviewRoutes,
    ...followupRoutes,
    ...measureRoutes,
    ...jointMeetingRoutes,
    ...meetingRoutes,
    ...summonsRoutes,
    ...conductRoutes,
    ...minutesRoutes,
    ...noticeRoutes,
    ...announcedPaperRoutes,
    ...activityPlanRoutes,
    ...deviationRoutes,
    ...goalAreaRoutes,
    ...agreementRoutes,
    ...collaborationRoutes,
    ...projectPageRoutes,
    ...commissionRoutes,
    ...consultationRoutes,
    ...pollPageRoutes,
    ...dialogueRoutes,
    ...disclosureRoutes,
    ...secrecyRoutes,
    ...publicationRoutes,
    ...releaseRoutes,
    ...indicatorRoutes,
    ...formRoutes,
    ...programRoutes,
    ...returnRoutes,
    ...archivingRoutes,
    ...logRoutes,
    ...organisationRoutes,
    ...helpRoutes(authority),
    ...(development ? developmentRoutes : []),
  ];
}
