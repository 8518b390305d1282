import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { type MarkableNoun, markableField } from './markable-fields.ts';
import { isProvision } from './provisions.ts';
import { isLevel, type SecrecyLevel, secrecyLevels } from './secrecy-levels.ts';

/** Which field of which record. */
export type FieldRef = { readonly noun: MarkableNoun; readonly recordId: Id<string>; readonly field: string };

/**
 * A mark on a field (sekretessmarkering, OSL 5:5): by which provision, on which day and by which authority. It is a warning and no decision: when
 * somebody asks to see the document, it is tried anew. It is never changed, only lifted with a reason.
 */
export type SecrecyMark = FieldRef & {
  readonly id: Id<'secrecyMark'>;
  readonly level: SecrecyLevel;
  /** A code of `provisions` or a provision in words; null for a level that is no secrecy. */
  readonly provision: string | null;
  readonly authority: string;
  readonly markedOn: CivilDate;
  readonly markedBy: string;
  /** The day by which it is looked at again. */
  readonly reviewOn: CivilDate | null;
  readonly bodyId: Id<'body'> | null;
  readonly lifted: { readonly on: CivilDate; readonly by: string; readonly reason: string } | null;
};

export type MarkField = FieldRef & {
  readonly level: SecrecyLevel;
  readonly provision?: string | null;
  readonly reviewOn?: CivilDate | null;
  /** What everybody reads in its place; the standing words when nothing is said. */
  readonly publicText?: string | null;
};

/** What is wrong with a mark before anything is read. */
export function markProblems(input: MarkField, today: CivilDate): readonly Problem[] {
  const problems: Problem[] = [];
  const provision = input.provision?.trim() ?? '';
  if (!markableField(input.noun, input.field)) problems.push({ path: 'field', key: 'validation.choose' });
  if (!isLevel(input.level) || input.level === 'open') problems.push({ path: 'level', key: 'secrecy.level' });
  else if (secrecyLevels[input.level].needsProvision && !isProvision(provision))
    problems.push({ path: 'provision', key: 'secrecy.provision' });
  // TF 2:20: a note of secrecy may stand only on what a provision covers, so a level that is none may not look like one.
  else if (!secrecyLevels[input.level].needsProvision && provision !== '')
    problems.push({ path: 'provision', key: 'secrecy.noProvision' });
  if (input.reviewOn && (!isCivilDate(input.reviewOn) || input.reviewOn <= today))
    problems.push({ path: 'reviewOn', key: 'secrecy.reviewOn' });
  return problems;
}
