import { listCalendar, type PublishedData, publishedPath } from '../../../domain/published/index.ts';
import type { CalendarEntry } from '../../../kernel/calendar-entry.ts';
import { addDays } from '../../../kernel/civil-date.ts';
import { type PortalReply, portalBody } from '../portal-reply.ts';
import type { PortalHandlerContext } from '../portal-route.ts';

/** Days back that a calendar still shows, so that a meeting does not vanish the day after. */
const daysBack = 90;
const mostMeetings = 500;

/** The published meetings of an authority or of one body, for calendars that look again by themselves. */
export async function calendarPage(
  ctx: PortalHandlerContext<'/oppet/:authority/kalender.ics', object>,
): Promise<PortalReply> {
  const { authority, services } = ctx;
  const { organ } = ctx.input.query as unknown as { organ: string | undefined };
  const from = addDays(services.runtime.today(), -daysBack);
  const meetings = await services.readPublic((r) =>
    listCalendar(r, authority, { bodyId: organ, from, limit: mostMeetings }),
  );
  const entries = meetings.flatMap(
    ({ recordId, title, happenedOn, edition, state, bodyName, data, summary }): CalendarEntry[] => {
      if (!happenedOn) return [];
      const { start, end, place, cancelled } = data as PublishedData['meeting'];
      return [
        {
          uid: `${recordId}@${new URL(services.publicUrl).hostname}`,
          sequence: edition,
          // A planned meeting may still move: its notice has not gone out.
          status: cancelled ? 'cancelled' : state === 'planned' ? 'tentative' : 'confirmed',
          title,
          firstDay: happenedOn,
          lastDay: happenedOn,
          startsAt: start && clockOf(start),
          endsAt: end && clockOf(end),
          place,
          description: summary,
          path: publishedPath(authority.slug, 'meeting', recordId),
          category: bodyName ?? authority.name,
          attendance: 'optional',
        },
      ];
    },
  );
  return portalBody({
    type: 'text/calendar; charset=utf-8',
    body: new TextDecoder().decode(services.writeCalendar(entries, authority.name)),
    headers: { 'access-control-allow-origin': '*', 'content-disposition': 'inline; filename="sammantraden.ics"' },
  });
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' });

/** The time on the clocks of Sweden at a moment. */
function clockOf(instant: string): string {
  return clock.format(new Date(instant));
}
