import type { Reader } from '../../storage/database.ts';
import type { AssessmentStatus } from '../assessments/index.ts';
import { type PeriodKind, periodKinds } from '../assessments/index.ts';
import type { EntryQuotation } from './report.ts';

/** Which version of which assessment an entry quotes, and up to which version a person has seen newer texts and kept the quotation. */
export type QuotedVersion = {
  readonly entryId: string;
  readonly assessmentId: string | null;
  readonly version: number | null;
  readonly keptVersion: number | null;
};

/** The quotations of some entries, by entry: the text as it stood in the version quoted, and the text of now when that is another. */
export async function quotationsOf(
  r: Reader,
  quoted: readonly QuotedVersion[],
): Promise<ReadonlyMap<string, EntryQuotation>> {
  const ids = quoted.flatMap((one) => one.assessmentId ?? []);
  if (ids.length === 0) return new Map();
  const assessments = await r.db
    .selectFrom('assessment')
    .innerJoin('period', (join) =>
      join.onRef('period.id', '=', 'assessment.period_id').onRef('period.tenant_id', '=', 'assessment.tenant_id'),
    )
    .leftJoin('assessment as earlier', (join) =>
      join
        .onRef('earlier.tenant_id', '=', 'assessment.tenant_id')
        .onRef('earlier.id', '=', 'assessment.carried_from_id'),
    )
    .leftJoin('period as earlier_period', (join) =>
      join
        .onRef('earlier_period.tenant_id', '=', 'earlier.tenant_id')
        .onRef('earlier_period.id', '=', 'earlier.period_id'),
    )
    .select(['assessment.id', 'assessment.version', 'assessment.status', 'assessment.assessment_text'])
    .select(['period.kind', 'period.name', 'earlier_period.name as carried_from'])
    .where('assessment.tenant_id', '=', r.tenantId)
    .where('assessment.id', 'in', ids)
    .execute();
  const versions = await r.db
    .selectFrom('assessment_version')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('assessment_id', 'in', ids)
    .execute();
  return new Map(
    quoted.flatMap((one): [string, EntryQuotation][] => {
      const now = assessments.find((assessment) => assessment.id === one.assessmentId);
      const then = versions.find(
        (version) => version.assessment_id === one.assessmentId && version.version === one.version,
      );
      if (!now || !then) return [];
      const changed = now.version > then.version && now.assessment_text !== then.assessment_text;
      return [
        [
          one.entryId,
          {
            assessmentId: now.id,
            version: then.version,
            label: periodKinds[now.kind as PeriodKind].quotedAs,
            periodName: now.name,
            text: then.assessment_text,
            status: then.status as AssessmentStatus,
            statusPhrase: then.status_phrase,
            // A wording that is still the latest and was carried over: nobody has changed or confirmed it.
            ...(then.carried_from_id !== null &&
              then.version === now.version &&
              now.carried_from !== null && { carriedFrom: now.carried_from }),
            outdated: changed
              ? {
                  version: now.version,
                  text: now.assessment_text,
                  status: now.status as AssessmentStatus,
                  kept: one.keptVersion !== null && one.keptVersion >= now.version,
                }
              : null,
          },
        ],
      ];
    }),
  );
}
