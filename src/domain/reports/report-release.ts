import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { ReleasedContent } from '../releases/index.ts';
import { getReport } from './report-reader.ts';

/** A report that has been approved, as it was frozen. Throws `release.notFinal` before that. */
export async function releasedReport(r: Reader, id: Id<'report'>): Promise<ReleasedContent> {
  const report = await getReport(r, id);
  if (!report.frozen) throw new AppError('release.notFinal');
  return {
    noun: 'report',
    recordId: report.id,
    bodyId: report.body.id,
    title: report.frozen.tree.title,
    secrecy: null,
    tree: report.frozen.tree,
  };
}
