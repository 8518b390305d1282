import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { answersOfResponses, type FormStructure, listFormVersions } from '../forms/index.ts';
import { areasOf, stepOf } from './assessment-rules.ts';
import { type AreaWhole, wholeOf } from './whole.ts';

/**
 * How the answers of all units fell, by area and year: of closed rounds only, and nothing below the bound (`wholeOf`). Everybody may read it, because
 * nobody can be read out of it; the answers themselves never leave this function.
 */
export async function wholeOfRounds(r: Reader): Promise<readonly AreaWhole[]> {
  const rows = await r.db
    .selectFrom('self_assessment as made')
    .innerJoin('assessment_round as round', (join) =>
      join.onRef('round.tenant_id', '=', 'made.tenant_id').onRef('round.id', '=', 'made.round_id'),
    )
    .select(['round.year', 'round.form_version_id', 'made.form_response_id'])
    .where('made.tenant_id', '=', r.tenantId)
    .where('round.state', '=', 'closed')
    .where('made.state', '=', 'agreed')
    .execute();
  if (rows.length === 0) return [];
  const versions = new Map<Id<'formVersion'>, FormStructure>(
    (await listFormVersions(r, { purpose: 'selfAssessment' })).map(({ id, structure }) => [id, structure]),
  );
  const answers = await answersOfResponses(
    r,
    rows.map((row) => row.form_response_id),
  );
  return wholeOf(
    rows.flatMap((row) => {
      const structure = versions.get(row.form_version_id);
      if (!structure) return [];
      const own = answers.get(row.form_response_id) ?? {};
      return areasOf(structure).map((area) => ({ year: row.year, area, step: stepOf(own, area) }));
    }),
  );
}
