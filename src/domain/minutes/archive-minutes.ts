import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { sectionNumbersOf } from '../meetings/index.ts';
import { bodyRulesOn } from '../organisation/index.ts';
import type { MinutesArchive } from './minutes.ts';
import { sectionRange } from './minutes-facts.ts';
import { findFrozenMinutes, getMinutes } from './minutes-reader.ts';
import { minutesStates } from './minutes-transitions.ts';
import { lockMinutes, moveMinutes } from './minutes-writer.ts';
import { minutesHash } from './tree-hash.ts';

/**
 * Takes finished minutes to the archive: the signed document, the hash of the PDF that was written of it, and the facts that describe it (R-ARK-3).
 * Minutes that are announced wait for the end of the time of appeal; what no board announces can be archived when it is adjusted.
 */
export async function archiveMinutes(
  w: Writer<'minutes.edit'>,
  input: {
    readonly minutesId: Id<'minutes'>;
    readonly expectedVersion: number;
    /** SHA-256 of the PDF, as the blob store knows it. */
    readonly pdfHash: string;
  },
): Promise<void> {
  const before = await lockMinutes(w, input.minutesId, 'archive');
  expectVersion(before, input.expectedVersion);
  const minutes = await getMinutes(w, before.id);
  const { noticeBoard } = await bodyRulesOn(w, before.body_id, minutes.heldOn);
  if (before.state === 'adjusted' && (noticeBoard === 'own' || noticeBoard === 'allParticipants'))
    throw new AppError('record.wrongState', { state: minutesStates.adjusted });
  const whole = minutes.adjustments.find(({ kind }) => kind === 'whole');
  const frozen = whole && (await findFrozenMinutes(w, whole.id));
  if (!frozen || !whole.adjustedOn || minutesHash(frozen.tree) !== frozen.hash)
    throw new Error(`The frozen document of minutes ${before.id} does not have its hash. Run kansli doctor.`);
  const numbers = await sectionNumbersOf(
    w,
    minutes.adjustments.flatMap(({ itemIds }) => itemIds),
  );
  const archive: MinutesArchive = {
    treeHash: frozen.hash,
    pdfHash: input.pdfHash,
    title: frozen.tree.title,
    body: minutes.body.name,
    heldOn: minutes.heldOn,
    adjustedOn: whole.adjustedOn,
    sections: sectionRange(numbers.filter(({ bodyId }) => bodyId === before.body_id).map(({ number }) => number)),
  };
  await moveMinutes(w, before, before.nextState, { archived_on: w.runtime.today(), archive: JSON.stringify(archive) });
}
