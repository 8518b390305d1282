import { type FilledPlace, filledPlaces } from '../../../domain/collaboration/index.ts';
import {
  type ExpectedReport,
  expectedReports,
  listMeetings,
  type MeetingSummary,
  officialsItemsOfMeetings,
  type ReportingGroup,
  reportingGroupsOf,
} from '../../../domain/meetings/index.ts';
import { type Body, getBody, holdsOn, listBodies, sharedKinds } from '../../../domain/organisation/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../contracts.ts';

/** A joint group with those below it, in the structure of the cooperation (COL-02). */
export type GroupNode = {
  readonly body: Body;
  readonly places: readonly FilledPlace[];
  readonly below: readonly GroupNode[];
};

/** The structure of the cooperation on a day: the groups that several principals have, and every group below them. */
export async function readStructure(r: Reader, day: CivilDate): Promise<readonly GroupNode[]> {
  const bodies = (await listBodies(r)).filter((body) => holdsOn(body, day));
  const isShared = ({ kind }: Body) => sharedKinds.includes(kind);
  const byId = new Map(bodies.map((body) => [body.id as string, body]));
  const inShared = (body: Body): boolean => {
    const parent = body.parentId ? byId.get(body.parentId) : undefined;
    return parent !== undefined && (isShared(parent) || inShared(parent));
  };
  const groups = bodies.filter((body) => isShared(body) || inShared(body));
  const places = await filledPlaces(
    r,
    groups.map(({ id }) => id),
    day,
  );
  const node = (body: Body): GroupNode => ({
    body,
    places: places.get(body.id) ?? [],
    below: groups.filter(({ parentId }) => parentId === body.id).map(node),
  });
  return groups.filter((body) => isShared(body) && !inShared(body)).map(node);
}

/** A meeting of a group with who was to report at it. */
export type ReportedMeeting = { readonly meeting: MeetingSummary; readonly reports: readonly ExpectedReport[] };

export type GroupFacts = {
  readonly body: Body;
  readonly parent: Body | undefined;
  readonly below: readonly Body[];
  readonly places: readonly FilledPlace[];
  readonly reporting: readonly ReportingGroup[];
  readonly meetings: readonly ReportedMeeting[];
};

/** How many meetings are looked back on: a year of joint meetings is eight in seed 003. */
const meetingsShown = 4;

/** One joint group on a day. Throws `record.notFound` for a body that is no such group and lies in none. */
export async function readGroup(r: Reader, id: string, day: CivilDate): Promise<GroupFacts> {
  const body = await getBody(r, id);
  if (!sharedKinds.includes(body.kind)) throw new AppError('record.notFound');
  const bodies = await listBodies(r);
  const reporting = await reportingGroupsOf(r, body.id);
  const { meetings } = await listMeetings(r, { bodyId: body.id, limit: meetingsShown });
  const told = await officialsItemsOfMeetings(
    r,
    meetings.map((one) => one.id),
  );
  return {
    body,
    parent: bodies.find((one) => one.id === body.parentId),
    below: bodies.filter((one) => one.parentId === body.id && holdsOn(one, day)),
    places: (await filledPlaces(r, [body.id], day)).get(body.id) ?? [],
    reporting,
    meetings: meetings.map((meeting) => ({
      meeting,
      reports: expectedReports(reporting, told.get(meeting.id) ?? [], meeting.heldOn),
    })),
  };
}
