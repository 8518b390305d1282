import type { Reader, Writer } from '../../../storage/database.ts';
import { callSeats } from '../../meetings/index.ts';
import {
  createSeat,
  listPersonsByName,
  listSeatHistory,
  registerPerson,
  type Seat,
  type SeatRole,
  seatRoles,
} from '../../organisation/index.ts';
import type { OpenQuestion, Proposal, RecordRef } from '../proposal.ts';
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
import { bodyNamed, bodyQuestions, takeBody } from './named-bodies.ts';

/** A seat as the lists of a notice print it, a vacant one too. A seat is known by its body, its list and its place in it. */
export const confirmSeat: Confirmer = {
  questions: async (r, proposal, scene) => {
    const { role, person, vacant } = fieldsOf<'seat'>(proposal);
    const asked: OpenQuestion[] = [...(await bodyQuestions(r, bodyName(proposal, scene)))];
    if (!vacant && !person) asked.push({ code: 'missingField', values: { field: 'person' } });
    if (role && !Object.hasOwn(seatRoles, role)) asked.push({ code: 'unknownRole', values: { role } });
    if (person && (await listPersonsByName(r, person)).length > 1)
      asked.push({ code: 'samePerson', values: { name: person } });
    const found = asked.length === 0 ? await recordedSeat(r, proposal, scene) : undefined;
    return found ? differs(seatDifferences(found, proposal)) : asked;
  },
  confirm: async (w, proposal, scene) => {
    const fields = fieldsOf<'seat'>(proposal);
    const made: RecordRef[] = [];
    const bodyId = await takeBody(w, bodyName(proposal, scene)!, made);
    const found = await recordedSeat(w, proposal, scene);
    const id =
      found?.id ??
      (await createSeat(w, {
        bodyId,
        kind: fields.kind,
        order: fields.order,
        party: fields.party || null,
        role: (fields.role as SeatRole | undefined) ?? null,
        personId: fields.vacant || !fields.person ? null : await takePerson(w, fields.person, made),
      }));
    const record = { noun: 'seat', id };
    if (!found) made.push(record);
    await callAgain(w, proposal, scene);
    await rememberProposal(w, record, proposal, scene);
    return { record, made };
  },
};

/** People with exactly the same name are taken for one only when there is one; who is meant among several is asked before. */
async function takePerson(w: Writer<'intake.confirm'>, name: string, made: RecordRef[]): Promise<string> {
  const [known] = await listPersonsByName(w, name);
  if (known) return known.id;
  const id = await registerPerson(w, { name });
  made.push({ noun: 'person', id });
  return id;
}

/** The lists of the meeting that the notice announces are the seats of its body: they are written again with each seat that is confirmed. */
async function callAgain(w: Writer<'intake.confirm'>, proposal: Proposal, scene: Scene): Promise<void> {
  const meeting = await meetingOfNotice(w, neighbours(proposal, scene, 'meeting'), factsFor(proposal, scene));
  if (meeting) await callSeats(w, { meetingId: meeting.id });
}

async function recordedSeat(r: Reader, proposal: Proposal, scene: Scene): Promise<Seat | undefined> {
  const { kind, order } = fieldsOf<'seat'>(proposal);
  const body = await bodyNamed(r, bodyName(proposal, scene));
  if (!body) return undefined;
  const seats = await listSeatHistory(r, body.id);
  const date = factsFor(proposal, scene).date;
  const holds = (seat: Seat) => !date || ((seat.validFrom ?? date) <= date && date <= (seat.validTo ?? date));
  return seats.find((seat) => seat.kind === kind && seat.order === order && holds(seat));
}

function seatDifferences(found: Seat, proposal: Proposal) {
  const { person, vacant, party, role } = fieldsOf<'seat'>(proposal);
  const occupied = found.personId !== null;
  const filled = differences(
    { person: found.personName, party: found.party, role: found.role },
    { person, party, role },
  );
  return occupied === !vacant ? filled : [...filled, { field: 'vacant', recorded: !occupied, proposed: vacant }];
}

function bodyName(proposal: Proposal, scene: Scene): string | undefined {
  return fieldsOf<'seat'>(proposal).body ?? factsFor(proposal, scene).body;
}
