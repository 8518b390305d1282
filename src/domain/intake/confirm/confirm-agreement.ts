import type { Id } from '../../../kernel/id.ts';
import type { Reader, Writer } from '../../../storage/database.ts';
import {
  type Agreement,
  addAgreementParty,
  agreementParties,
  findAgreement,
  listAgreements,
  recordAgreement,
  recordAgreementClaim,
} from '../../agreements/index.ts';
import type { Proposal } from '../proposal.ts';
import { itemOf, itemQuestions } from './collaboration-item.ts';
import { type Confirmer, differences, differs, fieldsOf, rememberProposal } from './confirmer.ts';
import { bodyNamed } from './named-bodies.ts';

/**
 * An agreement that an item of minutes makes, prolongs or lets lapse, or that a return tells of. Who signed becomes parties; what is said of decisions
 * stays a claim with its passage: nobody is entered as having decided because a sentence says that all have.
 */
export const confirmAgreement: Confirmer = {
  questions: async (r, proposal, scene) => {
    const asked = await itemQuestions(r, proposal, scene);
    if (asked.length > 0) return asked;
    const { to, noticeMonths } = fieldsOf<'agreement'>(proposal);
    const known = await recorded(r, proposal);
    return known
      ? differs(differences({ to: known.to, noticeMonths: known.noticeMonths }, { to, noticeMonths }), {
          noun: 'agreement',
          id: known.id,
          version: known.version,
        })
      : [];
  },
  confirm: async (w, proposal, scene) => {
    const told = fieldsOf<'agreement'>(proposal);
    const known = await recorded(w, proposal);
    const id =
      known?.id ??
      (await recordAgreement(w, {
        name: told.name,
        ...(told.kind && { kind: told.kind }),
        from: told.from ?? null,
        to: told.to ?? null,
        openEnded: told.openEnded,
        noticeMonths: told.noticeMonths ?? null,
        decided: told.decided,
        ...(told.state && { state: told.state }),
        stateReason: told.stateReason ?? null,
        predecessorTold: told.replaces ?? null,
        signedOn: told.signed ?? null,
        ...(told.changes && { changes: told.changes }),
        ...(told.purpose && { purpose: told.purpose }),
        planTold: told.plan ?? null,
        agendaItemId: await itemOf(w, proposal, scene),
      }));
    await takeParties(w, id, proposal);
    if (told.claim)
      await recordAgreementClaim(w, {
        agreementId: id,
        words: told.claim.words,
        principals: told.claim.principals ?? null,
      });
    const record = { noun: 'agreement', id };
    await rememberProposal(w, record, proposal, scene);
    return { record, made: known ? [] : [record] };
  },
};

/** The agreement that a proposal means: by its name and first day, or by its name alone where the paper says no day and one is there. */
async function recorded(r: Reader, proposal: Proposal): Promise<Agreement | undefined> {
  const { name, from } = fieldsOf<'agreement'>(proposal);
  const exact = await findAgreement(r, name, from ?? null);
  if (exact || from !== undefined) return exact;
  const wanted = name.trim().toLocaleLowerCase('sv');
  return (await listAgreements(r)).find((one) => one.name.toLocaleLowerCase('sv') === wanted);
}

async function takeParties(w: Writer<'intake.confirm'>, agreementId: Id<'agreement'>, proposal: Proposal) {
  const { parties = [] } = fieldsOf<'agreement'>(proposal);
  const there = (await agreementParties(w, [agreementId])).get(agreementId) ?? [];
  for (const { name, kind, members } of parties) {
    if (there.some((one) => one.name.toLocaleLowerCase('sv') === name.toLocaleLowerCase('sv'))) continue;
    const body = members === undefined ? await bodyNamed(w, name) : undefined;
    // Whoever is said to have signed is not asked to decide again.
    await addAgreementParty(w, {
      agreementId,
      name,
      kind,
      bodyId: body?.id ?? null,
      ...(members !== undefined && { members }),
      decides: false,
    });
  }
}
