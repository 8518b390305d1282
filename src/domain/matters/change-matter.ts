import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { type MatterContents, matterProblems } from './matter.ts';
import { matterAfter } from './matter-transitions.ts';
import { saveMatter, takeMatter } from './matter-writer.ts';

export type ChangeMatter = Omit<MatterContents, 'registrationNumber'> & {
  readonly matterId: Id<'matter'>;
  readonly expectedVersion: number;
};

/** Changes titles and secrecy of an open matter; the registration number never changes. An untold protected title stays as it is. */
export async function changeMatter(w: Writer<'matter.edit'>, input: ChangeMatter): Promise<void> {
  const before = await takeMatter(w, input);
  matterAfter(before.state, 'change');
  const secrecyLevel = input.secrecyLevel ?? before.secrecyLevel;
  const legalGround = input.legalGround === undefined ? before.legalGround : input.legalGround;
  const contents = { ...input, secrecyLevel, legalGround, registrationNumber: before.registrationNumber };
  const problems = matterProblems(contents);
  refuseProblems(problems);
  await saveMatter(w, before, {
    public_title: input.publicTitle.trim(),
    secrecy_level: secrecyLevel,
    legal_ground: legalGround?.trim() || null,
    ...(input.proceduralLaw && { procedural_law: input.proceduralLaw }),
    // A matter that became open keeps no protected title: there is nothing left that it could protect.
    ...(secrecyLevel === 'open' ? { protected_title: null } : {}),
    ...(input.protectedTitle === undefined ? {} : { protected_title: input.protectedTitle?.trim() || null }),
  });
}

type MoveMatter = { readonly matterId: Id<'matter'>; readonly expectedVersion: number };

/** Closes a matter: nothing more is expected in it. */
export async function closeMatter(w: Writer<'matter.edit'>, input: MoveMatter): Promise<void> {
  const before = await takeMatter(w, input);
  await saveMatter(w, before, { state: matterAfter(before.state, 'close') });
}

/** Opens a closed matter again because something new arrived. */
export async function reopenMatter(w: Writer<'matter.edit'>, input: MoveMatter): Promise<void> {
  const before = await takeMatter(w, input);
  await saveMatter(w, before, { state: matterAfter(before.state, 'reopen') });
}
