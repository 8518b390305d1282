import type { ArchiveRestriction } from '../../documents/tree/index.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Matter } from '../matters/index.ts';
import {
  isWithheld,
  markableField,
  marksOf,
  type SecrecyLevel,
  type SecrecyMark,
  secrecyLevels,
  secretTexts,
} from '../secrecy/index.ts';

/** What marks on the fields of a document mean in a package: the strictest of them as a restriction, and the protected title where it comes along. */
export type MarkedFields = { readonly restriction: ArchiveRestriction | null; readonly title: string | null };

/** That a whole matter is secret, as its register says. */
export function restrictionOf({ secrecyLevel, legalGround, openedOn }: Matter): ArchiveRestriction | null {
  if (!isWithheld(secrecyLevel)) return null;
  return { provision: legalGround ?? 'OSL', markedOn: openedOn, note: secrecyLevels[secrecyLevel].label.sv };
}

/** That something is made of what is secret, although nothing is marked on itself. */
export function inheritedRestriction(level: SecrecyLevel): ArchiveRestriction | null {
  if (!isWithheld(level)) return null;
  return {
    provision: 'OSL',
    markedOn: null,
    note: `${secrecyLevels[level].label.sv}: gjord av uppgifter som är markerade`,
  };
}

/** The marks of some documents. Protected titles come only with a proof of `matter.readProtected`. */
export async function markedFieldsOf(
  r: Reader,
  documentIds: readonly Id<'document'>[],
  protectedReader: Reader<'matter.readProtected'> | undefined,
): Promise<ReadonlyMap<string, MarkedFields>> {
  const marks = (
    await marksOf(
      r,
      documentIds.map((id) => ({ noun: 'document', id })),
    )
  ).filter(({ level }) => isWithheld(level));
  const texts = protectedReader ? await secretTexts(protectedReader, marks) : new Map<string, string>();
  const found = new Map<string, MarkedFields>();
  for (const id of documentIds) {
    const own = marks.filter(({ recordId }) => recordId === id);
    if (own.length === 0) continue;
    const title = own.find(({ field }) => field === 'title');
    found.set(id, { restriction: restrictionByMarks(own), title: (title && texts.get(title.id)) ?? null });
  }
  return found;
}

/** One restriction for all marks of a record: every provision, the first day, and which fields it is about. */
export function restrictionByMarks(marks: readonly SecrecyMark[]): ArchiveRestriction | null {
  const [strictest] = marks.toSorted((a, b) => secrecyLevels[b.level].rank - secrecyLevels[a.level].rank);
  if (!strictest) return null;
  const fields = marks.map(({ noun, field }) => markableField(noun, field)?.label.sv ?? field);
  const provisions = new Set(marks.map(({ provision }) => provision ?? 'OSL'));
  return {
    provision: [...provisions].toSorted().join('; '),
    markedOn: marks.map(({ markedOn }) => markedOn).toSorted()[0] ?? null,
    note: `${secrecyLevels[strictest.level].label.sv}: ${[...new Set(fields)].toSorted().join(', ')}`,
  };
}
