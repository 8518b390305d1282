import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireUnbiased } from '../secrecy/index.ts';
import type { Matter } from './matter.ts';
import { getMatter, requireMatterBody } from './matter-reader.ts';

/** What the log may hold of a matter. The log is read by more people than the matter and can never be cleaned, so it says only that there is a protected title. */
export function loggable<Row extends { readonly protected_title?: string | null }>(row: Row) {
  const { protected_title, ...open } = row;
  return protected_title === undefined ? open : { ...open, protected_title: protected_title === null ? null : '•••' };
}

/** Reads a matter for change: locked, of a body the writer may change, in the version the person saw. The conflict answer holds public fields only. */
export async function takeMatter(
  w: Writer,
  input: { readonly matterId: Id<'matter'>; readonly expectedVersion: number },
): Promise<Matter> {
  requireMatterBody(w, await getMatter(w, input.matterId));
  await requireUnbiased(w, { matterId: input.matterId });
  await lockRow(w, 'matter', input.matterId);
  return expectVersion(await getMatter(w, input.matterId), input.expectedVersion, input);
}

export async function saveMatter(
  w: Writer,
  before: Matter,
  after: {
    readonly public_title?: string;
    readonly protected_title?: string | null;
    readonly secrecy_level?: string;
    readonly legal_ground?: string | null;
    readonly state?: string;
    readonly procedural_law?: string;
    readonly classification?: string | null;
    readonly closed_on?: string | null;
  },
): Promise<void> {
  const result = await w.db
    .updateTable('matter')
    .set({ ...after, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new AppError('record.notFound');
  await w.log({ noun: 'matter', recordId: before.id, before, after: loggable(after) });
}
