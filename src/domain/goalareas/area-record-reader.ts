import type { Reader } from '../../storage/database.ts';
import { agreementStates, listAgreements } from '../agreements/index.ts';
import { listCommissions } from '../commissions/index.ts';
import { consultationStates, listConsultations } from '../consultations/index.ts';
import { listIndicatorHeads } from '../indicators/index.ts';
import { listMeasures, measureStates, measuresOf } from '../measures/index.ts';
import { listProjects, projectStates, standingOf } from '../projects/index.ts';
import { assessmentRoundStates, listAssessmentRounds } from '../selfassessments/index.ts';
import { listReviewStudies, reviewStudyStates } from '../studies/index.ts';
import type { AreaNoun, AreaRecord } from './goal-area.ts';

type Asked = {
  readonly year: number;
  readonly today: string;
  /** The records that are wanted; left out, all that can be chosen in the year. */
  readonly links?: readonly { readonly noun: AreaNoun; readonly recordId: string }[];
};

/** The records that are shown in areas, or that can be: each noun is asked once, whatever the number of records, and not at all when none is wanted. */
export async function listAreaRecords(r: Reader, { year, today, links }: Asked): Promise<readonly AreaRecord[]> {
  const wanted = links && new Set(links.map(({ noun, recordId }) => `${noun} ${recordId}`));
  const found: AreaRecord[] = [];
  for (const noun of Object.keys(readers) as readonly (keyof typeof readers)[]) {
    const ids = links?.filter((one) => one.noun === noun).map(({ recordId }) => recordId);
    if (ids?.length === 0) continue;
    found.push(...(await readers[noun](r, { year, today, ids })));
  }
  return wanted ? found.filter(({ noun, id }) => wanted.has(`${noun} ${id}`)) : found;
}

/** What can be chosen in an area, indicators among it. */
export async function listAreaCandidates(
  r: Reader,
  when: { readonly year: number; readonly today: string },
): Promise<readonly AreaRecord[]> {
  const { rows } = await listIndicatorHeads(r, { limit: 500 });
  return [
    ...rows.map(({ id, name }) => ({
      noun: 'indicator' as const,
      id,
      title: name,
      state: null,
      from: null,
      to: null,
      late: false,
    })),
    ...(await listAreaRecords(r, when)),
  ];
}

type Ask = { readonly year: number; readonly today: string; readonly ids?: readonly string[] | undefined };

const readers: Readonly<
  Record<Exclude<AreaNoun, 'indicator'>, (r: Reader, ask: Ask) => Promise<readonly AreaRecord[]>>
> = {
  project: async (r, { today }) =>
    (await listProjects(r)).map((one) => ({
      noun: 'project',
      id: one.id,
      title: one.name,
      state: projectStates[one.phase],
      from: one.startsOn,
      to: one.endsOn,
      late: one.deliverables.some((deliverable) => standingOf(deliverable, today) === 'late'),
    })),
  commission: async (r) =>
    (await listCommissions(r)).map((one) => ({
      noun: 'commission',
      id: one.id,
      title: `${one.who}: ${one.what}`,
      state: one.decided ? null : { sv: 'inte beslutad', en: 'not decided' },
      from: one.from,
      to: one.endedOn ?? one.to,
      late: false,
    })),
  measure: async (r, { year, ids }) =>
    (await (ids ? listMeasures(r, { ids }) : measuresOf(r, { year }))).map((one) => ({
      noun: 'measure',
      id: one.id,
      title: one.title,
      state: measureStates[one.state],
      from: one.startsOn,
      to: `${Math.max(one.plan.year, Number(one.startsOn.slice(0, 4)))}-12-31`,
      late: false,
    })),
  agreement: async (r) =>
    (await listAgreements(r)).map((one) => ({
      noun: 'agreement',
      id: one.id,
      title: one.name,
      state: agreementStates[one.state],
      from: one.from,
      to: one.openEnded ? null : one.to,
      late: one.state === 'lapsed',
    })),
  consultation: async (r, { today }) =>
    (await listConsultations(r)).map((one) => ({
      noun: 'consultation',
      id: one.id,
      title: one.title,
      state: consultationStates[one.state],
      from: one.sentOn,
      to: one.closedOn,
      late: one.state === 'sent' && one.dueOn !== null && one.dueOn < today,
    })),
  assessmentRound: async (r, { today }) =>
    (await listAssessmentRounds(r)).map((one) => ({
      noun: 'assessmentRound',
      id: one.id,
      title: one.title,
      state: assessmentRoundStates[one.state],
      from: `${one.year}`,
      to: `${one.year}`,
      late: one.state !== 'closed' && one.dueOn < today,
    })),
  reviewStudy: async (r) =>
    (await listReviewStudies(r)).map((one) => ({
      noun: 'reviewStudy',
      id: one.id,
      title: one.title,
      state: reviewStudyStates[one.state],
      from: one.rounds[0]?.startsOn ?? null,
      to: one.published?.on ?? null,
      late: false,
    })),
};
