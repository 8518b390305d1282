import { type Actor, may } from '../../../domain/access/index.ts';
import { type Attendance, listAttendance } from '../../../domain/attendance/index.ts';
import { type Decision, listDecisions } from '../../../domain/decisions/index.ts';
import { type Source, type SourcePlace, sourcePlacesOf, sourcesOf } from '../../../domain/matters/index.ts';
import {
  type AdjustmentRule,
  type AgendaVersionHead,
  adjustmentRuleOf,
  getMeeting,
  listAgendaVersions,
  type Meeting,
  type MeetingDetail,
} from '../../../domain/meetings/index.ts';
import {
  type BodyKind,
  type BodyRules,
  bodyRulesOn,
  getBody,
  listRegulations,
  type Mandate,
} from '../../../domain/organisation/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { HandlerContext } from '../../route.ts';
import { type ConnectionsOf, readConnections } from '../connections/connected-facts.ts';

type Reader = Parameters<Parameters<HandlerContext['services']['db']['read']>[1]>[0];

/** All that the page of a meeting shows. */
export type MeetingFacts = {
  readonly meeting: MeetingDetail;
  readonly decisions: readonly Decision[];
  readonly bodyKind: BodyKind;
  /** The rule by which the body's minutes are adjusted on the day of the meeting, if one binds it. */
  readonly rule: AdjustmentRule | undefined;
  /** What each body of the meeting may decide that day. */
  readonly mandates: ReadonlyMap<string, Mandate>;
  /** The rules of the body that the meeting belongs to, on its day. */
  readonly rules: BodyRules;
  /** What was sent of the agenda. */
  readonly versions: readonly AgendaVersionHead[];
  readonly sources: readonly Source[];
  /** The lines from which each item was read. */
  readonly places: readonly SourcePlace[];
  readonly attendance: readonly Attendance[];
  /** What the meeting and its items belong together with. */
  readonly connections: ConnectionsOf;
};

/** Reads a meeting with its decisions, the rules of its bodies on its day, and the documents it was read in. */
export async function readMeeting(r: Reader, id: string): Promise<MeetingFacts> {
  const meeting = await getMeeting(r, id);
  const { decisions } = await listDecisions(r, { meetingId: id });
  const { kind } = await getBody(r, meeting.body.id);
  const rules = await bodyRulesOn(r, meeting.body.id, meeting.heldOn);
  const mandates = new Map<string, Mandate>([[meeting.body.id, rules.mayDecide]]);
  for (const body of meeting.jointBodies)
    mandates.set(body.id, (await bodyRulesOn(r, body.id, meeting.heldOn)).mayDecide);
  const sources = [...(await sourcesOf(r, 'meeting', id))];
  for (const item of meeting.items) sources.push(...(await sourcesOf(r, 'agendaItem', item.id)));
  const attendance = await listAttendance(r, id);
  const itemIds = meeting.items.map((item) => item.id);
  return {
    meeting,
    // Decisions stand in the order in which they were recorded; the list of the domain is newest first.
    decisions: decisions.toReversed(),
    bodyKind: kind,
    rule: adjustmentRuleOf(kind, await listRegulations(r, meeting.body.id), meeting.heldOn),
    mandates,
    rules,
    versions: await listAgendaVersions(r, id),
    sources,
    places: await sourcePlacesOf(r, itemIds),
    attendance,
    connections: await readConnections(r, [id, ...itemIds]),
  };
}

/** The bodies whose meeting it is, the one it belongs to first. */
export function bodiesOf(meeting: Meeting): readonly Meeting['body'][] {
  return [meeting.body, ...meeting.jointBodies];
}

/** Whether someone may do this for one of the meeting's bodies: a joint meeting is kept by the secretary of any of them. */
export function mayFor(
  actor: Actor | undefined,
  action: 'meeting.edit' | 'meeting.linkAssignment' | 'decision.record' | 'memo.write',
  meeting: Meeting,
): boolean {
  return actor !== undefined && bodiesOf(meeting).some(({ id }) => may(actor, action, id));
}

/** Stops someone who opens the form of another body's meeting; the verbs would refuse what is sent, too. */
export function requireFor(...[actor, action, meeting]: Parameters<typeof mayFor>): void {
  if (!mayFor(actor, action, meeting)) throw new AppError('access.denied');
}
