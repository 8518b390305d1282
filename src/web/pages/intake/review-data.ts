import { may } from '../../../domain/access/index.ts';
import { findAssignmentByRef } from '../../../domain/assignments/index.ts';
import { type IntakeFile, type Proposal, questionsOf, recordPlaces, sceneOf } from '../../../domain/intake/index.ts';
import { getDocument } from '../../../domain/matters/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { Services } from '../../contracts.ts';
import type { HandlerContext } from '../../route.ts';
import type { ReadScene } from './file-frame.ts';
import { layoutOf } from './page-pictures.ts';
import type { ReviewFacts } from './review-page.ts';
import { chosenProposals, pageSize, type ReviewQuery } from './review-query.ts';

type Reader = Parameters<Parameters<Services['db']['read']>[1]>[0];
/** Whoever may look at what was read: those who hand in and those who confirm. */
export type LookingContext = Pick<HandlerContext<'intake.handIn' | 'intake.confirm'>, 'services' | 'auth' | 'actor'>;

/** The file with its proposals, for a page about it; a file that has not been read has none. */
export async function readScene(ctx: LookingContext, r: Reader, fileId: string): Promise<ReadScene> {
  return { ...(await sceneOf(r, fileId)), mayConfirm: may(ctx.actor, 'intake.confirm') };
}

/** The text that all passages of a file point into; null when its document is not open to the reader. */
export async function textOf(r: Reader, file: IntakeFile): Promise<string | null> {
  try {
    return (await getDocument(r, file.documentId)).sourceText;
  } catch (error) {
    if (error instanceof AppError && error.code === 'record.notFound') return null;
    throw error;
  }
}

/** Everything that the review page shows for a query. */
export async function reviewFacts(ctx: LookingContext, fileId: string, query: ReviewQuery): Promise<ReviewFacts> {
  return await ctx.services.db.read(ctx.auth, async (r) => {
    const scene = await readScene(ctx, r, fileId);
    const { file, proposals } = scene;
    const chosen = withAsked(chosenProposals(proposals, file, query), proposals, query);
    const asked = query.post ? chosen.findIndex(({ id }) => id === query.post) : -1;
    const last = Math.max(1, Math.ceil(chosen.length / pageSize));
    const pageNumber = asked >= 0 ? Math.floor(asked / pageSize) + 1 : Math.min(query.sida ?? 1, last);
    const current = chosen[asked >= 0 ? asked : (pageNumber - 1) * pageSize];
    const just = proposals.find(({ id }) => id === query.nyss);
    const records = [current, just].flatMap((one) => (one?.record ? [one.record] : []));
    const questions = current?.state === 'open' ? await questionsOf(r, current, scene) : [];
    return {
      ...scene,
      query,
      chosen,
      pageNumber,
      current,
      questions,
      recorded: current && questions.some(({ code }) => code === 'differs') ? await recordedFor(r, current) : undefined,
      places: await recordPlaces(r, records),
      text: current ? await textOf(r, file) : null,
      layout: current ? await layoutOf(ctx.services, file) : null,
    };
  });
}

/** The assignment that a proposal is about, when the register has it under the same number. */
async function recordedFor(r: Reader, { type, fields }: Proposal): Promise<string | undefined> {
  const { year, number } = fields;
  if (!['assignment', 'reportEntry'].includes(type) || typeof year !== 'number' || typeof number !== 'number')
    return undefined;
  const found = await findAssignmentByRef(r, { year, number });
  return found && recordAddress('assignment', found.id);
}

/** A proposal that the address names is shown also when the choice would leave it out: the address is a promise. */
function withAsked(chosen: readonly Proposal[], all: readonly Proposal[], { post }: ReviewQuery): readonly Proposal[] {
  const asked = post ? all.find(({ id }) => id === post) : undefined;
  if (!asked || chosen.includes(asked)) return chosen;
  return [...chosen, asked].sort((a, b) => a.position - b.position);
}
