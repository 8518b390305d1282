import type { Reader } from '../../../storage/database.ts';
import { type Decision, listDecisions, recordDecision } from '../../decisions/index.ts';
import type { Proposal, RecordRef } from '../proposal.ts';
import { type Confirmer, factsFor, fieldsOf, rememberProposal, type Scene } from './confirmer.ts';
import { bodyNamed, bodyQuestions, takeBody } from './named-bodies.ts';

/**
 * A station on a document's way to its decision: some body dealt with it on some day. A station that is ticked is a decision that was made; one that
 * is not, or of which nothing is known, is proposed.
 */
export const confirmDecisionStep: Confirmer = {
  questions: async (r, proposal) => await bodyQuestions(r, fieldsOf<'decisionStep'>(proposal).body),
  confirm: async (w, proposal, scene) => {
    const { body, date, passed } = fieldsOf<'decisionStep'>(proposal);
    const made: RecordRef[] = [];
    const bodyId = await takeBody(w, body, made);
    const known = await recorded(w, proposal, scene);
    const id =
      known?.id ??
      (
        await recordDecision(w, {
          bodyId,
          title: titleOf(proposal, scene),
          clauses: [],
          state: passed ? 'made' : 'proposed',
          decidedOn: date,
        })
      ).id;
    const record = { noun: 'decision', id };
    if (!known) made.push(record);
    await rememberProposal(w, record, proposal, scene);
    return { record, made };
  },
};

async function recorded(r: Reader, proposal: Proposal, scene: Scene): Promise<Decision | undefined> {
  const { body: name, date } = fieldsOf<'decisionStep'>(proposal);
  const body = await bodyNamed(r, name);
  if (!body) return undefined;
  const { decisions } = await listDecisions(r, { bodyId: body.id, year: Number(date.slice(0, 4)) });
  return decisions.find((one) => one.decidedOn === date && one.title === titleOf(proposal, scene));
}

function titleOf(proposal: Proposal, scene: Scene): string {
  return fieldsOf<'decisionStep'>(proposal).subject ?? factsFor(proposal, scene).title;
}
