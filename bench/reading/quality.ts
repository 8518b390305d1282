import { type AnnotatedPaper, recordsIn } from '../../test/annotations/annotations.ts';
import { type Count, f1, precision, recall, type Score, score, sum } from '../../test/annotations/score.ts';
import type { Conversion } from './conversions.ts';
import { printTable } from './print-table.ts';

/** Prints a table per paper, a row for each kind of record and a column for each format, and at the end all papers together. */
export async function printQuality(
  papers: readonly AnnotatedPaper[],
  conversions: readonly Conversion[],
): Promise<void> {
  console.log(
    '\nHow well papers are read: precision / recall / F1; !n: n wrong records of which the reader was surer than 0.9',
  );
  const all: { readonly paper: string; readonly scores: readonly Score[] }[] = [];
  for (const paper of papers) {
    const scores: Score[] = [];
    for (const conversion of conversions) {
      const read = await recordsIn(await conversion.convert(paper), `${paper.name}.${conversion.extension}`);
      scores.push(score(paper.records, read));
    }
    const types = [...new Set(scores.flatMap((one) => [...one.types.keys()]))];
    const noted = (type: string) => paper.records.filter((record) => record.type === type).length;
    printTable([
      [`${paper.name}`, 'noted', ...conversions.map(({ name }) => name)],
      ...types.map((type) => [type, String(noted(type)), ...scores.map((one) => told(one.types.get(type)))]),
      ['all', String(paper.records.length), ...scores.map((one) => told(one.total))],
    ]);
    all.push({ paper: paper.name, scores });
  }
  printTable([
    ['F1', ...conversions.map(({ name }) => name)],
    ...all.map(({ paper, scores }) => [paper, ...scores.map(({ total }) => f1(total).toFixed(3))]),
    ['all papers', ...conversions.map((_, at) => f1(sum(all.map(({ scores }) => scores[at]!.total))).toFixed(3))],
  ]);
}

function told(count: Count | undefined): string {
  if (!count) return '–';
  const shares = [precision(count), recall(count), f1(count)].map((share) => share.toFixed(2)).join(' / ');
  return count.sureAndWrong > 0 ? `${shares} !${count.sureAndWrong}` : shares;
}
