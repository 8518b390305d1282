import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { type PublishedRecord, publishedHash, putPublished } from '../published/index.ts';
import { type Finding, type FindingRuling, rulingsFor } from './finding.ts';
import { gateFindings } from './gate.ts';
import { gateSceneOf } from './gate-scene-reader.ts';
import { keptFinding } from './kept-finding.ts';
import { maskRecord, withoutFiles } from './mask-record.ts';
import { publicationOf } from './publication-reader.ts';
import { publicationStateAfter } from './publication-transitions.ts';
import { noteEvent, setAside } from './publication-writer.ts';
import { readyRecord, requirePublisher } from './ready-record.ts';

/** What the reviewer says of one finding, in the order of the findings. */
export type Ruling = { readonly ruling: FindingRuling | null; readonly reason: string };

export type ReviewPublication = {
  readonly publicationId: Id<'publication'>;
  readonly expectedVersion: number;
  readonly rulings: readonly Ruling[];
  readonly accessible?: ReadonlySet<string>;
};

/**
 * Lets a proposal through that the gate held: somebody other than the proposer says of each finding whether it is published as it stands, masked or left
 * out, and why. What stops is never published as it stands. The record must still be what was proposed.
 */
export async function reviewPublication(w: Writer<'publication.review'>, input: ReviewPublication): Promise<number> {
  const publication = await reviewable(w, input);
  const { noun, recordId } = publication;
  const state = publicationStateAfter(publication.state, 'publish');
  const record = await readyRecord(w, { noun, recordId, ...(input.accessible && { accessible: input.accessible }) });
  if (publishedHash(record) !== publication.contentHash) throw new AppError('publication.changedSince');
  const scene = await gateSceneOf(w, record);
  const findings = gateFindings(record, scene);
  // The roster or a mark may have changed while it waited: what is found now is what must be answered.
  if (findings.length !== input.rulings.length) throw new AppError('publication.changedSince');
  refuseProblems(findings.flatMap((finding, index) => rulingProblems(finding, input.rulings[index], index)));
  const shown = ruled(record, findings, input.rulings);
  // What was masked must be gone: the gate tries the result once more before anybody can read it.
  const left = gateFindings(shown, scene);
  const asIs = findings.filter((_, index) => input.rulings[index]?.ruling === 'asIs').map(keyOf);
  if (left.some((finding) => !asIs.includes(keyOf(finding)))) throw new AppError('publication.maskIncomplete');
  await setAside(w, publication, ['published'], 'replaced');
  const edition = await putPublished(w, shown);
  const now = w.runtime.now();
  const publicHash = publishedHash(shown);
  await w.db
    .updateTable('publication')
    .set({
      state,
      version: publication.version + 1,
      edition,
      public_hash: publicHash,
      published_at: now,
      reviewed_at: now,
      reviewed_by: w.auth.actorName,
      reviewer_id: w.auth.accountId,
    })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', publication.id)
    .execute();
  // Never the words themselves: the trace is kept for good, and names are not.
  const rulings = findings.map(({ kind, place }, index) => ({ kind, place, ...input.rulings[index] }));
  await noteEvent(w, publication.id, 'reviewed', { rulings });
  await noteEvent(w, publication.id, 'published', { edition, publicHash });
  await w.log({ noun: 'publication', recordId: publication.id, summary: 'reviewed', after: { edition, publicHash } });
  return edition;
}

export type DeclinePublication = Pick<ReviewPublication, 'publicationId' | 'expectedVersion'> & {
  readonly reason: string;
};

/** Says no to a proposal, with the reason; what was public before it stays. */
export async function declinePublication(w: Writer<'publication.review'>, input: DeclinePublication): Promise<void> {
  const reason = input.reason.trim();
  refuseProblems(reason ? [] : [{ path: 'reason', key: 'validation.required' }]);
  const publication = await reviewable(w, input);
  await w.db
    .updateTable('publication')
    .set({
      state: publicationStateAfter(publication.state, 'decline'),
      version: publication.version + 1,
      reviewed_at: w.runtime.now(),
      reviewed_by: w.auth.actorName,
      reviewer_id: w.auth.accountId,
      reason,
    })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', publication.id)
    .execute();
  await noteEvent(w, publication.id, 'declined', { reason });
  await w.log({ noun: 'publication', recordId: publication.id, summary: 'declined', after: { reason } });
}

async function reviewable(
  w: Writer<'publication.review'>,
  { publicationId, expectedVersion }: Pick<ReviewPublication, 'publicationId' | 'expectedVersion'>,
) {
  const row = await lockRow(w, 'publication', publicationId);
  requirePublisher(w, { bodyId: row.body_id });
  // Two different people, both with a name of their own: who has no account cannot be told from who proposed.
  if (w.auth.accountId === null || w.auth.accountId === row.proposer_id) throw new AppError('publication.ownReview');
  if (row.version !== expectedVersion) throw new AppError('publication.changedSince');
  return publicationOf(row);
}

function rulingProblems(finding: Finding, given: Ruling | undefined, index: number): readonly Problem[] {
  const allowed = rulingsFor(keptFinding(finding));
  if (allowed.length === 0) return [{ path: `ruling${index}`, key: 'publication.cannotPass' }];
  if (!given?.ruling || !allowed.includes(given.ruling)) return [{ path: `ruling${index}`, key: 'validation.choose' }];
  return given.reason.trim() ? [] : [{ path: `reason${index}`, key: 'publication.rulingReason' }];
}

function ruled(record: PublishedRecord, findings: readonly Finding[], rulings: readonly Ruling[]): PublishedRecord {
  const words = findings.flatMap((finding, index) => (rulings[index]?.ruling === 'masked' ? [finding.words] : []));
  const files = findings.flatMap(({ sha256 }, index) =>
    rulings[index]?.ruling === 'leftOut' && sha256 !== null ? [sha256] : [],
  );
  return maskRecord(withoutFiles(record, new Set(files)), words);
}

function keyOf({ kind, words, form, sha256 }: Finding): string {
  return [kind, words || form, sha256].join('\n');
}
