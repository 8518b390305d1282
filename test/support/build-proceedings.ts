import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { callUpItem, openMeeting } from '../../src/domain/attendance/index.ts';
import {
  decideItem,
  noteFinding,
  type PutProposition,
  proceedingsOf,
  putProposition,
  type RaiseFloorProposal,
  raiseFloorProposal,
} from '../../src/domain/proceedings/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { buildRoster, type Roster, type RosterInput } from './build-attendance.ts';
import { buildDecision } from './build-decisions.ts';
import type { TestDatabase } from './database.ts';

/** An item that has been called up in a running meeting, with everybody there. */
export type Hearing = Roster & { readonly itemId: Id<'agendaItem'>; readonly decisionId: Id<'decision'> | null };

export type HearingInput = RosterInput & {
  /** What the notice proposes; null for nothing. */
  readonly clauses?: readonly string[] | null;
};

const conduct = (t: TestDatabase) => authorize(operatorOf(t.tenantId), 'meeting.conduct');

/** Opens a meeting with all members present and calls its first item up; the notice proposes one clause unless told. */
export async function buildHearing(t: TestDatabase, input: HearingInput = {}): Promise<Hearing> {
  const roster = await buildRoster(t, { heldOn: '2026-02-24', ...input });
  const itemId = roster.itemIds[0]!;
  const clauses = input.clauses === undefined ? ['att godkänna planen'] : input.clauses;
  const decisionId = clauses ? await buildDecision(t, { agendaItemId: itemId, title: 'Planen', clauses }) : null;
  const present = [...roster.members, ...roster.deputies].map((attendanceId) => ({ attendanceId }));
  await t.db.transact(conduct(t), { verb: 'openMeeting' }, (w) =>
    openMeeting(w, { meetingId: roster.meetingId, at: '13:00', present }),
  );
  await t.db.transact(conduct(t), { verb: 'callUpItem' }, (w) => callUpItem(w, { itemId, at: '13:05' }));
  return { ...roster, itemId, decisionId };
}

/** A motion from the floor through the verb, by the first member unless told. */
export function buildMotion(
  t: TestDatabase,
  hearing: Hearing,
  input: Partial<RaiseFloorProposal> & Pick<RaiseFloorProposal, 'kind'>,
): Promise<Id<'floorProposal'>> {
  return t.db.transact(conduct(t), { verb: 'raiseFloorProposal' }, (w) =>
    raiseFloorProposal(w, { itemId: hearing.itemId, movers: [hearing.members[0]!], ...input }),
  );
}

/** The next question of the chair, through the verb. */
export function buildProposition(
  t: TestDatabase,
  { itemId }: Hearing,
  input: Partial<PutProposition> = {},
): Promise<Id<'proposition'>> {
  return t.db.transact(conduct(t), { verb: 'putProposition' }, (w) => putProposition(w, { itemId, ...input }));
}

/** The chair's finding about the last question that was put. */
export async function buildFinding(t: TestDatabase, { itemId }: Hearing, answer: 'yes' | 'no'): Promise<void> {
  const { propositions } = await t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), (r) =>
    proceedingsOf(r, itemId),
  );
  const last = propositions.at(-1)!;
  await t.db.transact(conduct(t), { verb: 'noteFinding' }, (w) =>
    noteFinding(w, { propositionId: last.id, expectedVersion: last.version, answer }),
  );
}

/** The item decided as the notice proposes, or as the propositions led to. */
export function buildOutcome(t: TestDatabase, { itemId }: Hearing) {
  return t.db.transact(conduct(t), { verb: 'decideItem' }, (w) =>
    decideItem(w, { itemId, expectedVersion: 0, outcome: 'decided' }),
  );
}
