import { type Block, bold, type Fact, heading, paragraph, text } from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { type SeatRole, seatRoles } from '../organisation/index.ts';
import type { AgendaContent } from './agenda-version.ts';
import { type CallKind, callKinds, type MeetingMode, meetingKinds } from './meeting.ts';
import { printedList, printedTime } from './printed-words.ts';

/** What a notice is printed from: the words of the agenda, and who sends it. */
export type NoticeFacts = {
  /** The authority whose notice it is. */
  readonly authority: string;
  readonly content: AgendaContent;
  /** The day it was frozen; a draft has none and says that it is one. */
  readonly dated: CivilDate | null;
  /** Whom to tell that one cannot come. */
  readonly contact: { readonly name: string; readonly email: string | null; readonly phone?: string | null } | null;
};

/** How a meeting that is not held in a room alone is announced (the words of seed 001 for a base room). */
const modeSentences: Readonly<Partial<Record<MeetingMode, string>>> = {
  digital: 'Sammanträdet sker digitalt.',
  digitalWithBase: 'Sammanträdet sker digitalt, endast presidiet träffas fysiskt.',
  hybrid: 'Sammanträdet sker både på plats och digitalt.',
  residential: 'Sammanträdet sker som internat.',
};

/** "Kallelse till sammanträde 2020-11-24". */
export function noticeTitle({ meeting }: AgendaContent, kind: string): string {
  return `${kind} till ${meetingKinds[meeting.kind].sv} ${meeting.heldOn}`;
}

/** The bodies that meet, in a line. */
export function invited({ meeting }: AgendaContent): string {
  return meeting.bodies.join(', ');
}

/** The days and the place of a meeting under the labels of the notice. */
export function headFacts({ meeting }: AgendaContent): readonly Fact[] {
  const time = printedTime(meeting);
  return [
    { label: 'Sammanträdesdatum:', value: meeting.lastDay ? `${meeting.heldOn} – ${meeting.lastDay}` : meeting.heldOn },
    ...(time ? [{ label: 'Tid:', value: time }] : []),
    ...(meeting.place ? [{ label: 'Plats:', value: meeting.place }] : []),
  ];
}

/** The beginning of a notice: who meets, how, when and where. */
export function noticeHead(content: AgendaContent): readonly Block[] {
  const { title, mode, note, bodies } = content.meeting;
  const manner = mode && modeSentences[mode];
  return [
    paragraph('Sammanträde med:'),
    ...bodies.map((body) => paragraph(bold(body))),
    ...[title, manner, note].filter((line) => line?.trim()).map((line) => paragraph(line!)),
    { kind: 'facts', facts: headFacts(content) },
  ];
}

export function draftCallout(dated: CivilDate | null): readonly Block[] {
  if (dated) return [];
  return [{ kind: 'callout', tone: 'info', content: [text('Utkast. Dagordningen är inte fastställd.')] }];
}

/** Members are called, deputies notified; a vacant seat is printed, because it counts (R-KL-23). */
export function calledBlocks({ calls }: AgendaContent): readonly Block[] {
  return (['called', 'notified'] as const).flatMap((kind: CallKind) => {
    const seats = calls.filter((call) => call.kind === kind);
    return seats.length > 0 ? [heading(1, callKinds[kind].sv), ...printedList(seats.map(seatLine))] : [];
  });
}

/** "Namn Namnsson (X), ordförande", or "Vakant (X)". */
export function seatLine({ name, party, role }: AgendaContent['calls'][number]): string {
  const office = role && (Object.hasOwn(seatRoles, role) ? seatRoles[role as SeatRole].sv : role);
  return `${name ?? 'Vakant'}${party ? ` (${party})` : ''}${office ? `, ${office}` : ''}`;
}
