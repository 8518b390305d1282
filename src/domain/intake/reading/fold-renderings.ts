import { comparable, type ReadProblem } from '../../../documents/tree/recognise.ts';
import type { Span } from '../../../documents/tree/tree.ts';
import { decisionDrift, goalDrift, pointDrift } from './checks/rendering-drift.ts';
import type { PartReading, RecordDraft } from './recognisers.ts';

/**
 * A bundle says the same thing several times: a proposal stands in the notice and in its memo, an input in the letter and in two summaries, a
 * goal in the document and on slides. Such renderings are one record. The authoritative one is kept, the others become further passages of
 * it, and where they differ in words a problem says so. Nothing is chosen silently.
 */
export function foldRenderings(parts: readonly PartReading[]): {
  records: readonly RecordDraft[];
  problems: readonly ReadProblem[];
} {
  const problems = parts.flatMap((part) => part.problems);
  const ranked = parts.flatMap(({ reading, records }) =>
    records.map((record) => ({ record, rank: authority(record, reading.kind, reading.form) })),
  );
  const kept: { key: string; record: RecordDraft; renderings: RecordDraft[] }[] = [];
  const secondary = ranked.filter(({ rank }) => rank > 0).sort((a, b) => a.rank - b.rank);
  for (const { record } of ranked.filter(({ rank }) => rank === 0))
    kept.push({ key: keyOf(record), record, renderings: [] });
  for (const { record } of secondary) {
    const main = kept.find(({ key }) => key !== '' && key === keyOf(record));
    if (main) main.renderings.push(record);
    // A slide that has no counterpart in the goal document is not a goal; every other rendering stands for itself when it is the only one.
    else if (record.type !== 'goal' || !kept.some((other) => other.record.type === 'goal'))
      kept.push({ key: keyOf(record), record, renderings: [] });
  }
  const records = kept.map(({ record, renderings }) => {
    if (renderings.length === 0) return record;
    problems.push(...driftOf(record, renderings));
    const alsoAt: Span[] = [
      ...(record.alsoAt ?? []),
      ...renderings.flatMap((other) => [other.source, ...(other.alsoAt ?? [])]),
    ];
    return withVariants({ ...record, alsoAt }, renderings);
  });
  return { records, problems };
}

/** 0 is the rendering that counts; higher ones are folded into it. */
function authority(record: RecordDraft, kind: string, form: string | undefined): number {
  if (record.type === 'decision') return kind === 'memo' ? 1 : 0;
  if (record.type === 'budgetInputPoint') return kind === 'budgetInput' ? 0 : kind === 'notice' ? 1 : 2;
  if (record.type === 'goal') return form === 'slides' ? 1 : 0;
  return 0;
}

function keyOf(record: RecordDraft): string {
  if (record.type === 'decision')
    return record.status === 'proposed' && record.diaryNumber ? `decision ${record.diaryNumber}` : '';
  if (record.type === 'budgetInputPoint') return `point ${record.planYear ?? ''} ${record.number}`;
  if (record.type === 'goal') return `goal ${comparable(record.heading)}`;
  return '';
}

function driftOf(main: RecordDraft, others: readonly RecordDraft[]): readonly ReadProblem[] {
  if (main.type === 'budgetInputPoint')
    return pointDrift(
      main,
      others.filter((other) => other.type === main.type),
    );
  return others.flatMap((other) => {
    if (main.type === 'decision' && other.type === 'decision') return decisionDrift(main, other);
    return main.type === 'goal' && other.type === 'goal' ? goalDrift(main, other) : [];
  });
}

function withVariants(record: RecordDraft, renderings: readonly RecordDraft[]): RecordDraft {
  if (record.type !== 'budgetInputPoint' && record.type !== 'goal') return record;
  const others = renderings.flatMap((other) =>
    'text' in other ? [{ text: other.text, line: other.source.line }] : [],
  );
  const variants = others.filter((other) => comparable(other.text) !== comparable(record.text));
  return variants.length > 0 ? { ...record, variants } : record;
}
