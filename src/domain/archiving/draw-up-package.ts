import type { Authorized } from '../../kernel/authorized.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { isWithheld, secrecyOf } from '../secrecy/index.ts';
import { archivableByRefs } from './archivable-reader.ts';
import {
  type Archivable,
  type ArchivableRef,
  archivableNouns,
  archiveHindrances,
  type KeptReport,
  secretLeftOut,
} from './archive-package.ts';
import {
  type ArchivePackageAction,
  type ArchivePackageState,
  archivePackageStateAfter,
} from './archive-package-transitions.ts';
import { requireWhole } from './set-retention.ts';

export type DrawUpPackage = {
  readonly title: string;
  readonly refs: readonly ArchivableRef[];
  readonly scheme: string;
  readonly contact?: string | null | undefined;
  readonly receiverName?: string | null | undefined;
  readonly receiverCode?: string | null | undefined;
  readonly agreement?: string | null | undefined;
  /** The proof that whoever draws it up may read what is secret; without it that is left out, with a note. */
  readonly reading?: Authorized<'matter.readProtected'> | undefined;
  readonly most?: number;
};

/**
 * Draws up a package for an archive: gives it a number and says which records it is to hold. Nothing is taken that is not ready; what is secret comes
 * along only for who may read it, and is otherwise told as left out.
 */
export async function drawUpPackage(w: Writer<'archive.make'>, input: DrawUpPackage): Promise<Id<'archivePackage'>> {
  requireWhole(w);
  const { refs, most = Number.POSITIVE_INFINITY } = input;
  refuseProblems([
    ...(input.title.trim() === '' ? [{ path: 'title', key: 'validation.required' }] : []),
    ...(input.scheme.trim() === '' ? [{ path: 'scheme', key: 'validation.required' }] : []),
    ...(refs.length === 0 ? [{ path: 'refs', key: 'archiving.chooseRecords' }] : []),
    ...(refs.length > most ? [{ path: 'refs', key: 'archiving.tooManyRecords', values: { maximum: most } }] : []),
    ...(input.receiverName?.trim() && !input.receiverCode?.trim()
      ? [{ path: 'receiverCode', key: 'archiving.receiverCode' }]
      : []),
  ]);
  const records: Archivable[] = [];
  for (const one of await archivableByRefs(w, refs)) {
    // What is frozen has no level of its own: it is as secret as what it was made of.
    const made = one.noun !== 'matter' && isWithheld((await secrecyOf(w, one.noun, one.id)).level);
    records.push({ ...one, secret: one.secret || made });
  }
  if (records.length !== new Set(refs.map(({ noun, id }) => `${noun} ${id}`)).size)
    throw new AppError('record.notFound');
  const hindered = records.find(({ hindrance }) => hindrance !== null);
  if (hindered?.hindrance)
    throw new AppError('archiving.notReady', {
      title: `${hindered.number} ${hindered.title}`,
      reason: archiveHindrances[hindered.hindrance],
    });
  const { reading } = input;
  const maySeeSecret =
    reading?.action === 'matter.readProtected' && reading.tenantId === w.tenantId && reading.bodies === 'all';
  const { last } = await w.db
    .selectFrom('archive_package')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .executeTakeFirstOrThrow();
  const { slug } = await w.db
    .selectFrom('tenant')
    .select('slug')
    .where('id', '=', w.tenantId)
    .executeTakeFirstOrThrow();
  const number = (last ?? 0) + 1;
  const id: Id<'archivePackage'> = w.runtime.newId();
  const row = {
    object_id: `${slug}-${w.runtime.today().slice(0, 4)}-${String(number).padStart(4, '0')}`,
    number,
    title: input.title.trim(),
    state: 'drawnUp' satisfies ArchivePackageState,
    scheme: input.scheme.trim(),
    contact: input.contact?.trim() || null,
    receiver_name: input.receiverName?.trim() || null,
    receiver_code: input.receiverCode?.trim() || null,
    agreement: input.agreement?.trim() || null,
    includes_secret: maySeeSecret && records.some(({ secret, secretParts }) => secret || secretParts),
    drawn_up_at: w.runtime.now(),
    drawn_up_by: w.auth.actorName,
  };
  await w.db
    .insertInto('archive_package')
    .values({ tenant_id: w.tenantId, id, ...row, remarks: '[]' })
    .execute();
  await w.db
    .insertInto('archive_package_item')
    .values(
      records.map(({ noun, id: recordId, number: own, title, bodyName, secret }, position) => ({
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        archive_package_id: id,
        position,
        noun,
        record_id: recordId,
        // Of what is secret the package names the number, which is public; the public title is public too (OSL 5:2).
        title: noun === 'minutes' ? `${archivableNouns.minutes.sv} ${own}, ${bodyName ?? ''}` : `${own} ${title}`,
        left_out: secret && !maySeeSecret ? secretLeftOut : null,
      })),
    )
    .execute();
  await w.log({ noun: 'archivePackage', recordId: id, after: { ...row, records: records.length } });
  return id;
}

type Step = { readonly packageId: Id<'archivePackage'>; readonly expectedVersion: number };

async function takePackage(w: Writer, { packageId, expectedVersion }: Step, action: ArchivePackageAction) {
  requireWhole(w);
  const before = await lockRow(w, 'archive_package', packageId);
  expectVersion(before, expectedVersion);
  return { before, state: archivePackageStateAfter(before.state as ArchivePackageState, action) };
}

type Taken = Awaited<ReturnType<typeof takePackage>>['before'];

async function savePackage(w: Writer, before: Taken, after: Readonly<Record<string, string | number | null>>) {
  await w.db
    .updateTable('archive_package')
    .set({ ...after, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  const { report: _, ...told } = after;
  await w.log({ noun: 'archivePackage', recordId: before.id, before: { state: before.state }, after: told });
}

/** Notes what making and checking a package came to: its hash, and each rule that it breaks. A broken MUST keeps it from being delivered. */
export async function keepPackage(
  w: Writer<'archive.make'>,
  input: Step & {
    readonly sha256: string;
    readonly size: number;
    readonly report: KeptReport;
    readonly remarks: readonly string[];
  },
): Promise<void> {
  const broken = input.report.faults.some(({ level }) => level === 'MUST');
  const { before, state } = await takePackage(w, input, broken ? 'fail' : 'pass');
  await savePackage(w, before, {
    state,
    package_sha256: input.sha256,
    size: input.size,
    report: JSON.stringify(input.report),
    remarks: JSON.stringify(input.remarks),
  });
}

/** Notes that a package was handed over, with what the archive answered. */
export async function deliverPackage(
  w: Writer<'archive.make'>,
  input: Step & { readonly deliveredOn: string; readonly receipt: string },
): Promise<void> {
  const { before, state } = await takePackage(w, input, 'deliver');
  refuseProblems([
    ...(input.receipt.trim() === '' ? [{ path: 'receipt', key: 'validation.required' }] : []),
    ...(input.deliveredOn > w.runtime.today() ? [{ path: 'deliveredOn', key: 'archiving.decisionAhead' }] : []),
  ]);
  await savePackage(w, before, { state, delivered_on: input.deliveredOn, receipt: input.receipt.trim() });
}

/** Throws a package away that was not delivered: its records wait for the archive again, its number stays taken. */
export async function discardPackage(w: Writer<'archive.make'>, input: Step): Promise<void> {
  const { before, state } = await takePackage(w, input, 'discard');
  await savePackage(w, before, { state });
}
