import type { Authorized } from '../../../kernel/authorized.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Actor, may } from '../../access/index.ts';
import type { NationalReport, ReportSection } from '../national-report.ts';

/** To whom a section was given. */
export type GivenTo = { readonly unitId: Id<'body'> | null; readonly responsibleIds: readonly Id<'account'>[] };

/**
 * Who answers a section: the persons it was given to, or, where only a unit was named, those who may answer for that unit. Whoever keeps the
 * return for the body that approves it may always.
 */
function isGivenTo(
  { unitId, responsibleIds }: GivenTo,
  accountId: Id<'account'> | null,
  covers: (bodyId: Id<'body'>) => boolean,
): boolean {
  if (responsibleIds.length > 0) return accountId !== null && responsibleIds.includes(accountId);
  return unitId !== null && covers(unitId);
}

/** Whether somebody may answer a section, for pages that show only what can be done. */
export function mayAnswerSection(
  actor: Actor,
  report: Pick<NationalReport, 'body'>,
  { unit, responsible }: Pick<ReportSection, 'unit' | 'responsible'>,
): boolean {
  if (may(actor, 'return.edit', report.body.id)) return true;
  const given = { unitId: unit?.id ?? null, responsibleIds: responsible.map(({ id }) => id) };
  return may(actor, 'return.answer') && isGivenTo(given, actor.accountId, (id) => may(actor, 'return.answer', id));
}

/** Whether somebody takes part in a return: answers for the body that approves it, or was given a section. Who takes part may ask about any answer. */
export function takesPart(
  actor: Actor,
  report: Pick<NationalReport, 'body'> & { readonly sections: readonly ReportSection[] },
): boolean {
  return (
    may(actor, 'return.answer', report.body.id) ||
    report.sections.some((section) => mayAnswerSection(actor, report, section))
  );
}

/** Throws `returns.notYours` for a proof that reaches neither the body of the return nor any of the sections that were given out. */
export function requirePart(
  auth: Authorized<'return.answer' | 'return.edit'>,
  reportBodyId: Id<'body'>,
  sections: readonly GivenTo[],
): void {
  const covers = (id: Id<'body'>) => auth.bodies === 'all' || auth.bodies.includes(id);
  if (!covers(reportBodyId) && !sections.some((given) => isGivenTo(given, auth.accountId, covers)))
    throw new AppError('returns.notYours');
}

/** Throws `returns.notYours` when the proof is neither that of the return's keeper nor of somebody whom the section was given to. */
export function requireAnswerer(
  auth: Authorized<'return.answer' | 'return.edit'>,
  reportBodyId: Id<'body'>,
  given: GivenTo,
): void {
  const covers = (id: Id<'body'>) => auth.bodies === 'all' || auth.bodies.includes(id);
  const keeps = auth.action === 'return.edit' && covers(reportBodyId);
  if (!keeps && !isGivenTo(given, auth.accountId, covers)) throw new AppError('returns.notYours');
}
