import {
  type Attendance,
  type AttendanceCapacity,
  attendanceCapacities,
  canServe,
} from '../../../domain/attendance/index.ts';
import type { MeetingDetail } from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { table } from '../../components/table/table.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { meetingListPath } from '../meetings/meeting-list-page.ts';
import { meetingName } from '../meetings/meeting-words.ts';
import { texts as meetingTexts } from '../meetings/texts.ts';
import { deskPath } from './conduct-address.ts';
import { participantsTexts } from './participants-texts.ts';

/** In what capacity somebody without a seat takes part. */
export type InvitedCapacity = Exclude<AttendanceCapacity, 'member' | 'deputy'>;
export const invitedCapacities = Object.keys(attendanceCapacities).filter(
  (code) => !canServe(code as AttendanceCapacity),
) as [InvitedCapacity, ...InvitedCapacity[]];

/** Where the list of those who take part without a seat is written. */
export function participantsListPath(meetingId: string): `/${string}` {
  return `${deskPath(meetingId)}/deltagare`;
}

/**
 * Who takes part without a seat, written many at a time: a group of officials has nobody else, each named with the principal that is spoken for
 * (R-ORG-3, seed 003). Who is there is answered in the roll call.
 */
export function participantsPage(
  ctx: RequestContext,
  meeting: MeetingDetail,
  listed: readonly Attendance[],
  state: FormState,
): Page {
  const t = participantsTexts[ctx.language];
  const name = meetingName(ctx, meeting);
  return page({
    title: t.title,
    crumbs: [
      { text: meetingTexts[ctx.language].title, href: meetingListPath },
      { text: name, href: recordAddress('meeting', meeting.id) },
      { text: t.rollCall, href: deskPath(meeting.id) },
      { text: t.title },
    ],
    lead: html`<span lang="sv">${meeting.body.name}</span>`,
    body: html`${listOf(ctx, listed)}<section><h2>${t.add}</h2>${form(ctx, {
      action: participantsListPath(meeting.id),
      submit: t.submit,
      state,
      cancel: { href: deskPath(meeting.id), text: t.toRollCall },
      body: html`${field(ctx, {
        name: 'capacity',
        label: t.capacity,
        kind: 'select',
        options: invitedCapacities.map((value) => ({ value, text: attendanceCapacities[value][ctx.language] })),
        state,
      })}${field(ctx, { name: 'people', label: t.people, hint: t.peopleHint, kind: 'textarea', rows: 8, state })}`,
    })}</section>`,
  });
}

function listOf(ctx: RequestContext, listed: readonly Attendance[]): Html {
  const t = participantsTexts[ctx.language];
  if (listed.length === 0) return emptyState({ title: t.none, body: t.noneBody });
  return table(ctx, {
    caption: t.listed(listed.length),
    dense: true,
    columns: [
      { key: 'name', text: t.name },
      { key: 'organisation', text: t.organisation },
      { key: 'role', text: t.role },
      { key: 'capacity', text: t.capacity },
    ],
    rows: listed.map(({ name, organisation, role, capacity }) => ({
      name: html`<span lang="sv">${name}</span>`,
      organisation: organisation && html`<span lang="sv">${organisation}</span>`,
      role: role && html`<span lang="sv">${role}</span>`,
      capacity: capacity && attendanceCapacities[capacity][ctx.language],
    })),
  });
}

/** "Anna Ek; Region Exempel; områdeschef" on each line: a name, whom it speaks for, and the title. */
export function peopleIn(
  words: string,
): readonly { readonly name: string; readonly organisation: string | null; readonly role: string | null }[] {
  return words
    .split('\n')
    .map((line) => line.split(/[;\t]/u).map((part) => part.trim()))
    .flatMap(([name, organisation, role]) =>
      name ? [{ name, organisation: organisation || null, role: role || null }] : [],
    );
}
