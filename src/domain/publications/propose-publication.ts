import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { type PublishedNoun, publishedHash, putPublished } from '../published/index.ts';
import { type KeptFinding, stops } from './finding.ts';
import { gateFindings } from './gate.ts';
import { gateSceneOf } from './gate-scene-reader.ts';
import { keptFinding } from './kept-finding.ts';
import type { PublicationState } from './publication-transitions.ts';
import { insertPublication, noteEvent, setAside } from './publication-writer.ts';
import { readyRecord, requirePublisher } from './ready-record.ts';

export type ProposePublication = {
  readonly noun: PublishedNoun;
  readonly recordId: string;
  /** The hash of what was shown; when the record has changed since, nothing is published. */
  readonly shownHash?: string;
  /** The hashes of files that are known to be accessible (PDF/UA-1); of the others a copy can be ordered. */
  readonly accessible?: ReadonlySet<string>;
};

export type Proposed = {
  readonly publicationId: Id<'publication'>;
  readonly state: Extract<PublicationState, 'published' | 'awaitingReview' | 'stopped'>;
  readonly findings: readonly KeptFinding[];
};

/**
 * Proposes that a record becomes public as it is now. Where the gate finds nothing it is public at once; else it waits for somebody other than the
 * proposer, and what is public already stays as it was until then.
 */
export async function proposePublication(
  w: Writer<'publication.propose'>,
  input: ProposePublication,
): Promise<Proposed> {
  const { noun, recordId } = input;
  const record = await readyRecord(w, input);
  requirePublisher(w, record);
  const contentHash = publishedHash(record);
  if (input.shownHash !== undefined && input.shownHash !== contentHash) throw new AppError('publication.changedSince');
  const found = gateFindings(record, await gateSceneOf(w, record));
  const findings = found.map(keptFinding);
  const state = found.length === 0 ? 'published' : stops(found) ? 'stopped' : 'awaitingReview';
  await setAside(w, input, ['awaitingReview', 'stopped'], 'superseded');
  let edition: number | null = null;
  if (state === 'published') {
    await setAside(w, input, ['published'], 'replaced');
    edition = await putPublished(w, record);
  }
  const publicationId = await insertPublication(w, {
    noun,
    recordId,
    bodyId: record.bodyId,
    title: record.title,
    state,
    contentHash,
    publicHash: state === 'published' ? contentHash : null,
    findings,
    edition,
  });
  const told = { contentHash, findings: countsOf(findings), ...(edition !== null && { edition }) };
  await noteEvent(w, publicationId, 'proposed', told);
  if (state !== 'awaitingReview') await noteEvent(w, publicationId, state, edition === null ? null : { edition });
  // About the publication: the record itself has not changed, and must not look as if it had.
  await w.log({ noun: 'publication', recordId: publicationId, summary: state, after: { ...told, noun, recordId } });
  return { publicationId, state, findings };
}

function countsOf(findings: readonly KeptFinding[]): Readonly<Record<string, number>> {
  const kinds = new Set(findings.map(({ kind }) => kind));
  return Object.fromEntries([...kinds].map((one) => [one, findings.filter(({ kind }) => kind === one).length]));
}
