import type { Id } from '../../../kernel/id.ts';
import type { Reader, Writer } from '../../../storage/database.ts';
import {
  changeMeeting,
  findMeetingOn,
  type Meeting,
  type MeetingFields,
  type MeetingKind,
  meetingModes,
  moveMeeting,
  planMeeting,
} from '../../meetings/index.ts';
import type { Proposal } from '../proposal.ts';
import {
  type Confirmer,
  differences,
  differs,
  type FieldsOf,
  factsFor,
  fieldsOf,
  rememberProposal,
  type Scene,
} from './confirmer.ts';
import { bodyNamed, bodyQuestions, takeBody } from './named-bodies.ts';

/** A meeting that a notice announces, or that a report mentions. One meeting of a kind a body and day: the same again adds its source. */
export const confirmMeeting: Confirmer = {
  questions: async (r, proposal) => {
    const fields = fieldsOf<'meeting'>(proposal);
    const asked = await bodyQuestions(r, fields.body);
    const found = asked.length === 0 ? await recordedMeeting(r, fields) : undefined;
    return found
      ? differs(differences(columnsOf(found), proposedColumns(fields)), {
          noun: 'meeting',
          id: found.id,
          version: found.version,
        })
      : asked;
  },
  confirm: async (w, proposal, scene) => {
    const fields = fieldsOf<'meeting'>(proposal);
    const made: Confirmed['made'][number][] = [];
    const bodyId = await takeBody(w, fields.body, made);
    const found = await recordedMeeting(w, fields);
    const id = found
      ? await fillBlanks(w, found, fields)
      : await announce(w, bodyId, fields, isMinuted(proposal, scene));
    const record = { noun: 'meeting', id };
    if (!found) made.push(record);
    await rememberProposal(w, record, proposal, scene);
    return { record, made };
  },
};

/** Minutes and notes are written of a meeting that was held. */
function isMinuted(proposal: Proposal, scene: Scene): boolean {
  return ['minutes', 'meetingNotes'].includes(factsFor(proposal, scene).kind);
}

type Confirmed = Awaited<ReturnType<Confirmer['confirm']>>;
type MeetingProposal = FieldsOf<'meeting'>;

/** An occasion that only one answer mentions, as a study visit, is one; where other answers mention the day too, the committee met as well. */
export function kindOf(fields: MeetingProposal): MeetingKind {
  return fields.note === 'studyVisit' && (fields.assignments?.length ?? 0) <= 1 ? 'studyVisit' : 'meeting';
}

async function recordedMeeting(r: Reader, fields: MeetingProposal): Promise<Meeting | undefined> {
  const body = await bodyNamed(r, fields.body);
  return body && (await findMeetingOn(r, body.id, fields.date, kindOf(fields)));
}

async function announce(
  w: Writer<'intake.confirm'>,
  bodyId: Id<'body'>,
  fields: MeetingProposal,
  minuted: boolean,
): Promise<Id<'meeting'>> {
  const told = minuted || (fields.cited === true && fields.note !== 'planned');
  const held = told && fields.date <= w.runtime.today();
  const id = await planMeeting(w, {
    bodyId,
    kind: kindOf(fields),
    heldOn: fields.date,
    ...proposedColumns(fields),
    ...(held && { alreadyHeld: true }),
  });
  // A notice is the summons: whoever reads it knows that the meeting was called, not that it was held.
  if (!fields.cited && !held) await moveMeeting(w, { meetingId: id, action: 'summon', expectedVersion: 1 });
  return id;
}

/** Adds what the register did not know yet; what it knew is not touched, and differences were asked about before. */
async function fillBlanks(
  w: Writer<'intake.confirm'>,
  found: Meeting,
  fields: MeetingProposal,
): Promise<Id<'meeting'>> {
  const known = columnsOf(found);
  const changes = Object.fromEntries(
    Object.entries(proposedColumns(fields)).filter(([name]) => known[name as keyof typeof known] === null),
  );
  if (Object.keys(changes).length > 0)
    await changeMeeting(w, { meetingId: found.id, expectedVersion: found.version, changes });
  return found.id;
}

function columnsOf({ startsAt, endsAt, place, mode, adjustBy }: Meeting) {
  return { startsAt, endsAt, place, mode, adjustBy };
}

function proposedColumns(fields: MeetingProposal): Partial<MeetingFields> {
  const { start, end, place, mode, adjustBy } = fields;
  return {
    ...(start && { startsAt: start }),
    ...(end && { endsAt: end }),
    ...(place && { place }),
    ...(mode && mode in meetingModes && { mode }),
    ...(adjustBy && { adjustBy }),
  };
}

/** The meeting that the notice around a proposal announces: confirmed from the same part, or found by the part's body and date. */
export async function meetingOfNotice(
  r: Reader,
  announced: readonly Proposal[],
  facts: { readonly body?: string; readonly date?: string },
): Promise<Meeting | undefined> {
  const own = announced.find((one) => !fieldsOf<'meeting'>(one).cited);
  if (own) return await recordedMeeting(r, fieldsOf<'meeting'>(own));
  const body = await bodyNamed(r, facts.body);
  return body && facts.date ? await findMeetingOn(r, body.id, facts.date) : undefined;
}
