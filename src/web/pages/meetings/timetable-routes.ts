import * as z from 'zod';
import {
  clockOf,
  type GivenSlot,
  getMeeting,
  type MeetingDetail,
  setTimetable,
} from '../../../domain/meetings/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { type FormState, freshForm } from '../../contracts.ts';
import { checkbox, idempotencyField, optionalText } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { meetingListPath } from './meeting-list-page.ts';
import { anId, byId, ownMeeting } from './meeting-routes.ts';
import { parseTimetable } from './parse-timetable.ts';
import { texts } from './texts.ts';
import { linesOfTimetable, timetablePage } from './timetable-page.ts';
import {
  rowProblems,
  rowsAfter,
  rowsOfAgenda,
  rowsOfLines,
  rowsOfSlots,
  startOfDay,
  type TypedRow,
  timedDay,
  valuesOfRows,
} from './timetable-rows.ts';

const path = `${meetingListPath}/:id/tidplan` as const;
const short = () => optionalText({ maximum: 10 });
const row = z.object({
  minutes: short(),
  fixed: short(),
  title: optionalText({ maximum: 500 }),
  presenters: optionalText({ maximum: 1000 }),
  item: optionalText({ maximum: 40 }),
  pause: checkbox(),
});
const timetableForm = z.object({
  rows: z.array(row).max(200).default([]),
  /** Which button was pressed; saving is the one that is not named. */
  act: optionalText({ maximum: 20 }),
  /** Lines of a notice that are pasted. */
  slots: optionalText({ maximum: 20_000 }),
  /** The timetable as it was when the form was opened: a timetable has no version of its own. */
  before: optionalText({ maximum: 20_000 }),
  idempotencyKey: idempotencyField,
});
type Typed = z.output<typeof timetableForm>;

/** The preliminary timetable: its lines are counted until they are saved. */
export const timetableRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path,
    policy: 'meeting.edit',
    about: 'Visar formuläret för den preliminära tidplanen.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const meeting = await ownMeeting(ctx, ctx.input.params.id);
      return timetablePage(ctx, meeting, freshForm(valuesOfRows(rowsOfSlots(meeting))));
    },
  }),
  route({
    method: 'POST',
    path,
    policy: 'meeting.edit',
    about: 'Räknar om den preliminära tidplanen, flyttar dess rader eller sparar den.',
    input: { params: byId, form: timetableForm },
    sample: {
      params: { id: anId },
      form: { 'rows.0.minutes': '15', 'rows.0.title': 'Mötet öppnas', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const meetingId = ctx.input.params.id;
      const { act = 'save', before = '', idempotencyKey } = ctx.input.form;
      const meeting = await ownMeeting(ctx, meetingId);
      const typed = typedRows(ctx.input.form);
      if (act !== 'save') return timetablePage(ctx, meeting, stateAfter(meeting, typed, ctx.input.form));
      const day = timedDay(typed, startOfDay(meeting), meeting.endsAt);
      const problems = rowProblems(typed, day);
      if (problems.length > 0) throw new AppError('record.invalid', {}, problems);
      const slots = typed.map(({ title, presenters, item, pause, fixed }, index): GivenSlot => {
        const { start, end } = day.slots[index]!;
        return {
          startsAt: clockOf(start)!,
          endsAt: clockOf(end)!,
          title,
          presenters: presenters.split(/\s*[,/]\s*/u).filter(Boolean),
          agendaItemId: item || null,
          pause,
          fixed: fixed !== '',
        };
      });
      await ctx.services.db.transact(ctx.auth, { verb: 'setTimetable', idempotencyKey }, async (w) => {
        const current = linesOfTimetable(await getMeeting(w, meetingId));
        if (current !== before) throw new AppError('record.changedMeanwhile', {}, { current });
        await setTimetable(w, { meetingId, slots });
      });
      const text = texts[ctx.language].timetableSaved;
      return redirect(`${recordAddress('meeting', meetingId)}#tidplan`, { flash: { tone: 'success', text } });
    },
    onInvalid: async (ctx, state) => timetablePage(ctx, await ownMeeting(ctx, ctx.input.params.id), state),
  }),
];

function typedRows({ rows }: Typed): readonly TypedRow[] {
  return rows.map(({ minutes = '', fixed = '', title = '', presenters = '', item = '', pause }) => ({
    minutes,
    // "9.30" is how notices print it and people write it.
    fixed: /^\d{1,2}[.:]\d{2}$/.test(fixed) ? fixed.replace('.', ':').padStart(5, '0') : fixed,
    title,
    presenters,
    item,
    pause,
  }));
}

/** The form after a button that saves nothing: counted again, a line more or less, or lines made of a text or of the agenda. */
function stateAfter(meeting: MeetingDetail, rows: readonly TypedRow[], { act = '', slots = '' }: Typed): FormState {
  if (act === 'agenda') return freshForm(valuesOfRows(rowsOfAgenda(meeting)));
  if (act !== 'paste') return freshForm({ ...valuesOfRows(rowsAfter(rows, act)), slots });
  const parsed = parseTimetable(slots);
  return parsed.problems.length > 0
    ? { values: { ...valuesOfRows(rows), slots }, problems: parsed.problems }
    : freshForm(valuesOfRows(rowsOfLines(meeting, parsed.slots)));
}
