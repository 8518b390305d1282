import type { Writer } from '../../../storage/database.ts';
import { type ConnectionKind, connectionKinds, connectRecords } from '../../connections/index.ts';
import { linkDecisionToAssignment } from '../../decisions/index.ts';
import { getAgendaItem, linkItemToAssignment } from '../../meetings/index.ts';
import type { OpenQuestion, RecordRef } from '../proposal.ts';
import { type RecordEnd, recordAt } from '../record-ends.ts';
import { type Confirmer, rememberProposal } from './confirmer.ts';

/**
 * A suggested connection between two records of any kind. It rests on words that are alike, so it is never confirmed by itself. Where the register
 * has a link of its own for the pair (an item dealt with an assignment, a decision concerns one) that link is made, because evidence stands on it.
 */
export const confirmRecordLink: Confirmer = {
  questions: async (r, { fields }) => {
    const asked: OpenQuestion[] = [];
    for (const [label, end] of [
      [fields.from, fields.fromEnd],
      [fields.to, fields.toEnd],
    ])
      if (!(await recordAt(r, end as RecordEnd | undefined)))
        asked.push({ code: 'unknownRecord', values: { ref: String(label) } });
    return [...asked, { code: 'suggestion', values: {} }];
  },
  confirm: async (w, proposal, scene) => {
    const { fields } = proposal;
    const from = (await recordAt(w, fields.fromEnd as RecordEnd))!;
    const to = (await recordAt(w, fields.toEnd as RecordEnd))!;
    const reason = String(fields.reason);
    const kind = (Object.hasOwn(connectionKinds, String(fields.kind)) ? fields.kind : 'concerns') as ConnectionKind;
    const own = await ownLink(w, from, to, reason);
    if (own) return { record: to, made: own };
    const { id, created } = await connectRecords(w, { from, to, kind, reason });
    const record = { noun: 'connection', id };
    await rememberProposal(w, record, proposal, scene);
    return { record, made: created ? [record] : [] };
  },
};

/** The link that the register has a table of its own for, made if it was not there; undefined for other pairs. */
async function ownLink(
  w: Writer<'intake.confirm'>,
  from: RecordRef,
  to: RecordRef,
  note: string,
): Promise<readonly RecordRef[] | undefined> {
  if (to.noun !== 'assignment') return undefined;
  if (from.noun === 'agendaItem') {
    const known = (await getAgendaItem(w, from.id)).assignments.some((one) => one.id === to.id);
    if (known) return [];
    await linkItemToAssignment(w, { itemId: from.id, assignmentId: to.id, note });
    return [{ noun: 'itemLink', id: `${from.id} ${to.id}` }];
  }
  if (from.noun === 'decision') {
    await linkDecisionToAssignment(w, { decisionId: from.id, assignmentId: to.id, kind: 'concerns' });
    return [];
  }
  return undefined;
}
