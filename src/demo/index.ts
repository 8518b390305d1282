import { type Actor, authorize, findAccountByLogin } from '../domain/access/index.ts';
import type { ByteStore, ReadDocument } from '../domain/intake/index.ts';
import { listBodies } from '../domain/organisation/index.ts';
import type { NoteSigner } from '../kernel/signed-note.ts';
import type { Database } from '../storage/database.ts';
import { demoWriter } from './demo-writer.ts';
import { loadAgreements } from './load-agreements.ts';
import { loadArchive } from './load-archive.ts';
import { loadCommissions } from './load-commissions.ts';
import { loadConsultations } from './load-consultations.ts';
import { loadContributions } from './load-contributions.ts';
import { loadDeviations } from './load-deviations.ts';
import { loadFollowup, loadTakenUp } from './load-followup.ts';
import { loadForms } from './load-forms.ts';
import { loadGoalAreas } from './load-goal-areas.ts';
import { loadIndicators } from './load-indicators.ts';
import { loadInputLoop } from './load-input-loop.ts';
import { loadJointGroups } from './load-joint-groups.ts';
import { loadLearning } from './load-learning.ts';
import { loadLog } from './load-log.ts';
import { loadMeasures } from './load-measures.ts';
import { loadMeetingYear } from './load-meeting-year.ts';
import { loadPaperReturn } from './load-paper-return.ts';
import { handInNewPapers, loadNewPapers, loadOldPapers } from './load-papers.ts';
import { loadPolls } from './load-polls.ts';
import { loadPrincipals } from './load-principals.ts';
import { loadProjects } from './load-projects.ts';
import { loadPublications } from './load-publications.ts';
import { loadLogins, loadRegion } from './load-region.ts';
import { loadReportDelivery } from './load-report-delivery.ts';
import { loadReportFigures } from './load-report-figures.ts';
import { loadReturnAids } from './load-return-aids.ts';
import { loadReturns } from './load-returns.ts';
import { loadSecrecy } from './load-secrecy.ts';
import { loadStandIns } from './load-stand-ins.ts';
import { loadWebhooks } from './load-webhooks.ts';
import { loadWork } from './load-work.ts';
import { adjustMinutes, loadYear, settleMeetings } from './load-year.ts';
import { guestLogin, municipalLogins } from './municipalities.ts';
import { bodyNames, demoPassword, logins, region } from './region.ts';
import { year2024 } from './year-2024.ts';
import { year2025 } from './year-2025.ts';
import { year2026 } from './year-2026.ts';

/** The name of the invented region, which is also how its authority is recognised. */
export const demoTenantName = region.name;

/** The logins of the demonstration with their password. */
export const demoLogins = [...logins, ...municipalLogins, guestLogin].map(({ login, role }) => ({
  login,
  role,
  password: demoPassword,
}));

/** What the loader needs of an open installation. */
export type Installation = {
  readonly db: Database;
  readonly operator: Actor;
  readonly config: { readonly publicUrl: string };
  readonly blobs: ByteStore;
  readonly readDocument: ReadDocument;
  /** Signs the heads of the logs. */
  readonly signer: NoteSigner;
};

const years = [year2024, year2025, year2026];

/** Loads the region into an authority that has no bodies yet; answers whether it did. */
export async function loadDemo(installation: Installation): Promise<boolean> {
  const { db, operator, config } = installation;
  const bodies = await db.read(authorize(operator, 'record.read'), (r) => listBodies(r));
  if (bodies.length > 0) return false;
  const demo = demoWriter(db, operator, config.publicUrl);
  await loadRegion(demo);
  await loadOldPapers(demo, installation);
  for (const year of years) await loadFollowup(demo, year, await loadYear(demo, year));
  await loadTakenUp(demo, years);
  await adjustMinutes(demo, [2023, 2024, 2025]);
  await loadNewPapers(demo, installation);
  await settleMeetings(demo, [bodyNames.board, bodyNames.chiefs], '2026-11-01');
  await handInNewPapers(demo, installation);
  await loadMeetingYear(demo);
  await loadContributions(demo);
  await loadMeasures(demo);
  await loadInputLoop(demo);
  await loadReportDelivery(demo);
  await loadLearning(demo);
  await loadConsultations(demo);
  await loadCommissions(demo);
  await loadDeviations(demo);
  await loadPolls(demo);
  await loadPrincipals(demo);
  await loadAgreements(demo);
  await loadJointGroups(demo);
  await loadProjects(demo);
  await loadLogins(demo);
  await loadStandIns(demo);
  await loadReturns(demo);
  await loadPaperReturn(demo);
  await loadReturnAids(demo);
  await loadForms(demo);
  await loadIndicators(demo);
  await loadReportFigures(demo);
  await loadGoalAreas(demo);
  await loadArchive(demo, installation);
  await loadWork(demo);
  await loadSecrecy(demo, installation);
  await loadPublications(demo);
  await loadWebhooks(demo);
  await loadLog(demo, installation.signer);
  return true;
}

/**
 * Whether the region stands here, loaded to its end: then its logins are shown at start and on the sign-in page. Loading that was interrupted
 * leaves bodies and no logins, and is not gone on with, because half a region would be taken for a whole one.
 */
export async function isDemo({ db, operator }: Pick<Installation, 'db' | 'operator'>): Promise<boolean> {
  const found = await db.read(authorize(operator, 'account.administer'), (r) => findAccountByLogin(r, logins[0].login));
  return found?.name === logins[0].name;
}
