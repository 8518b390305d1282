import type { EvidenceLink } from '../../../../domain/returns/index.ts';
import type { Id } from '../../../../kernel/id.ts';
import { recordAddress } from '../../../../kernel/record-address.ts';
import { questionPath, reportPath } from '../work/report-address.ts';

type ReportId = Id<'nationalReport'>;

/** The page of what one question rests on. */
export const aidPath = (id: ReportId, code: string): string => `${questionPath(id, code)}/underlag`;

/** The page of all remarks on the answers of a return. */
export const warningsPath = (id: ReportId): string => `${reportPath(id)}/anmarkningar`;

/** Where a piece of evidence leads: to a record of the register, or to another answer of the same return. */
export function evidenceHref(reportId: ReportId, { noun, id, within }: EvidenceLink): string {
  return noun === 'question' ? questionPath(reportId, id) : recordAddress(noun, id, within);
}
