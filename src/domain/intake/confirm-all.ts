import type { Authorized } from '../../kernel/authorized.ts';
import { AppError, errorCatalogue } from '../../kernel/errors.ts';
import { fillBoth, joinTexts } from '../../kernel/fill-text.ts';
import type { Id } from '../../kernel/id.ts';
import type { Database, Writer } from '../../storage/database.ts';
import { factsFor, type Scene } from './confirm/confirmer.ts';
import { confirmLocked, questionsOf, sceneOf } from './confirm-proposal.ts';
import { lockProposal } from './intake-writer.ts';
import type { OpenQuestion, Proposal } from './proposal.ts';
import { proposalType } from './proposal-types.ts';

export type ConfirmAll = {
  readonly fileId: Id<'intakeFile'>;
  /** Only proposals that the reader was at least this sure of. */
  readonly minConfidence?: number;
  /** Only this type; for suggestions, which are otherwise left for a person to look at one by one, it is the person's word. */
  readonly type?: string;
  /** Only these, chosen one by one; a suggestion among them is the person's word. */
  readonly ids?: readonly Id<'proposal'>[];
  /** At most so many proposals a transaction: for work that is followed while it goes on. */
  readonly batch?: number;
};

/** What a confirmation of many came to: how many of each type became records, and which stay open, each with what must be settled. */
export type ConfirmedAll = {
  readonly confirmed: Readonly<Record<string, number>>;
  readonly open: readonly { readonly proposal: Proposal; readonly questions: readonly OpenQuestion[] }[];
};

/**
 * Confirms the proposals of a file that have no open questions, in the order in which they depend on each other. What belongs together
 * (a notice with its meeting, the answers of a report) is one transaction, so that nothing is half-written when it stops.
 */
export async function confirmAll(
  db: Database,
  auth: Authorized<'intake.confirm'>,
  input: ConfirmAll,
  onProgress: (done: number, total: number) => void = () => {},
  onFault?: (error: unknown) => void,
): Promise<ConfirmedAll> {
  const scene = await db.read(auth, (r) => sceneOf(r, input.fileId));
  const wanted = scene.proposals.filter((one) => one.state === 'open' && isWanted(one, input)).sort(byDependency);
  const confirmed: Record<string, number> = {};
  const open: ConfirmedAll['open'][number][] = [];
  let done = 0;
  for (const group of groupsOf(wanted, scene).flatMap((one) => batchesOf(one, input.batch))) {
    for (const outcome of await confirmTogether(db, auth, group, input, onFault)) {
      for (const { type } of outcome.confirmed) confirmed[type] = (confirmed[type] ?? 0) + 1;
      open.push(...outcome.open);
    }
    done += group.length;
    onProgress(done, wanted.length);
  }
  return { confirmed, open: open.sort((a, b) => a.proposal.position - b.proposal.position) };
}

type Outcome = { readonly confirmed: readonly Proposal[]; readonly open: readonly ConfirmedAll['open'][number][] };

/**
 * Writes a group in one transaction. When a rule of some noun says no in the middle, nothing of the group is written; its proposals are then taken
 * one by one, so that the one that is refused is found and stays open with what the rule said, and the others are not held up by it.
 */
async function confirmTogether(
  db: Database,
  auth: Authorized<'intake.confirm'>,
  group: readonly Proposal[],
  input: ConfirmAll,
  onFault: ((error: unknown) => void) | undefined,
): Promise<readonly Outcome[]> {
  try {
    return [await db.transact(auth, { verb: 'confirmAll' }, (w) => confirmGroup(w, group, input))];
  } catch (error) {
    if (!(error instanceof AppError) && !onFault) throw error;
    const [only] = group;
    if (only && group.length === 1) {
      if (!(error instanceof AppError)) onFault?.(error);
      const question: OpenQuestion = error instanceof AppError ? refusal(error) : { code: 'fault', values: {} };
      return [{ confirmed: [], open: [{ proposal: only, questions: [question] }] }];
    }
    const outcomes: Outcome[] = [];
    for (const one of group) outcomes.push(...(await confirmTogether(db, auth, [one], input, onFault)));
    return outcomes;
  }
}

function refusal(error: AppError): OpenQuestion {
  const problems = Array.isArray(error.details) ? (error.details as { path?: string; key?: string }[]) : [];
  const fields = problems.map(({ path, key }) => `${path}: ${key}`).join(', ');
  const reason = fillBoth(errorCatalogue[error.code].text, error.values);
  const which = { sv: `(${fields})`, en: `(${fields})` };
  return { code: 'refused', values: { reason: joinTexts(fields ? [reason, which] : [reason]) } };
}

async function confirmGroup(
  w: Writer<'intake.confirm'>,
  group: readonly Proposal[],
  input: ConfirmAll,
): Promise<Outcome> {
  const confirmed: Proposal[] = [];
  const open: ConfirmedAll['open'][number][] = [];
  const scene = await sceneOf(w, input.fileId);
  for (const { id } of group) {
    const proposal = await lockProposal(w, id);
    if (proposal.state !== 'open') continue;
    const questions = (await questionsOf(w, proposal, scene)).filter(
      (one) => one.code !== 'suggestion' || !(input.type === proposal.type || input.ids?.includes(id)),
    );
    if (questions.length > 0) open.push({ proposal, questions });
    else {
      await confirmLocked(w, proposal, scene);
      confirmed.push(proposal);
    }
  }
  if (confirmed.length === 0)
    await w.log({ noun: 'intakeFile', recordId: input.fileId, summary: 'nothing to confirm without questions' });
  return { confirmed, open };
}

function isWanted(proposal: Proposal, { minConfidence = 0, type, ids }: ConfirmAll): boolean {
  return (
    proposal.confidence >= minConfidence &&
    (type === undefined || proposal.type === type) &&
    (ids === undefined || ids.includes(proposal.id))
  );
}

function batchesOf(group: readonly Proposal[], size = group.length): readonly (readonly Proposal[])[] {
  return Array.from({ length: Math.ceil(group.length / size) }, (_, at) => group.slice(at * size, (at + 1) * size));
}

function byDependency(a: Proposal, b: Proposal): number {
  const order = (one: Proposal) => proposalType(one.type)?.order ?? Number.POSITIVE_INFINITY;
  const [first, second] = [order(a), order(b)];
  return (first === second ? 0 : first - second) || a.position - b.position;
}

/**
 * The proposals that are written together: the goals of a document, the assignments of a plan, a notice with its meeting and all that hangs on it,
 * the answers of a report, the points of an input. Suggested links are taken one by one.
 */
function groupsOf(proposals: readonly Proposal[], scene: Scene): readonly (readonly Proposal[])[] {
  const groups = Map.groupBy(proposals, (one) => {
    const part = factsFor(one, scene).part?.start ?? 0;
    return one.type === 'assignmentLink' || one.type === 'bodyAlias'
      ? `${one.type} ${one.position}`
      : `${families[one.type] ?? one.type} ${part}`;
  });
  return [...groups.values()];
}

const families: Readonly<Record<string, string>> = {
  meeting: 'notice',
  seat: 'notice',
  agendaItem: 'notice',
  timeslot: 'notice',
  decision: 'notice',
};
