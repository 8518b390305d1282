import { isCivilDate } from '../../../kernel/civil-date.ts';
import { listCommissions, recordCommission } from '../../commissions/index.ts';
import { listDeliverables, recordDeliverable } from '../../projects/index.ts';
import { itemOf, itemQuestions } from './collaboration-item.ts';
import { type Confirmer, fieldsOf, rememberProposal } from './confirmer.ts';

/** Work that an item orders and pays for. */
export const confirmCommission: Confirmer = {
  questions: itemQuestions,
  confirm: async (w, proposal, scene) => {
    const { who, what, fte, amounts, shares, from, to, fund, decided } = fieldsOf<'commission'>(proposal);
    const agendaItemId = await itemOf(w, proposal, scene);
    const known = agendaItemId
      ? (await listCommissions(w, { agendaItemId })).find((one) => one.what === what)
      : undefined;
    const id =
      known?.id ??
      (await recordCommission(w, {
        who,
        what,
        fte: fte ?? null,
        amounts,
        shares: shares ?? [],
        from: dayOrNull(from),
        to: dayOrNull(to),
        fund: fund ?? null,
        decided,
        agendaItemId,
      }));
    const record = { noun: 'commission', id };
    await rememberProposal(w, record, proposal, scene);
    return { record, made: known ? [] : [record] };
  },
};

/** What somebody is to deliver, and to when it slipped. */
export const confirmDeliverable: Confirmer = {
  questions: itemQuestions,
  confirm: async (w, proposal, scene) => {
    const { what, project, due, movedTo } = fieldsOf<'deliverable'>(proposal);
    const agendaItemId = await itemOf(w, proposal, scene);
    const known = agendaItemId
      ? (await listDeliverables(w, { agendaItemId })).find((one) => one.what === what)
      : undefined;
    const id =
      known?.id ??
      (await recordDeliverable(w, {
        what,
        project: project ?? null,
        dueOn: due ?? null,
        movedTo: movedTo ?? null,
        agendaItemId,
      }));
    const record = { noun: 'deliverable', id };
    await rememberProposal(w, record, proposal, scene);
    return { record, made: known ? [] : [record] };
  },
};

/** "Under 2023" may be read as a year: a term is kept only when it is a day. */
function dayOrNull(value: string | undefined): string | null {
  return value !== undefined && isCivilDate(value) ? value : null;
}
