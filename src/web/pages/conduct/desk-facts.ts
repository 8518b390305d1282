import { type Action, type Actor, may } from '../../../domain/access/index.ts';
import {
  type Course,
  type Disqualification,
  disqualifiedItemsOf,
  listDisqualifications,
  readCourse,
} from '../../../domain/attendance/index.ts';
import {
  type EffectOnMaking,
  effectsOnMakingAny,
  type LoopOnMaking,
  loopOnMaking,
} from '../../../domain/execution/index.ts';
import { type AgendaItem, getMeeting, type MeetingDetail, sectionNumbersOf } from '../../../domain/meetings/index.ts';
import { type Minutes, minutesOfMeeting } from '../../../domain/minutes/index.ts';
import {
  type BodyRules,
  bodyRulesOn,
  findSubstitutionOrder,
  type PartyOrder,
} from '../../../domain/organisation/index.ts';
import {
  changesMarker,
  type ItemProceedings,
  listQuestions,
  type NotifiedQuestion,
  proceedingsOfMeeting,
} from '../../../domain/proceedings/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../contracts.ts';

/** All that the screen of a meeting shows, read at one moment. */
export type DeskFacts = {
  readonly meeting: MeetingDetail;
  readonly course: Course;
  readonly rules: BodyRules;
  readonly orders: readonly PartyOrder[];
  /** The § of each item that was called up, in the body that the meeting belongs to. */
  readonly sections: ReadonlyMap<string, number>;
  readonly proceedings: ReadonlyMap<string, ItemProceedings>;
  /** What making the proposed decisions will do beside, told before anybody presses. */
  readonly onMaking: readonly EffectOnMaking[];
  /** Which assignments they will give and which inputs they will send. */
  readonly loop: readonly LoopOnMaking[];
  readonly disqualifications: readonly Disqualification[];
  /** The items from which whoever looks is disqualified: nothing of them is shown (R-KL-24). */
  readonly hidden: readonly string[];
  readonly questions: readonly NotifiedQuestion[];
  readonly minutes: Minutes | undefined;
  /** From where on the screen asks what the others have done. */
  readonly marker: string;
};

/** Reads the meeting in as many queries for a long history as for a short one. */
export async function readDesk(r: Reader, id: string, today: CivilDate): Promise<DeskFacts> {
  const meeting = await getMeeting(r, id);
  const course = await readCourse(r, id);
  const proceedings = await proceedingsOfMeeting(r, id);
  const proposed = [...proceedings.values()]
    .flatMap(({ decisions }) => decisions)
    .filter(({ state }) => state === 'proposed');
  const rules = await bodyRulesOn(r, meeting.body.id, meeting.heldOn);
  const sections = await sectionNumbersOf(
    r,
    meeting.items.map((item) => item.id),
  );
  return {
    meeting,
    course,
    rules,
    orders: (await findSubstitutionOrder(r, meeting.body.id, meeting.heldOn))?.orders ?? [],
    // Officials who meet have no seats and print no §: their items keep the numbers of the agenda (seed 003).
    sections: new Map(
      sections
        .filter(({ bodyId }) => rules.seats && bodyId === meeting.body.id)
        .map(({ itemId, number }) => [itemId, number]),
    ),
    proceedings,
    onMaking: await effectsOnMakingAny(
      r,
      proposed.map(({ id: decisionId }) => decisionId),
      today,
    ),
    loop: await loopOnMaking(r, proposed),
    disqualifications: await listDisqualifications(r, id),
    hidden: await disqualifiedItemsOf(r, r.auth.accountId, id),
    questions: await listQuestions(r, id),
    minutes: (await minutesOfMeeting(r, id))[0],
    marker: await changesMarker(r),
  };
}

/** The item that is shown: the one asked for, otherwise the one that is dealt with, otherwise the next to call up, otherwise the first. */
export function shownItem(facts: DeskFacts, asked: string | undefined): AgendaItem | undefined {
  const { meeting, course, hidden } = facts;
  if (asked !== undefined) {
    const item = meeting.items.find(({ id }) => id === asked);
    if (!item) throw new AppError('record.notFound');
    if (hidden.includes(item.id)) throw new AppError('access.disqualified');
    return item;
  }
  const open = meeting.items.filter(({ id }) => !hidden.includes(id));
  return open.find(({ id }) => id === course.state.itemId) ?? open.find(({ id }) => !wasCalledUp(facts, id)) ?? open[0];
}

/** Whether an item was called up at any time. */
export function wasCalledUp({ course }: Pick<DeskFacts, 'course'>, itemId: string): boolean {
  return course.events.some((event) => event.kind === 'itemBegan' && event.itemId === itemId);
}

/** The item that comes after the one that is dealt with, or the first that was never called up. */
export function nextItem(facts: Pick<DeskFacts, 'meeting' | 'course'>): AgendaItem | undefined {
  const { items } = facts.meeting;
  const current = items.findIndex(({ id }) => id === facts.course.state.itemId);
  const later = items.slice(current + 1).find(({ id }) => !wasCalledUp(facts, id));
  return later ?? items.find(({ id }) => !wasCalledUp(facts, id));
}

/** Whether someone may do this for one of the meeting's bodies. */
export function mayConduct(
  actor: Actor | undefined,
  meeting: Pick<MeetingDetail, 'body' | 'jointBodies'>,
  action: Action = 'meeting.conduct',
): boolean {
  return actor !== undefined && [meeting.body, ...meeting.jointBodies].some(({ id }) => may(actor, action, id));
}
