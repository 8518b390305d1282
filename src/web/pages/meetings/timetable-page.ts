import { clockOf, type MeetingDetail } from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { button } from '../../components/button/button.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { slotActs, slotEditor, slotSum } from '../../components/slot-editor/slot-editor.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { meetingCrumbs } from './agenda-item-form-page.ts';
import { printTimetable } from './parse-timetable.ts';
import { linesOfRows, rowsOfValues, startOfDay, timedDay } from './timetable-rows.ts';
import { texts } from './timetable-texts.ts';

/** The form of a timetable: minutes a line, and the times that follow. */
export function timetablePage(ctx: RequestContext, meeting: MeetingDetail, state: FormState): Page {
  const t = texts[ctx.language];
  const href = recordAddress('meeting', meeting.id);
  const rows = rowsOfValues(state.values);
  const startsAt = startOfDay(meeting);
  const day = timedDay(rows, startsAt, meeting.endsAt);
  const end = clockOf(day.end);
  const saved = linesOfTimetable(meeting);
  const items = meeting.items.map(({ id, number, title }) => ({
    value: id,
    text: [number, title].filter(Boolean).join(' '),
  }));
  return page({
    title: t.title,
    crumbs: meetingCrumbs(ctx, meeting, t.title),
    width: 'wide',
    script: 'timetableScript',
    lead: html`<span>${t.lead}</span>`,
    body: html`${bothTexts(ctx, {
      state: { ...state, values: { lines: linesOfRows(rows, day) } },
      fields: [{ name: 'lines', label: t.lines, saved }],
    })}${form(ctx, {
      action: `${href}/tidplan`,
      submit: t.save,
      state,
      cancel: { href },
      body: html`<input type="hidden" name="before" value="${saved}"><button type="submit" name="act" value="save" hidden tabindex="-1"></button>
${slotEditor(ctx, {
  items,
  state,
  startsAt,
  endsAt: meeting.endsAt,
  times: day.slots.map((slot) => {
    const [start, ends] = [clockOf(slot.start), clockOf(slot.end)];
    return { ...(start && { start }), ...(ends && { end: ends }), gap: slot.gap, late: slot.late };
  }),
})}
${slotSum({
  end,
  overrun: day.overrun,
  ends: t.ends,
  pastMidnight: t.endsUnknown,
  overrunText: (minutes) => (meeting.endsAt ? t.overrun(minutes, meeting.endsAt) : ''),
})}<p class="soft">${t.keys}</p>${slotActs({ add: t.add, count: t.count })}
${rows.length === 0 && meeting.items.length > 0 ? html`<div class="actions">${button({ text: t.fromAgenda, variant: 'secondary', name: 'act', value: 'agenda' })}</div>` : null}
<details class="help"><summary>${t.paste}</summary><div class="help-body">${field(ctx, { name: 'slots', label: t.pasteLabel, hint: t.pasteHint, kind: 'textarea', rows: 8, state, optional: true })}<div class="actions">${button({ text: t.pasteButton, variant: 'secondary', name: 'act', value: 'paste' })}</div></div></details>`,
    })}`,
  });
}

/** A saved timetable as the lines of a notice: what was seen when the form was opened is told from what is saved now by them. */
export function linesOfTimetable(meeting: MeetingDetail): string {
  return printTimetable(meeting.slots, (itemId) => meeting.items.find(({ id }) => id === itemId)?.number);
}
