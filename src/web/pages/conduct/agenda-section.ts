import { itemSpans, meetingEventKinds } from '../../../domain/attendance/index.ts';
import { itemOutcomes } from '../../../domain/proceedings/index.ts';
import { agendaTrack, type TrackStep } from '../../components/agenda-track/agenda-track.ts';
import { button } from '../../components/button/button.ts';
import { hiddenFields } from '../../components/form/form.ts';
import type { TagTone } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { actPath, deskPath } from './conduct-address.ts';
import type { DeskFacts } from './desk-facts.ts';
import { mayDo } from './desk-view.ts';
import { texts } from './texts.ts';

/** The agenda as the meeting runs through it, and below it what happened, with clock times. */
export function agendaSection(ctx: RequestContext, facts: DeskFacts, shown: string | undefined): Html {
  const t = texts[ctx.language];
  const spans = itemSpans(facts.course);
  const steps = facts.meeting.items.map((item): TrackStep => {
    const hidden = facts.hidden.includes(item.id);
    const span = spans.find((one) => one.itemId === item.id);
    const planned = facts.meeting.slots.find(({ agendaItemId }) => agendaItemId === item.id)?.startsAt ?? null;
    const section = facts.sections.get(item.id);
    const now = facts.course.state.itemId === item.id;
    const { state, tone } = hidden
      ? { state: t.hiddenItem, tone: 'unknown' as const }
      : stateWord(ctx, facts, item.id, { now, called: span !== undefined });
    return {
      number: item.number,
      title: item.title,
      ...(!hidden && { href: deskPath(facts.meeting.id, item.id) }),
      section: section === undefined ? null : t.section(section),
      time: span ? (span.to === null ? span.from : `${span.from}–${span.to}`) : planned,
      state,
      tone,
      shown: item.id === shown,
      now,
    };
  });
  return html`<h2>${t.agenda}</h2>${steps.length > 0 ? agendaTrack({ label: t.agenda, steps }) : html`<p class="soft">${t.noItems}</p>`}${courseList(ctx, facts, shown)}`;
}

function stateWord(
  ctx: RequestContext,
  { proceedings }: DeskFacts,
  itemId: string,
  { now, called }: { readonly now: boolean; readonly called: boolean },
): { readonly state: string; readonly tone: TagTone } {
  const t = texts[ctx.language];
  const outcome = proceedings.get(itemId)?.outcome.outcome ?? null;
  if (outcome !== null)
    return { state: itemOutcomes[outcome][ctx.language], tone: itemOutcomes[outcome].ends ? 'ok' : 'part' };
  if (now) return { state: t.now, tone: 'info' };
  return called ? { state: t.noOutcome, tone: 'late' } : { state: t.left, tone: 'neutral' };
}

/** What happened, newest first: a slip is taken back here and noted anew with its right time. */
function courseList(ctx: RequestContext, facts: DeskFacts, shown: string | undefined): Html | null {
  const t = texts[ctx.language];
  const { course, meeting } = facts;
  if (course.events.length === 0 || shown === undefined) return null;
  const person = (id: string) => course.scene.people.find((one) => one.id === id)?.name ?? '';
  const item = (id: string) => meeting.items.find((one) => one.id === id);
  const fixed: readonly string[] = ['opened', 'adjourned', 'resumed', 'closed'];
  const editable = mayDo(meeting.state, 'writeDown');
  return html`<details class="help" id="handelser"><summary>${t.course}</summary><div class="help-body"><p class="soft">${t.courseLead}</p><form method="post" action="${actPath(meeting.id, 'withdrawEvent', shown)}">${hiddenFields(ctx)}<ol class="desk-lines">${course.events
    .toReversed()
    .map((event) => {
      const who = 'attendanceId' in event ? person(event.attendanceId) : '';
      const what =
        'itemId' in event
          ? facts.hidden.includes(event.itemId)
            ? ''
            : (item(event.itemId)?.number ?? item(event.itemId)?.title ?? '')
          : '';
      const words = [who, meetingEventKinds[event.kind][ctx.language], what].filter(Boolean).join(' ');
      return html`<li><div class="desk-row"><p><time>${event.at}</time> ${words}</p>${
        editable && !fixed.includes(event.kind)
          ? button({
              text: t.withdraw,
              variant: 'quiet',
              name: 'withdrawEvent.event',
              value: event.id,
              about: `${event.at} ${words}`,
            })
          : null
      }</div></li>`;
    })}</ol></form></div></details>`;
}
