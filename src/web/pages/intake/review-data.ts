import { may } from '../../../domain/access/index.ts';
import {
  compareVersions,
  type IntakeFile,
  listProposals,
  type Proposal,
  questionsOf,
  recordPlaces,
  sceneOf,
  type VersionComparison,
} from '../../../domain/intake/index.ts';
import { getDocument } from '../../../domain/matters/index.ts';
import { AppError } from '../../../kernel/errors.ts';
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
    const questions = current?.state === 'open' ? await questionsOf(r, current, scene) : [];
    const differing = questions.find(({ code }) => code === 'differs')?.record;
    const records = [current?.record, just?.record, differing].filter((one) => one !== undefined && one !== null);
    const places = await recordPlaces(r, records);
    return {
      ...scene,
      query,
      chosen,
      pageNumber,
      current,
      questions,
      recorded: differing && places.get(differing.id),
      places,
      comparison: await comparisonOf(r, file, proposals),
      text: current ? await textOf(r, file) : null,
      layout: current ? await layoutOf(ctx.services, file) : null,
    };
  });
}

/** How a file differs from the earlier version of the same paper; undefined when there is none. */
export async function comparisonOf(
  r: Reader,
  { earlierId }: IntakeFile,
  proposals: readonly Proposal[],
): Promise<VersionComparison | undefined> {
  return earlierId ? compareVersions(await listProposals(r, earlierId), proposals) : undefined;
}

/** A proposal that the address names is shown also when the choice would leave it out: the address is a promise. */
function withAsked(chosen: readonly Proposal[], all: readonly Proposal[], { post }: ReviewQuery): readonly Proposal[] {
  const asked = post ? all.find(({ id }) => id === post) : undefined;
  if (!asked || chosen.includes(asked)) return chosen;
  return [...chosen, asked].sort((a, b) => a.position - b.position);
}
