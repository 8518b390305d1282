import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { type MatterContents, matterProblems, registrationNumberKey } from './matter.ts';
import { findMatterByNumber } from './matter-reader.ts';
import { loggable } from './matter-writer.ts';

export type OpenMatter = MatterContents & { readonly bodyId?: Id<'body'>; readonly openedOn?: CivilDate };

/** Opens a matter in the register under its registration number, which names one matter only. */
export async function openMatter(
  w: Writer<'matter.edit' | 'meeting.edit' | 'intake.confirm'>,
  input: OpenMatter,
): Promise<Id<'matter'>> {
  // A document often names a matter of another body; who confirms the import may enter it, openly only.
  if (w.auth.action === 'intake.confirm') {
    if ((input.secrecyLevel ?? 'open') !== 'open') throw new AppError('access.denied');
  } else if (w.auth.action === 'meeting.edit') {
    // A secretary who writes an agenda opens the matter of an item: an open one, of the body whose agenda it is.
    if (!input.bodyId || (input.secrecyLevel ?? 'open') !== 'open') throw new AppError('access.denied');
    requireBody(w.auth, input.bodyId);
  } else if (input.bodyId) requireBody(w.auth, input.bodyId);
  else if (w.auth.bodies !== 'all') throw new AppError('access.denied');
  const problems: Problem[] = [...matterProblems(input)];
  if (await findMatterByNumber(w, input.registrationNumber))
    problems.push({ path: 'registrationNumber', key: 'matter.numberTaken' });
  refuseProblems(problems);
  const id: Id<'matter'> = w.runtime.newId();
  const row = {
    registration_number: registrationNumberKey(input.registrationNumber),
    public_title: input.publicTitle.trim(),
    protected_title: input.protectedTitle?.trim() || null,
    secrecy_level: input.secrecyLevel ?? 'open',
    legal_ground: input.legalGround?.trim() || null,
    body_id: input.bodyId ?? null,
    opened_on: input.openedOn ?? w.runtime.today(),
    state: 'open',
    procedural_law: input.proceduralLaw ?? 'kommunallagen',
  };
  await w.db
    .insertInto('matter')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'matter', recordId: id, summary: 'opened', after: loggable(row) });
  return id;
}
