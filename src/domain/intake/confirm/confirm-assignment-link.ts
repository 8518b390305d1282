import type { Reader } from '../../../storage/database.ts';
import { type Assignment, linkAssignments, listAssignmentLinks } from '../../assignments/index.ts';
import { assignmentAt, type LinkEnd } from '../link-ends.ts';
import type { OpenQuestion, Proposal, RecordRef } from '../proposal.ts';
import type { Confirmer } from './confirmer.ts';

/** A suggested link from a later assignment to its predecessor. It rests on likeness alone, so it is never confirmed by itself. */
export const confirmAssignmentLink: Confirmer = {
  questions: async (r, proposal) => {
    const { from, to } = await endsOf(r, proposal);
    const asked: OpenQuestion[] = [];
    if (!from) asked.push({ code: 'unknownAssignment', values: { ref: String(proposal.fields.from) } });
    if (!to) asked.push({ code: 'unknownAssignment', values: { ref: String(proposal.fields.to) } });
    return [...asked, { code: 'suggestion', values: {} }];
  },
  confirm: async (w, proposal) => {
    const { from, to } = await endsOf(w, proposal);
    const [earlier, later] = [from!, to!];
    const made: RecordRef[] = [];
    const known = (await listAssignmentLinks(w, later.id)).some(
      (link) => link.kind === 'predecessor' && link.outgoing && link.other.id === earlier.id,
    );
    if (!known) {
      const note = typeof proposal.fields.reason === 'string' ? proposal.fields.reason : null;
      await linkAssignments(w, { fromId: later.id, toId: earlier.id, kind: 'predecessor', note });
      made.push({ noun: 'assignmentLink', id: `${later.id} ${earlier.id}` });
    }
    return { record: { noun: 'assignment', id: later.id }, made };
  },
};

async function endsOf(
  r: Reader,
  { fields }: Proposal,
): Promise<{ readonly from: Assignment | undefined; readonly to: Assignment | undefined }> {
  return {
    from: await assignmentAt(r, fields.from, fields.fromEnd as LinkEnd | undefined),
    to: await assignmentAt(r, fields.to, fields.toEnd as LinkEnd | undefined),
  };
}
