import type { Id } from '../../../../kernel/id.ts';
import { recordAddress } from '../../../../kernel/record-address.ts';
import { reportPath } from '../work/report-address.ts';

/** Where it is chosen to which return the answers of a paper go. */
export const toFormPath = (formReturnId: Id<'formReturn'>): string =>
  `${recordAddress('formReturn', formReturnId)}/till-formular`;

/** What a paper gives a return. */
export const paperPath = (reportId: Id<'nationalReport'>, formReturnId: Id<'formReturn'>): string =>
  `${reportPath(reportId)}/ur-papper/${formReturnId}`;
