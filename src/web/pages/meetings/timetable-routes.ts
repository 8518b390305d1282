import * as z from 'zod';
import { getMeeting, type MeetingDetail, setTimetable } from '../../../domain/meetings/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { idempotencyField, optionalText } from '../../input.ts';
import { type Page, page, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { meetingCrumbs } from './agenda-item-form-page.ts';
import { formTexts } from './form-texts.ts';
import { meetingListPath } from './meeting-list-page.ts';
import { anId, byId, ownMeeting } from './meeting-routes.ts';
import { parseTimetable, printTimetable } from './parse-timetable.ts';
import { texts } from './texts.ts';

const path = `${meetingListPath}/:id/tidplan` as const;
const timetableForm = z.object({
  slots: optionalText({ maximum: 20_000 }),
  /** The timetable as it was when the form was opened: a timetable has no version of its own. */
  before: optionalText({ maximum: 20_000 }),
  idempotencyKey: idempotencyField,
});

/** The preliminary timetable, written as the lines of a notice. */
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
      return timetablePage(ctx, meeting, freshForm({ slots: linesOfTimetable(meeting) }));
    },
  }),
  route({
    method: 'POST',
    path,
    policy: 'meeting.edit',
    about: 'Skriver den preliminära tidplanen.',
    input: { params: byId, form: timetableForm },
    sample: { params: { id: anId }, form: { slots: '09:00–09:15 Mötet öppnas', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const meetingId = ctx.input.params.id;
      const { slots: typed = '', before = '', idempotencyKey } = ctx.input.form;
      const { slots, problems } = parseTimetable(typed);
      if (problems.length > 0) throw new AppError('record.invalid', {}, problems);
      await ctx.services.db.transact(ctx.auth, { verb: 'setTimetable', idempotencyKey }, async (w) => {
        const meeting = await getMeeting(w, meetingId);
        const current = linesOfTimetable(meeting);
        if (current !== before) throw new AppError('record.changedMeanwhile', {}, { current, written: typed });
        await setTimetable(w, {
          meetingId,
          slots: slots.map(({ item, ...slot }) => {
            const found = item === null ? null : meeting.items.find(({ number }) => number === item);
            if (found === undefined)
              throw new AppError('record.invalid', {}, [{ path: 'slots', key: 'meeting.timetableItem' }]);
            return { ...slot, agendaItemId: found?.id ?? null };
          }),
        });
      });
      const text = texts[ctx.language].timetableSaved;
      return redirect(`${recordAddress('meeting', meetingId)}#tidplan`, { flash: { tone: 'success', text } });
    },
    onInvalid: async (ctx, state) => timetablePage(ctx, await ownMeeting(ctx, ctx.input.params.id), state),
  }),
];

function linesOfTimetable(meeting: MeetingDetail): string {
  return printTimetable(meeting.slots, (itemId) => meeting.items.find(({ id }) => id === itemId)?.number);
}

function timetablePage(ctx: RequestContext, meeting: MeetingDetail, state: FormState): Page {
  const t = formTexts[ctx.language];
  const saved = linesOfTimetable(meeting);
  return page({
    title: t.timetableTitle,
    crumbs: meetingCrumbs(ctx, meeting, t.timetableTitle),
    width: 'text',
    body: html`${bothTexts(ctx, { state, fields: [{ name: 'slots', label: t.timetable, saved }] })}${form(ctx, {
      action: `${recordAddress('meeting', meeting.id)}/tidplan`,
      submit: t.save,
      state,
      cancel: { href: recordAddress('meeting', meeting.id) },
      body: html`<input type="hidden" name="before" value="${saved}">${field(ctx, { name: 'slots', label: t.timetable, hint: t.timetableHint, kind: 'textarea', rows: 14, state, optional: true })}`,
    })}`,
  });
}
