import { isCivilDate } from '../../../kernel/civil-date.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Reader } from '../../../storage/database.ts';
import {
  type Commission,
  ensureFund,
  extendCommission,
  isEmploymentForm,
  isExtentKind,
  listCommissions,
  recordCommission,
} from '../../commissions/index.ts';
import { getAgendaItem, getMeeting } from '../../meetings/index.ts';
import { listDeliverables, recordDeliverable } from '../../projects/index.ts';
import { itemOf, itemQuestions } from './collaboration-item.ts';
import { type Confirmer, fieldsOf, rememberProposal } from './confirmer.ts';

/**
 * Work that an item orders and pays for, or that a report tells of. Its fund is found by the words of the paper or entered under them, its payers are tied to
 * the principals of the register, and work that goes on is tied to the commission that it extends, when there is exactly one of that name.
 */
export const confirmCommission: Confirmer = {
  questions: itemQuestions,
  confirm: async (w, proposal, scene) => {
    const { who, what, fte, amounts, shares, from, to, fund, decided, prolongs, extentKind, employmentForm } =
      fieldsOf<'commission'>(proposal);
    const agendaItemId = await itemOf(w, proposal, scene);
    const all = await listCommissions(w);
    const known = all.find(
      (one) =>
        one.what === what && (agendaItemId ? one.item?.id === agendaItemId : !one.item && one.from === dayOrNull(from)),
    );
    if (known) {
      const record = { noun: 'commission', id: known.id };
      await rememberProposal(w, record, proposal, scene);
      return { record, made: [] };
    }
    const paying = fund?.trim() ? await ensureFund(w, fund, await bodyOf(w, agendaItemId)) : undefined;
    const fields = {
      who,
      what,
      fte: fte ?? null,
      amounts,
      shares: shares ?? [],
      from: dayOrNull(from),
      to: dayOrNull(to),
      fund: fund ?? null,
      fundId: paying?.id ?? null,
      extentKind: isExtentKind(extentKind) ? extentKind : null,
      employmentForm: isEmploymentForm(employmentForm) ? employmentForm : null,
      decided,
      agendaItemId,
    };
    const before = prolongs ? extendable(all, what, fields.from) : undefined;
    const id = before
      ? await extendCommission(w, { ...fields, extendsId: before.id })
      : await recordCommission(w, fields);
    const record = { noun: 'commission', id };
    await rememberProposal(w, record, proposal, scene);
    const entered = paying?.created ? [{ noun: 'fund', id: paying.id }] : [];
    return { record, made: [...entered, record] };
  },
};

/** The one commission that work of a name goes on from: decided, not extended yet, begun earlier, and called the same but for the words of extension. */
function extendable(all: readonly Commission[], what: string, from: string | null): Commission | undefined {
  const same = all.filter(
    (one) =>
      one.decided &&
      !one.extendedBy &&
      subjectOf(one.what) === subjectOf(what) &&
      (one.from === null || from === null || one.from < from),
  );
  return same.length === 1 ? same[0] : undefined;
}

/** "Förlängt uppdrag: mobilt team" and "Uppdrag mobilt team" are about the same. */
function subjectOf(what: string): string {
  return what
    .toLocaleLowerCase('sv')
    .replace(/(?<!\p{L})(?:förläng\p{L}*|fortsatt|förnya\p{L}*|uppdrag\p{L}*|tjänsteköp\p{L}*|av)(?!\p{L})/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

async function bodyOf(r: Reader, agendaItemId: Id<'agendaItem'> | null): Promise<Id<'body'> | null> {
  if (!agendaItemId) return null;
  const { meetingId } = await getAgendaItem(r, agendaItemId);
  return (await getMeeting(r, meetingId)).body.id;
}

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
