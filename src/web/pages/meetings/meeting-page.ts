import { type CalledSeat, type CallKind, callKinds, type MeetingDetail } from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { calledList } from '../../components/called-list/called-list.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { postButton } from '../../components/form/form.ts';
import { timetable } from '../../components/timetable/timetable.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { connectionCard } from '../connections/connection-card.ts';
import { aftermathCard } from '../execution/effects-card.ts';
import { gatheringLink } from '../joint-meetings/gathering-link.ts';
import { minutesLink } from '../minutes/minutes-link.ts';
import { roleName } from '../organisation/seat-words.ts';
import { pollsLink } from '../polls/polls-link.ts';
import { publishLink } from '../publications/publish-link.ts';
import { summonsLinks } from '../summons/summons-links.ts';
import { agendaSection } from './agenda-section.ts';
import { texts as agendaTexts } from './agenda-texts.ts';
import { attendanceSection } from './attendance-section.ts';
import { documentsCard } from './documents-card.ts';
import { factsCard, sourcesCard, statesCard } from './meeting-cards.ts';
import { bodiesOf, type MeetingFacts, mayFor } from './meeting-facts.ts';
import { meetingListPath } from './meeting-list-page.ts';
import { meetingDays, meetingName, meetingTag, meetingTime } from './meeting-words.ts';
import { mayMove } from './state-actions.ts';
import { texts } from './texts.ts';

/** One meeting: agenda with what was decided, timetable, who is called, facts and sources. On paper it is the agenda. */
export function meetingPage(ctx: RequestContext, facts: MeetingFacts): Page {
  const t = texts[ctx.language];
  const { meeting } = facts;
  const name = meetingName(ctx, meeting);
  const days = meetingDays(ctx, meeting);
  const where = [days ?? ctx.format.weekday(meeting.heldOn), meetingTime(ctx, meeting), meeting.place].filter(Boolean);
  return page({
    title: name,
    crumbs: [{ text: t.title, href: meetingListPath }, { text: name }],
    lead: html`${meetingTag(ctx, meeting.state)}<span>${bodyLinks(meeting)}</span><span>${where.join(' · ')}</span>`,
    body: html`${meeting.title ? html`<p lang="sv"><strong>${meeting.title}</strong></p>` : null}${meeting.note ? html`<p lang="sv">${meeting.note}</p>` : null}
${agendaSection(ctx, facts)}
${attendanceSection(ctx, facts.attendance)}
${timetableSection(ctx, meeting)}`,
    aside: html`${statesCard(ctx, facts)}${minutesLink(ctx, meeting)}${publishLink(ctx, { noun: 'meeting', id: meeting.id, bodyId: meeting.body.id })}${gatheringLink(ctx, meeting, facts.bodyKind)}${factsCard(ctx, facts)}${versionsCard(ctx, facts)}${documentsCard(ctx, meeting, facts.versions)}${aftermathCard(ctx, facts.aftermath)}${calledCards(ctx, meeting)}${summonsLinks(ctx, meeting)}${pollsLink(ctx, meeting)}${connectionCard(ctx, facts.connections.get(meeting.id) ?? [])}${sourcesCard(ctx, facts)}`,
  });
}

function bodyLinks(meeting: MeetingDetail): Content {
  const links = bodiesOf(meeting).map(
    ({ id, name }) => html`<a href="${recordAddress('body', id)}" lang="sv">${name}</a>`,
  );
  return links.map((link, index) => html`${index > 0 ? ' · ' : null}${link}`);
}

function timetableSection(ctx: RequestContext, meeting: MeetingDetail): Html | null {
  const t = texts[ctx.language];
  const mayEdit = mayFor(ctx.actor, 'meeting.edit', meeting) && mayMove(meeting.state, 'change');
  const items = new Map(meeting.items.map((item) => [item.id as string, item]));
  const edit = mayEdit
    ? html`<div class="actions">${linkButton({ text: meeting.slots.length > 0 ? t.changeTimetable : t.writeTimetable, href: `${recordAddress('meeting', meeting.id)}/tidplan`, variant: 'secondary' })}</div>`
    : null;
  const slots = meeting.slots.map((slot) => {
    const item = slot.agendaItemId ? items.get(slot.agendaItemId) : undefined;
    return {
      start: slot.startsAt,
      end: slot.endsAt,
      title: slot.title,
      presenters: slot.presenters,
      ...(item?.number && { number: item.number }),
      ...(item && { href: `#punkt-${item.id}` }),
      ...(slot.pause && { state: 'pause' as const }),
    };
  });
  return html`<section id="tidplan"><h2>${t.timetable}</h2>${
    slots.length > 0
      ? html`<div lang="sv">${timetable({ label: t.timetable, slots })}</div>`
      : html`<p class="soft">${t.noTimetable}</p>`
  }${edit}</section>`;
}

/** What was sent of the agenda, each as it was then. */
function versionsCard(ctx: RequestContext, { meeting, versions }: MeetingFacts): Html | null {
  if (versions.length === 0) return null;
  const t = agendaTexts[ctx.language];
  return card({
    title: t.sent,
    body: html`<ul>${versions.map(
      ({ number, frozenAt }) =>
        html`<li><a href="${recordAddress('meeting', meeting.id)}/dagordning/versioner/${number}">${t.versionName(number)}</a> <span class="soft">${ctx.format.instant(frozenAt)}</span></li>`,
    )}</ul>`,
  });
}

/** The two lists of a notice, with how many seats are vacant: a vacancy is printed and counts for quorum. */
function calledCards(ctx: RequestContext, meeting: MeetingDetail): Html {
  const t = texts[ctx.language];
  const mayCall = mayFor(ctx.actor, 'meeting.edit', meeting) && mayMove(meeting.state, 'change');
  const call = mayCall
    ? html`<div class="actions"><span class="soft">${t.callSeatsHelp}</span>${postButton(ctx, { action: `${recordAddress('meeting', meeting.id)}/kallade`, text: t.callSeats, variant: 'secondary' })}</div>`
    : null;
  if (meeting.called.length + meeting.notified.length === 0)
    return card({
      title: callKinds.called[ctx.language],
      body: html`${emptyState({ title: t.noCalled, body: call ?? '' })}`,
    });
  return html`${listCard(ctx, 'called', meeting.called)}${listCard(ctx, 'notified', meeting.notified, call)}`;
}

function listCard(
  ctx: RequestContext,
  kind: CallKind,
  seats: readonly CalledSeat[],
  after: Content = null,
): Html | null {
  const t = texts[ctx.language];
  const label = callKinds[kind][ctx.language];
  if (seats.length === 0 && !after) return null;
  const vacant = seats.filter(({ name }) => name === null).length;
  const people = seats.map(({ name, party, role }) => ({ name, party, role: role && roleName(ctx, role) }));
  return card({
    title: label,
    body: html`<div lang="sv">${calledList(ctx, { label, people })}</div>${vacant > 0 ? html`<p class="soft">${t.vacancies(vacant)}</p>` : null}${after}`,
  });
}
