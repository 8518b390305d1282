import { AppError } from './errors.ts';
import type { Problem } from './problem.ts';

/** Stops a verb whose input needs correcting: nothing has been written, and the problems are shown beside their fields. */
export function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new AppError('record.invalid', {}, problems);
}
