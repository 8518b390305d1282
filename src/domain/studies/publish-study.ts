import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { textProblems } from './keep-study.ts';
import type { ReviewStudy } from './review-study.ts';
import { reviewStudyDocument } from './review-study-document.ts';
import { getReviewStudy } from './review-study-reader.ts';
import { lockStudy } from './review-study-writer.ts';

/** Publishes the summary of a study: what stands in it is kept as it was read from that day, small groups left out. */
export async function publishReviewStudy(
  w: Writer<'study.edit'>,
  input: {
    readonly studyId: Id<'reviewStudy'>;
    readonly expectedVersion: number;
    readonly conclusions: string;
    readonly authority: string;
  },
): Promise<void> {
  const { nextState, ...before } = await lockStudy(w, input.studyId, 'publish');
  expectVersion(before, input.expectedVersion, { conclusions: input.conclusions });
  const study = await getReviewStudy(w, before.id);
  refuseProblems(publishProblems(study, input.conclusions));
  const on = w.runtime.today();
  const conclusions = input.conclusions.trim();
  const tree = reviewStudyDocument({ ...study, conclusions }, input.authority, on);
  const after = { conclusions, state: nextState, published_on: on };
  await w.db
    .updateTable('review_study')
    .set({ ...after, published: JSON.stringify(tree), version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'reviewStudy', recordId: before.id, before: { state: before.state }, after });
}

/** What is missing before a summary can be read by others: conclusions, and in every round how many were reviewed and what was counted. */
export function publishProblems(study: ReviewStudy, conclusions: string): readonly Problem[] {
  return [
    ...(conclusions.trim() ? textProblems({ conclusions }) : [{ path: 'conclusions', key: 'studies.noConclusions' }]),
    ...(study.rounds.length > 0 ? [] : [{ path: 'rounds', key: 'studies.noRounds' }]),
    ...study.rounds
      .filter(({ reviewed, figures }) => reviewed === null || figures.length < study.variables.length)
      .map(({ number }) => ({ path: `rounds.${number}`, key: 'studies.noFigures', values: { number } })),
  ];
}
