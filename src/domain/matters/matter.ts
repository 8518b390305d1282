import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { isLevel, isWithheld, type SecrecyLevel, secrecyLevels } from '../secrecy/index.ts';
import type { MatterState } from './matter-transitions.ts';
import type { ProceduralLaw } from './procedural-law.ts';

/** A matter (ärende) as the public register shows it. It has no protected field at all: those are another type, read by another reader. */
export type Matter = {
  readonly id: Id<'matter'>;
  readonly version: number;
  readonly registrationNumber: string;
  /** Written to be public (OSL 5:2). */
  readonly publicTitle: string;
  readonly secrecyLevel: SecrecyLevel;
  /** The provision that the secrecy mark cites ("OSL 25 kap. 1 §"). */
  readonly legalGround: string | null;
  readonly bodyId: Id<'body'> | null;
  readonly openedOn: CivilDate | null;
  readonly state: MatterState;
  /** Its number in the classification scheme of the authority (R-ARK-4). */
  readonly classification: string | null;
  readonly closedOn: CivilDate | null;
  /** The act by which it is handled (R-FL-1). */
  readonly proceduralLaw: ProceduralLaw;
};

/** What is shown of a matter only to those who may read it protected. */
export type ProtectedMatter = Matter & { readonly protectedTitle: string | null };

export type MatterContents = {
  readonly registrationNumber: string;
  readonly publicTitle: string;
  readonly protectedTitle?: string | null;
  readonly secrecyLevel?: SecrecyLevel;
  readonly legalGround?: string | null;
  /** Kommunallagen unless told: authority over somebody is the exception in a body's work. */
  readonly proceduralLaw?: ProceduralLaw;
};

/** A number as it is kept: the authority's own form, with white space made single. */
export function registrationNumberKey(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** What is wrong with what is to be registered about a matter. */
export function matterProblems(input: MatterContents): readonly Problem[] {
  const problems: Problem[] = [];
  const level = input.secrecyLevel ?? 'open';
  const number = registrationNumberKey(input.registrationNumber);
  if (number === '') problems.push({ path: 'registrationNumber', key: 'validation.required' });
  // Forms differ between authorities and new ones come; without a digit it is no number at all (kernel/registration-number.ts knows the usual).
  else if (!/\d/.test(number) || number.length > 40)
    problems.push({ path: 'registrationNumber', key: 'matter.number' });
  if (input.publicTitle.trim() === '') problems.push({ path: 'publicTitle', key: 'validation.required' });
  if (!isLevel(level)) problems.push({ path: 'secrecyLevel', key: 'validation.choose' });
  else if (secrecyLevels[level].needsProvision && !input.legalGround?.trim())
    problems.push({ path: 'legalGround', key: 'matter.legalGround' });
  if (!isWithheld(level) && input.protectedTitle?.trim())
    problems.push({ path: 'protectedTitle', key: 'matter.protectedButOpen' });
  if (input.protectedTitle?.trim() && input.protectedTitle.trim() === input.publicTitle.trim())
    problems.push({ path: 'publicTitle', key: 'matter.titlesSame' });
  return problems;
}
