import type { Reader } from '../../storage/database.ts';
import { passageChanged } from '../matters/index.ts';
import { datesNamedIn } from './claim-evidence.ts';
import { type EvidenceRecord, evidenceRecord, isSecret, nothing } from './evidence-record.ts';

/** Values of series, each with its number as the words. */
export async function evidenceValues(r: Reader, ids: readonly string[]): Promise<readonly EvidenceRecord[]> {
  const rows = await r.db
    .selectFrom('indicator_value as value')
    .innerJoin('indicator', (join) =>
      join.onRef('indicator.id', '=', 'value.indicator_id').onRef('indicator.tenant_id', '=', 'value.tenant_id'),
    )
    .select(['value.id', 'value.amount', 'value.as_of', 'value.indicator_id', 'indicator.name', 'indicator.unit'])
    .where('value.tenant_id', '=', r.tenantId)
    .where('value.amount', 'is not', null)
    .where((eb) => eb('value.id', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  return rows.map((row) => {
    const asOf = row.as_of ?? '';
    const precision = asOf.length >= 10 ? 'day' : asOf.length >= 7 ? 'month' : 'year';
    const words = `${swedishNumber(Number(row.amount))} ${row.unit}`;
    return evidenceRecord(
      {
        ...nothing,
        noun: 'indicatorValue',
        id: row.id,
        within: row.indicator_id,
        date: asOf === '' ? null : `${asOf}-01-01`.slice(0, 10),
        precision,
        title: `${row.name}: ${words}`,
        words,
      },
      { when: row.as_of },
    );
  });
}

/** A number as Swedish papers print it: "47 254", "87,5". */
export function swedishNumber(value: number): string {
  return value.toLocaleString('sv-SE', { maximumFractionDigits: 4 }).replace(/\u00a0/gu, ' ');
}

/** Assessments with their texts. */
export async function evidenceAssessments(r: Reader, ids: readonly string[]): Promise<readonly EvidenceRecord[]> {
  const rows = await r.db
    .selectFrom('assessment')
    .innerJoin('period', (join) =>
      join.onRef('period.id', '=', 'assessment.period_id').onRef('period.tenant_id', '=', 'assessment.tenant_id'),
    )
    .leftJoin('body', (join) =>
      join.onRef('body.id', '=', 'assessment.body_id').onRef('body.tenant_id', '=', 'assessment.tenant_id'),
    )
    .select(['assessment.id', 'assessment.assessment_text', 'period.name as period_name', 'body.name as body_name'])
    .where('assessment.tenant_id', '=', r.tenantId)
    .where((eb) => eb('assessment.id', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  return rows.map((row) =>
    evidenceRecord(
      {
        ...nothing,
        noun: 'assessment',
        id: row.id,
        bodyName: row.body_name,
        title: row.period_name,
        words: row.assessment_text,
      },
      { when: null },
    ),
  );
}

/** Passages of documents with what they say; dead when the document says something else there now. */
export async function evidencePassages(
  r: Reader,
  ids: readonly string[],
  year: number,
): Promise<readonly EvidenceRecord[]> {
  const rows = await r.db
    .selectFrom('source_passage as passage')
    .innerJoin('document', (join) =>
      join.onRef('document.id', '=', 'passage.document_id').onRef('document.tenant_id', '=', 'passage.tenant_id'),
    )
    .leftJoin('matter', (join) =>
      join.onRef('matter.id', '=', 'document.matter_id').onRef('matter.tenant_id', '=', 'document.tenant_id'),
    )
    .select(['passage.id', 'passage.span_start', 'passage.span_end', 'passage.line', 'passage.passage_hash'])
    .select(['document.title', 'document.source_text', 'matter.secrecy_level'])
    .select('document.secrecy_level as document_level')
    .where('passage.tenant_id', '=', r.tenantId)
    .where((eb) => eb('passage.id', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  return rows.map((row) => {
    const words = row.source_text?.slice(row.span_start, row.span_end) ?? '';
    const passage = { start: row.span_start, end: row.span_end, hash: row.passage_hash };
    return evidenceRecord(
      {
        ...nothing,
        noun: 'sourcePassage',
        id: row.id,
        title: `${row.title}, rad ${row.line}`,
        words,
        ...(isSecret(row.secrecy_level) || isSecret(row.document_level) ? { secret: true } : {}),
      },
      { when: null, days: datesNamedIn(words, year), dead: passageChanged(passage, row.source_text) },
    );
  });
}
