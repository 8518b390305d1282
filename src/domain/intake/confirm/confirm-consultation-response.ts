import type { Reader } from '../../../storage/database.ts';
import {
  type ConsultationResponse,
  ensureConsultation,
  listConsultations,
  recordConsultationResponse,
} from '../../consultations/index.ts';
import type { Proposal, RecordRef } from '../proposal.ts';
import { type Confirmer, differences, differs, factsFor, fieldsOf, rememberProposal, type Scene } from './confirmer.ts';

/** A row of a table of responses. The consultation is entered with its first response. */
export const confirmConsultationResponse: Confirmer = {
  questions: async (r, proposal, scene) => {
    const known = await recorded(r, proposal, scene);
    const { from, stance, comment } = fieldsOf<'consultationResponse'>(proposal);
    return known
      ? differs(
          differences({ from: known.sender, stance: known.stance, comment: known.comment }, { from, stance, comment }),
        )
      : [];
  },
  confirm: async (w, proposal, scene) => {
    const { respondent, received, from, stance, comment } = fieldsOf<'consultationResponse'>(proposal);
    const made: RecordRef[] = [];
    const consultation = await ensureConsultation(w, subjectOf(proposal, scene));
    if (consultation.created) made.push({ noun: 'consultation', id: consultation.id });
    const known = await recorded(w, proposal, scene);
    const id =
      known?.id ??
      (await recordConsultationResponse(w, {
        consultationId: consultation.id,
        respondent,
        receivedOn: received ?? null,
        sender: from ?? null,
        stance: stance ?? null,
        comment: comment ?? null,
      }));
    const record = { noun: 'consultationResponse', id };
    if (!known) made.push(record);
    await rememberProposal(w, record, proposal, scene);
    return { record, made };
  },
};

async function recorded(r: Reader, proposal: Proposal, scene: Scene): Promise<ConsultationResponse | undefined> {
  const { respondent, received } = fieldsOf<'consultationResponse'>(proposal);
  const [consultation] = await listConsultations(r, { title: subjectOf(proposal, scene) });
  return consultation?.responses.find(
    (one) => one.respondent === respondent && (one.receivedOn ?? undefined) === received,
  );
}

function subjectOf(proposal: Proposal, scene: Scene): string {
  return fieldsOf<'consultationResponse'>(proposal).subject ?? factsFor(proposal, scene).title;
}
