import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Assignment } from '../assignments/index.ts';
import { proposalIsReadable } from './intake-reader.ts';
import { assignmentsAt, type LinkEnd, type NamedEnd } from './link-ends.ts';

/** A link between two assignments of the register that the intake suggests and that waits for a person. */
export type SuggestedLink = { readonly earlier: Assignment; readonly later: Assignment; readonly reason: string };

/**
 * The suggested links that have one of some assignments at an end. The database picks the proposals, so that a thread does not look through all
 * that wait for someone; those in which a person typed another end than the one proposed come along, because only the reference tells which it is.
 */
export async function suggestedLinksOf(r: Reader, ids: readonly Id<'assignment'>[]): Promise<readonly SuggestedLink[]> {
  if (ids.length === 0) return [];
  const rows = await r.db
    .selectFrom('proposal')
    .select('fields')
    .where('tenant_id', '=', r.tenantId)
    .where('type', '=', 'assignmentLink')
    .where('state', '=', 'open')
    .where(proposalIsReadable())
    .where((eb) =>
      eb.or(
        (['from', 'to'] as const).flatMap((name) => {
          const at = (...path: string[]) =>
            eb.fn<string | null>('jsonb_extract_path_text', ['fields', ...path.map((key) => eb.val(key))]);
          const made = eb
            .selectFrom('proposal as made')
            .select((inner) => inner.cast<string>('made.id', 'text').as('id'))
            .where('made.tenant_id', '=', r.tenantId)
            .where('made.record_noun', '=', 'assignment')
            .where((inner) => inner('made.record_id', '=', inner.fn.any(inner.val([...ids]))));
          return [
            eb(at(`${name}End`, 'assignmentId'), 'in', ids),
            eb(at(`${name}End`, 'proposalId'), 'in', made),
            eb(at(name), 'is distinct from', at(`${name}End`, 'label')),
          ];
        }),
      ),
    )
    .orderBy('intake_file_id')
    .orderBy('position')
    .execute();
  const ends = rows.flatMap(({ fields }): NamedEnd[] => [
    { typed: fields.from, end: fields.fromEnd as LinkEnd | undefined },
    { typed: fields.to, end: fields.toEnd as LinkEnd | undefined },
  ]);
  const found = await assignmentsAt(r, ends);
  const asked = new Set<string>(ids);
  return rows.flatMap(({ fields }, index) => {
    const [earlier, later] = [found[index * 2], found[index * 2 + 1]];
    if (!earlier || !later || !(asked.has(earlier.id) || asked.has(later.id))) return [];
    return [{ earlier, later, reason: String(fields.reason ?? '') }];
  });
}
