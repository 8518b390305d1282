import type { Id } from '../../../kernel/id.ts';
import type { Reader, Writer } from '../../../storage/database.ts';
import { findMatterByNumber, openMatter } from '../../matters/index.ts';
import { type AgendaItem, addAgendaItem, getMeeting, itemCategories, type Meeting } from '../../meetings/index.ts';
import type { Proposal, RecordRef } from '../proposal.ts';
import { meetingOfNotice } from './confirm-meeting.ts';
import {
  type Confirmer,
  differences,
  differs,
  factsFor,
  fieldsOf,
  neighbours,
  rememberProposal,
  type Scene,
} from './confirmer.ts';

/** A numbered item of the meeting that the notice announces, with the matter that its registration number names. */
export const confirmAgendaItem: Confirmer = {
  questions: async (r, proposal, scene) => {
    const meeting = await meetingFor(r, proposal, scene);
    if (!meeting) return [{ code: 'noMeeting', values: {} }];
    const found = await itemNumbered(r, meeting, printedNumber(proposal));
    return found
      ? differs(itemDifferences(found, proposal), { noun: 'agendaItem', id: found.id, version: found.version })
      : [];
  },
  confirm: async (w, proposal, scene) => {
    const fields = fieldsOf<'agendaItem'>(proposal);
    const made: RecordRef[] = [];
    const meeting = (await meetingFor(w, proposal, scene))!;
    const number = printedNumber(proposal);
    const found = await itemNumbered(w, meeting, number);
    const id =
      found?.id ??
      (await addAgendaItem(w, {
        meetingId: meeting.id,
        number,
        title: fields.title,
        category: fields.category in itemCategories ? fields.category : 'other',
        presenters: fields.presenters ?? [],
        summary: summaryOf(proposal),
        proceedings: proceedingsOf(proposal),
        matterId: fields.diaryNumber ? await takeMatter(w, fields.diaryNumber, fields.title, meeting, made) : null,
      }));
    const record = { noun: 'agendaItem', id };
    if (!found) made.push(record);
    await rememberProposal(w, record, proposal, scene);
    return { record, made };
  },
};

/** "12", or "12a" where minutes put a paragraph in between. */
function printedNumber({ fields }: Proposal): string {
  return `${fields.number}${typeof fields.numberSuffix === 'string' ? fields.numberSuffix : ''}`;
}

/** What minutes tell of an item beside its title, presenters and decision, as the reader names it. */
const proceedingFields = [
  'numberPrefix',
  'sections',
  'documents',
  'proposals',
  'propositionOrder',
  'votes',
  'reservations',
  'notes',
  'disqualified',
  'sentTo',
  'earlier',
  'immediatelyAdjusted',
];

function proceedingsOf({ fields }: Proposal): Readonly<Record<string, unknown>> | null {
  const told = proceedingFields.flatMap((name) => {
    const value = fields[name];
    const empty = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
    return empty ? [] : [[name, value] as const];
  });
  return told.length > 0 ? Object.fromEntries(told) : null;
}

/** The meeting that a proposal of a notice belongs to. */
export async function meetingFor(r: Reader, proposal: Proposal, scene: Scene): Promise<Meeting | undefined> {
  const { part, body, date } = factsFor(proposal, scene);
  // The day of a bundle is that of its notice: notes in it that state no day of their own are not of that meeting.
  const day = part ? part.date : date;
  return await meetingOfNotice(r, neighbours(proposal, scene, 'meeting'), {
    ...(body && { body }),
    ...(day && { date: day }),
  });
}

/** The item of a meeting that is printed with a number. */
export async function itemNumbered(r: Reader, meeting: Meeting, number: string): Promise<AgendaItem | undefined> {
  return (await getMeeting(r, meeting.id)).items.find((item) => item.number === number);
}

async function takeMatter(
  w: Writer<'intake.confirm'>,
  registrationNumber: string,
  title: string,
  meeting: Meeting,
  made: RecordRef[],
): Promise<Id<'matter'>> {
  const known = await findMatterByNumber(w, registrationNumber);
  if (known) return known.id;
  const id = await openMatter(w, {
    registrationNumber,
    publicTitle: title,
    bodyId: meeting.body.id,
    openedOn: meeting.heldOn,
  });
  made.push({ noun: 'matter', id });
  return id;
}

/** The summary as printed; the numbered points of an information item follow it, because the register keeps items and not points. */
function summaryOf(proposal: Proposal): string | null {
  const { summary, points = [] } = fieldsOf<'agendaItem'>(proposal);
  const lines = points.map(({ title, presenters }, index) => {
    const who = presenters.length > 0 ? ` – ${presenters.join(', ')}` : '';
    return `${index + 1}. ${title}${who}`;
  });
  return [summary, ...lines].filter(Boolean).join('\n') || null;
}

function itemDifferences(found: AgendaItem, proposal: Proposal) {
  const { title, diaryNumber, presenters } = fieldsOf<'agendaItem'>(proposal);
  return differences(
    { title: found.title, diaryNumber: found.matter?.registrationNumber, presenters: found.presenters },
    { title, diaryNumber, presenters },
  );
}
