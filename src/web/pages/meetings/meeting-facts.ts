import { type Actor, may } from '../../../domain/access/index.ts';
import { type AttendanceRecord, attendanceOf, disqualifiedItemsOf } from '../../../domain/attendance/index.ts';
import { type Decision, listDecisions } from '../../../domain/decisions/index.ts';
import {
  type EffectOnMaking,
  effectsOnMakingAny,
  type LoopOnMaking,
  loopOnMaking,
} from '../../../domain/execution/index.ts';
import { type Source, type SourcePlace, sourcePlacesOf, sourcesOf } from '../../../domain/matters/index.ts';
import {
  type AdjustmentRule,
  type AgendaItem,
  type AgendaVersionHead,
  adjustmentRuleOf,
  getMeeting,
  listAgendaVersions,
  type Meeting,
  type MeetingDetail,
} from '../../../domain/meetings/index.ts';
import { minutesOfMeeting } from '../../../domain/minutes/index.ts';
import {
  type BodyKind,
  type BodyRules,
  bodyRulesOn,
  type DecidingPower,
  decidingPower,
  getBody,
  listRegulations,
} from '../../../domain/organisation/index.ts';
import { type ItemProceedings, proceedingsOfMeeting } from '../../../domain/proceedings/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { HandlerContext } from '../../route.ts';
import { type ConnectionsOf, readConnections } from '../connections/connected-facts.ts';
import type { MeetingAftermath } from '../execution/effects-card.ts';
import { readMeetingAftermath } from '../execution/read-aftermath.ts';

type Reader = Parameters<Parameters<HandlerContext['services']['db']['read']>[1]>[0];

/** All that the page of a meeting shows. */
export type MeetingFacts = {
  readonly meeting: MeetingDetail;
  readonly decisions: readonly Decision[];
  /** What the decisions led to. */
  readonly aftermath: MeetingAftermath;
  readonly bodyKind: BodyKind;
  /** What making the proposed decisions will do to reports. */
  readonly onMaking: readonly EffectOnMaking[];
  /** Which assignments they will give and which inputs they will send. */
  readonly loop: readonly LoopOnMaking[];
  /** The rule by which the body's minutes are adjusted on the day of the meeting, if one binds it. */
  readonly rule: AdjustmentRule | undefined;
  /** What each body of the meeting may decide that day. */
  readonly mandates: ReadonlyMap<string, DecidingPower>;
  /** The rules of the body that the meeting belongs to, on its day. */
  readonly rules: BodyRules;
  /** What was sent of the agenda. */
  readonly versions: readonly AgendaVersionHead[];
  readonly sources: readonly Source[];
  /** The lines from which each item was read. */
  readonly places: readonly SourcePlace[];
  readonly attendance: AttendanceRecord;
  /** The items from which whoever looks is disqualified: their titles are shown and nothing else (R-KL-24). */
  readonly disqualifiedFrom: ReadonlySet<string>;
  /** What happened in each item, as it was written down here. */
  readonly proceedings: ReadonlyMap<string, ItemProceedings>;
  /** Whether its minutes are kept here: then they are adjusted by signing them, not by saying so. */
  readonly keepsMinutes: boolean;
  /** What the meeting and its items belong together with. */
  readonly connections: ConnectionsOf;
};

/** Reads a meeting with its decisions, the rules of its bodies on its day, and the documents it was read in. */
export async function readMeeting(r: Reader, id: string, today: CivilDate): Promise<MeetingFacts> {
  const whole = await getMeeting(r, id);
  const disqualifiedFrom = new Set<string>(await disqualifiedItemsOf(r, r.auth.accountId, id));
  const seen = whole.items.filter((item) => !disqualifiedFrom.has(item.id));
  const meeting = { ...whole, items: whole.items.map((item) => (disqualifiedFrom.has(item.id) ? closed(item) : item)) };
  const { decisions } = await listDecisions(r, { meetingId: id });
  const { kind } = await getBody(r, meeting.body.id);
  const rules = await bodyRulesOn(r, meeting.body.id, meeting.heldOn);
  const mandates = new Map<string, DecidingPower>([[meeting.body.id, decidingPower(rules)]]);
  for (const body of meeting.jointBodies)
    mandates.set(body.id, decidingPower(await bodyRulesOn(r, body.id, meeting.heldOn)));
  const sources = [...(await sourcesOf(r, 'meeting', id))];
  for (const item of seen) sources.push(...(await sourcesOf(r, 'agendaItem', item.id)));
  const itemIds = seen.map((item) => item.id);
  const shown = decisions.filter((one) => !disqualifiedFrom.has(one.item?.id ?? '')).toReversed();
  const proposed = shown.filter(({ state }) => state === 'proposed');
  return {
    meeting,
    // Decisions stand in the order in which they were recorded; the list of the domain is newest first.
    decisions: shown,
    aftermath: await readMeetingAftermath(r, shown),
    onMaking: await effectsOnMakingAny(
      r,
      proposed.map(({ id: decisionId }) => decisionId),
      today,
    ),
    loop: await loopOnMaking(r, proposed),
    bodyKind: kind,
    rule: adjustmentRuleOf(kind, await listRegulations(r, meeting.body.id), meeting.heldOn),
    mandates,
    rules,
    versions: await listAgendaVersions(r, id),
    sources,
    places: await sourcePlacesOf(r, itemIds),
    attendance: await attendanceOf(r, id),
    disqualifiedFrom,
    proceedings: await proceedingsOfMeeting(r, id),
    keepsMinutes: (await minutesOfMeeting(r, id)).length > 0,
    connections: await readConnections(r, [id, ...itemIds]),
  };
}

/** An item with what the notice says of it to everybody: its number and title. */
function closed(item: AgendaItem): AgendaItem {
  return { ...item, summary: null, presenters: [], proceedings: null, matter: null, assignments: [], documents: [] };
}

/** The bodies whose meeting it is, the one it belongs to first. */
export function bodiesOf(meeting: Meeting): readonly Meeting['body'][] {
  return [meeting.body, ...meeting.jointBodies];
}

/** Whether someone may do this for one of the meeting's bodies: a joint meeting is kept by the secretary of any of them. */
export function mayFor(
  actor: Actor | undefined,
  action: 'meeting.edit' | 'meeting.linkAssignment' | 'decision.record' | 'memo.write' | 'secrecy.mark',
  meeting: Meeting,
): boolean {
  return actor !== undefined && bodiesOf(meeting).some(({ id }) => may(actor, action, id));
}

/** Stops someone who opens the form of another body's meeting; the verbs would refuse what is sent, too. */
export function requireFor(...[actor, action, meeting]: Parameters<typeof mayFor>): void {
  if (!mayFor(actor, action, meeting)) throw new AppError('access.denied');
}
