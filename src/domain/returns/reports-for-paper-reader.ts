import type { Reader } from '../../storage/database.ts';
import { listFormVersions } from '../forms/index.ts';
import { formDifferences, isOfForm } from './form-differences.ts';
import type { FormReturn } from './form-return.ts';
import type { NationalReport } from './national-report.ts';
import { listNationalReports } from './national-report-reader.ts';

/** The returns of a paper's year whose form the paper is of: those that its answers can be taken to, or were. */
export async function listReportsForPaper(r: Reader, formReturn: FormReturn): Promise<readonly NationalReport[]> {
  const reports = await listNationalReports(r, { year: formReturn.year });
  if (reports.length === 0) return [];
  const versions = await listFormVersions(r, { purpose: 'nationalReport' });
  return reports.filter(({ formVersionId }) => {
    const structure = versions.find(({ id }) => id === formVersionId)?.structure;
    return structure !== undefined && isOfForm(formReturn, formDifferences(structure, formReturn));
  });
}
