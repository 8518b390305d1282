import * as z from 'zod';
import {
  type IntakeFile,
  missingFields,
  type Proposal,
  proposalStateNames,
  remarksOn,
} from '../../../domain/intake/index.ts';
import { idField, optionalChoice, optionalId, optionalText, optionalWholeNumber } from '../../input.ts';

/** Figures of confidence between which the list can be cut; those of `confidenceLevels` and one stricter. */
export const thresholds = ['0.95', '0.9', '0.75'] as const;
const confidenceChoices = ['minst-0.95', 'minst-0.9', 'minst-0.75', 'under-0.9', 'under-0.75'] as const;

const stateChoices = ['alla', ...proposalStateNames] as const;
/** What can be the matter with a proposal: a remark of the reading, a required field that is empty, or a hindrance when many were confirmed. */
export const troubleChoices = ['on', 'saknas', 'hinder'] as const;

/** What stands in the address of a review: what the list shows, which proposal is looked at, and whether keys are wanted. */
export const reviewQuery = z.object({
  typ: optionalText({ maximum: 40 }),
  lage: optionalChoice(stateChoices),
  sakerhet: optionalChoice(confidenceChoices),
  problem: optionalChoice(troubleChoices),
  sok: optionalText({ maximum: 200 }),
  sida: optionalWholeNumber({ minimum: 1, maximum: 100_000 }),
  post: optionalId(),
  /** The proposal that was acted on just now, so that it can be undone at once. */
  nyss: optionalId(),
  tangenter: optionalChoice(['av']),
});

export type ReviewQuery = Partial<z.output<typeof reviewQuery>>;
export { confidenceChoices };

export const byId = z.object({ id: idField() });
export const byProposal = z.object({ id: idField(), post: idField() });
export const anId = '00000000-0000-4000-8000-000000000000';

/** How many proposals one page shows. */
export const pageSize = 50;

/** The proposals that the query asks for, in the order of the document. */
export function chosenProposals(
  proposals: readonly Proposal[],
  file: Pick<IntakeFile, 'problems' | 'many'>,
  { typ, lage = 'open', sakerhet, problem, sok }: ReviewQuery,
): readonly Proposal[] {
  const [direction, figure] = (sakerhet ?? 'minst-0').split('-');
  const words = (sok ?? '').toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
  return proposals.filter(
    (one) =>
      (typ === undefined || one.type === typ) &&
      (lage === 'alla' || one.state === lage) &&
      (direction === 'minst' ? one.confidence >= Number(figure) : one.confidence < Number(figure)) &&
      (problem === undefined || hasTrouble(one, file, problem)) &&
      (words.length === 0 || says(one, words)),
  );
}

function hasTrouble(
  one: Proposal,
  { problems, many }: Pick<IntakeFile, 'problems' | 'many'>,
  trouble: (typeof troubleChoices)[number],
): boolean {
  if (trouble === 'on') return remarksOn(one, problems).length > 0;
  if (trouble === 'saknas') return missingFields(one.type, one.fields).length > 0;
  return one.state === 'open' && (many?.left.some(({ id }) => id === one.id) ?? false);
}

/** Whether a proposal has all the words somewhere in its fields; "2023:7" finds the year and the number that make it. */
function says({ fields }: Proposal, words: readonly string[]): boolean {
  const ref = fields.year === undefined ? '' : `${fields.year}:${fields.number}`;
  const text = `${ref} ${Object.values(fields).map(plainWords).join(' ')}`.toLocaleLowerCase('sv');
  return words.every((word) => text.includes(word));
}

function plainWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainWords).join(' ');
  return typeof value === 'object' && value !== null
    ? Object.values(value).map(plainWords).join(' ')
    : String(value ?? '');
}

/** The proposal to look at after one has been decided: the next open one of the choice, else the first open one. */
export function nextAfter(proposals: readonly Proposal[], done: Proposal): Proposal | undefined {
  const open = proposals.filter((one) => one.state === 'open' && one.id !== done.id);
  return open.find((one) => one.position > done.position) ?? open[0];
}

/** The address of the review with the query changed; what becomes undefined falls out of the address. */
export function reviewHref(fileId: string, query: ReviewQuery, change: Partial<ReviewQuery> = {}): string {
  const next = { ...query, ...change };
  const search = searchOf(next);
  const anchor = next.post ? `#post-${next.post}` : '';
  return `/las-in/${fileId}${search}${anchor}`;
}

/** The address that acts on a proposal and comes back to the same choice. */
export function actionHref(fileId: string, proposalId: string, action: string, query: ReviewQuery): string {
  return `/las-in/${fileId}/post/${proposalId}/${action}${searchOf({ ...query, post: undefined, nyss: undefined, sida: undefined })}`;
}

/** The address that decides on those that are ticked, and comes back to the same choice. */
export function manyHref(fileId: string, query: ReviewQuery): string {
  return `/las-in/${fileId}/flera${searchOf({ ...query, post: undefined, nyss: undefined })}`;
}

function searchOf(query: ReviewQuery): string {
  const filled = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(filled.map(([name, value]) => [name, String(value)])).toString();
  return search ? `?${search}` : '';
}
