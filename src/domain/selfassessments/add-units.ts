import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { startFormResponse } from '../forms/index.ts';
import { getBody } from '../organisation/index.ts';
import { lockRound } from './assessment-writer.ts';
import { type AssessmentSide, assessmentSides, unitsKey } from './self-assessment.ts';

export type AssessingUnit = { readonly bodyId: Id<'body'>; readonly side: AssessmentSide };

/** Lets units assess their work together in a round: usually a care centre and a municipal home-care unit, more where three share the patients. */
export async function addUnits(
  w: Writer<'selfassessment.edit'>,
  input: { readonly roundId: Id<'assessmentRound'>; readonly units: readonly AssessingUnit[] },
): Promise<Id<'selfAssessment'>> {
  const round = await lockRound(w, input.roundId, 'addUnits');
  refuseProblems(unitProblems(input.units));
  const key = unitsKey(input.units.map(({ bodyId }) => bodyId));
  if ((await keysIn(w, round.id)).has(key)) refuseProblems([{ path: 'units.1', key: 'selfassessments.unitsKnown' }]);
  for (const { bodyId } of input.units) await getBody(w, bodyId);
  return await insertAssessment(w, round, input.units);
}

/** Adds the units of the latest earlier round of the same leader that are not in this one yet. Answers how many assessments were added. */
export async function addUnitsOfLastRound(
  w: Writer<'selfassessment.edit'>,
  input: { readonly roundId: Id<'assessmentRound'> },
): Promise<number> {
  const round = await lockRound(w, input.roundId, 'addUnits');
  const last = await w.db
    .selectFrom('assessment_round')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('body_id', '=', round.body_id)
    .where('year', '<', round.year)
    .orderBy('year', 'desc')
    .limit(1)
    .executeTakeFirst();
  const known = await keysIn(w, round.id);
  const rows = await w.db
    .selectFrom('self_assessment as made')
    .innerJoin('self_assessment_party as party', (join) =>
      join.onRef('party.tenant_id', '=', 'made.tenant_id').onRef('party.self_assessment_id', '=', 'made.id'),
    )
    .select(['made.units_key', 'party.body_id', 'party.side'])
    .where('made.tenant_id', '=', w.tenantId)
    .where('made.round_id', '=', last?.id ?? round.id)
    .execute();
  const missing = [...Map.groupBy(rows, (row) => row.units_key)].filter(([key]) => !known.has(key));
  for (const [, own] of missing)
    await insertAssessment(
      w,
      round,
      own.map((row) => ({ bodyId: row.body_id, side: row.side as AssessmentSide })),
    );
  await w.log({
    noun: 'assessmentRound',
    recordId: round.id,
    summary: `${missing.length} assessments of last round added`,
  });
  return missing.length;
}

async function keysIn(w: Writer, roundId: string): Promise<ReadonlySet<string>> {
  const rows = await w.db
    .selectFrom('self_assessment')
    .select('units_key')
    .where('tenant_id', '=', w.tenantId)
    .where('round_id', '=', roundId)
    .execute();
  return new Set(rows.map((row) => row.units_key));
}

async function insertAssessment(
  w: Writer<'selfassessment.edit'>,
  round: { readonly id: string; readonly form_version_id: string },
  units: readonly AssessingUnit[],
): Promise<Id<'selfAssessment'>> {
  const id: Id<'selfAssessment'> = w.runtime.newId();
  const row = {
    round_id: round.id,
    form_response_id: await startFormResponse(w, round.form_version_id),
    units_key: unitsKey(units.map(({ bodyId }) => bodyId)),
    state: 'answering',
  };
  await w.db
    .insertInto('self_assessment')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.db
    .insertInto('self_assessment_party')
    .values(
      units.map(({ bodyId, side }) => ({
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        self_assessment_id: id,
        body_id: bodyId,
        side,
        participants: '',
        agreed_by: null,
        agreed_on: null,
      })),
    )
    .execute();
  await w.log({ noun: 'selfAssessment', recordId: id, after: { ...row, units } });
  return id;
}

/** Both principals take part: an assessment by one side alone would be no joint one. */
function unitProblems(units: readonly AssessingUnit[]): readonly Problem[] {
  const ids = units.map(({ bodyId }) => bodyId);
  return [
    ...units.flatMap(({ bodyId, side }, index) => [
      ...(side in assessmentSides ? [] : [{ path: `units.${index}`, key: 'validation.choose' }]),
      ...(ids.indexOf(bodyId) < index ? [{ path: `units.${index}`, key: 'selfassessments.unitTwice' }] : []),
    ]),
    ...(new Set(units.map(({ side }) => side)).size < 2 ? [{ path: 'units.1', key: 'selfassessments.oneSide' }] : []),
  ];
}
