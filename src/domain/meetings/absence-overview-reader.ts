import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { bodyRulesOn, findSubstitutionOrder, listSeats } from '../organisation/index.ts';
import { attendanceForecast, type Forecast } from './absence-forecast-rules.ts';
import { findLatestAgendaVersion } from './agenda-version-reader.ts';
import { sendingDeadlines } from './freeze-agenda.ts';
import type { BodyName, MeetingDetail } from './meeting.ts';
import { getMeeting } from './meeting-reader.ts';
import { missedDeadlines, type NoticeDeadline } from './notice-deadline.ts';
import { answerChoices, dueLetter, type Summons } from './summons.ts';
import { listSummonses } from './summons-reader.ts';
import type { SummonsAnswer, SummonsLetterKind } from './summons-table.ts';

/** All that a secretary wants to know of a summons: what is sent and what is due, who comes, who serves for whom, and whether that is enough. */
export type SummonsOverview = {
  readonly meeting: MeetingDetail;
  /** The version of the agenda that was frozen last; 0 before the notice. */
  readonly agendaNumber: number;
  readonly summonses: readonly Summons[];
  readonly choices: readonly SummonsAnswer[];
  /** The letters that somebody should have by now and has not. */
  readonly due: readonly { readonly summons: Summons; readonly kind: SummonsLetterKind }[];
  /** The last days to send the notice, with those that have passed. */
  readonly deadlines: readonly NoticeDeadline[];
  readonly missed: readonly NoticeDeadline[];
  /** The bodies that meet, each with its own seats, order of service and quorum; one without seats has an empty forecast. */
  readonly bodies: readonly (Forecast & { readonly body: BodyName })[];
};

/** Reads the whole picture; the number of questions depends on how many bodies meet, not on how many people they have. */
export async function getSummonsOverview(r: Reader, meetingId: Id<'meeting'>, today: string): Promise<SummonsOverview> {
  const meeting = await getMeeting(r, meetingId);
  const agendaNumber = (await findLatestAgendaVersion(r, meetingId))?.number ?? 0;
  const summonses = await listSummonses(r, meetingId);
  const deadlines = await sendingDeadlines(r, { bodyId: meeting.body.id, heldOn: meeting.heldOn }, 0);
  const bodies: (Forecast & { readonly body: BodyName })[] = [];
  for (const body of [meeting.body, ...meeting.jointBodies]) {
    const seats = await listSeats(r, body.id, meeting.heldOn);
    const rules = await bodyRulesOn(r, body.id, meeting.heldOn);
    const order = await findSubstitutionOrder(r, body.id, meeting.heldOn);
    const forecast = attendanceForecast({ seats, summonses, orders: order?.orders ?? [], rules });
    bodies.push({ body, ...forecast });
  }
  return {
    meeting,
    agendaNumber,
    summonses,
    choices: answerChoices(await bodyRulesOn(r, meeting.body.id, meeting.heldOn)),
    due: summonses.flatMap((summons) => {
      const kind = dueLetter(summons, meeting, agendaNumber);
      return kind ? [{ summons, kind }] : [];
    }),
    deadlines,
    missed: missedDeadlines(deadlines, today),
    bodies,
  };
}
