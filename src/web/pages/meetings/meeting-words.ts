import { type Meeting, type MeetingState, meetingKinds, meetingStates } from '../../../domain/meetings/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext, Ui } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { texts as proceedings } from './proceedings-texts.ts';
import { texts } from './texts.ts';

const tones: Readonly<Record<MeetingState, TagTone>> = {
  planned: 'neutral',
  summoned: 'info',
  opened: 'info',
  adjourned: 'neutral',
  closed: 'part',
  adjusted: 'ok',
  cancelled: 'unknown',
};

/** The state of a meeting in a word with its shape. */
export function meetingTag(ui: Ui, state: MeetingState): Html {
  return tag({ text: meetingStates[state][ui.language], tone: tones[state] });
}

/** "Sammanträde 3 december 2026": how pages and breadcrumbs call a meeting. */
export function meetingName(ui: Ui, meeting: Pick<Meeting, 'kind' | 'heldOn'>): string {
  const kind = meetingKinds[meeting.kind][ui.language];
  return `${kind.charAt(0).toLocaleUpperCase(ui.language)}${kind.slice(1)} ${ui.format.date(meeting.heldOn)}`;
}

/** "kl. 09:00–15:00", or null when no time is known. */
export function meetingTime(ui: Ui, { startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>): string | null {
  const t = texts[ui.language];
  if (!startsAt) return null;
  return endsAt ? t.timeRange(startsAt, endsAt) : t.timeFrom(startsAt);
}

/** "30 mars 2023 – 31 mars 2023" of a meeting of several days, or null. */
export function meetingDays(ui: Ui, { heldOn, lastDay }: Pick<Meeting, 'heldOn' | 'lastDay'>): string | null {
  if (!lastDay || lastDay === heldOn) return null;
  return proceedings[ui.language].daysFromTo(ui.format.date(heldOn), ui.format.date(lastDay));
}

/** What there is to say about the adjustment of the minutes: the last day, said in words when it has passed, or that it is done. */
export function adjustmentWords(ctx: RequestContext, meeting: Pick<Meeting, 'state' | 'adjustBy'>): Html | null {
  const t = texts[ctx.language];
  if (meeting.state === 'adjusted') return html`${t.adjustedDone}`;
  if (meeting.state === 'cancelled' || !meeting.adjustBy) return null;
  const days = daysBetween(meeting.adjustBy, ctx.services.runtime.today());
  if (days <= 0) return html`${t.adjustBy(ctx.format.date(meeting.adjustBy))}`;
  return tag({ text: t.adjustOverdue(ctx.format.date(meeting.adjustBy), days), tone: 'late' });
}

function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
