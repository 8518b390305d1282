import { isCivilDate } from '../../../kernel/civil-date.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Reader } from '../../../storage/database.ts';
import { findAgreement, recordAgreement } from '../../agreements/index.ts';
import { listCommissions, recordCommission } from '../../commissions/index.ts';
import { listDeliverables, recordDeliverable } from '../../projects/index.ts';
import type { OpenQuestion, Proposal } from '../proposal.ts';
import { itemNumbered, meetingFor } from './confirm-agenda-item.ts';
import { type Confirmer, differences, differs, fieldsOf, rememberProposal, type Scene } from './confirmer.ts';

/** An agreement that an item of minutes makes or prolongs. */
export const confirmAgreement: Confirmer = {
  questions: async (r, proposal, scene) => {
    const asked = await itemQuestions(r, proposal, scene);
    if (asked.length > 0) return asked;
    const { name, from, to, noticeMonths } = fieldsOf<'agreement'>(proposal);
    const known = await findAgreement(r, name, from ?? null);
    return known ? differs(differences({ to: known.to, noticeMonths: known.noticeMonths }, { to, noticeMonths })) : [];
  },
  confirm: async (w, proposal, scene) => {
    const { name, from, to, openEnded, noticeMonths, decided } = fieldsOf<'agreement'>(proposal);
    const known = await findAgreement(w, name, from ?? null);
    const id =
      known?.id ??
      (await recordAgreement(w, {
        name,
        from: from ?? null,
        to: to ?? null,
        openEnded,
        noticeMonths: noticeMonths ?? null,
        decided,
        agendaItemId: await itemOf(w, proposal, scene),
      }));
    const record = { noun: 'agreement', id };
    await rememberProposal(w, record, proposal, scene);
    return { record, made: known ? [] : [record] };
  },
};

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

/** A record that names the item it stands in needs that item in the register first. */
async function itemQuestions(r: Reader, proposal: Proposal, scene: Scene): Promise<readonly OpenQuestion[]> {
  const { item } = proposal.fields;
  if (item === undefined || item === null) return [];
  return (await itemOf(r, proposal, scene)) ? [] : [{ code: 'noMeeting', values: {} }];
}

async function itemOf(r: Reader, proposal: Proposal, scene: Scene): Promise<Id<'agendaItem'> | null> {
  const { item } = proposal.fields;
  if (item === undefined || item === null) return null;
  const meeting = await meetingFor(r, proposal, scene);
  return (meeting && (await itemNumbered(r, meeting, String(item)))?.id) || null;
}

/** "Under 2023" may be read as a year: a term is kept only when it is a day. */
function dayOrNull(value: string | undefined): string | null {
  return value !== undefined && isCivilDate(value) ? value : null;
}
