import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { isWithheld } from '../secrecy/index.ts';
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
    ...(!isWithheld(secrecyLevel) ? { protected_title: null } : {}),
    ...(input.protectedTitle === undefined ? {} : { protected_title: input.protectedTitle?.trim() || null }),
  });
}

type MoveMatter = { readonly matterId: Id<'matter'>; readonly expectedVersion: number };

/** Closes a matter: nothing more is expected in it. */
export async function closeMatter(w: Writer<'matter.edit'>, input: MoveMatter): Promise<void> {
  const before = await takeMatter(w, input);
  await saveMatter(w, before, { state: matterAfter(before.state, 'close'), closed_on: w.runtime.today() });
}

/** Opens a closed matter again because something new arrived. */
export async function reopenMatter(w: Writer<'matter.edit'>, input: MoveMatter): Promise<void> {
  const before = await takeMatter(w, input);
  await saveMatter(w, before, { state: matterAfter(before.state, 'reopen'), closed_on: null });
}

/** Says where in the authority's classification scheme a matter belongs (R-ARK-4), also when it is closed: it can go to no archive without. */
export async function classifyMatter(
  w: Writer<'matter.edit' | 'archive.make'>,
  input: MoveMatter & { readonly classification: string },
): Promise<void> {
  const classification = input.classification.normalize('NFC').replace(/\s+/g, ' ').trim();
  const isNumber = /^\d{1,3}(?:[.-]\d{1,3}){0,5}$/.test(classification);
  refuseProblems(isNumber ? [] : [{ path: 'classification', key: 'matter.classification' }]);
  await saveMatter(w, await takeMatter(w, input), { classification });
}
