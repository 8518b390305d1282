import { type DocumentTree, type Fact, heading, paragraph, text } from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { monthName } from '../../kernel/swedish-dates.ts';
import { appealInstruction, appealKinds } from './appeal.ts';
import type { BoardNotice, NoticeEvent } from './notice.ts';
import { noticeEventKinds, noticeKinds } from './notice-kinds.ts';

/** What a notice as a document needs beside the entry: the authority, its court, and how an instant is written. */
export type NoticeDocumentFacts = {
  readonly authority: string;
  readonly court: string;
  readonly instant: (at: Date) => string;
};

/** The entry as a document: what is announced, since when, where the minutes are, how it is appealed, and the proof of when it was to be seen. */
export function noticeDocument(
  notice: BoardNotice,
  events: readonly NoticeEvent[],
  facts: NoticeDocumentFacts,
): DocumentTree {
  const instruction = instructionOf(notice, facts);
  return {
    title: 'Anslag',
    subtitle: `${notice.title}, ${notice.body.name}`,
    author: facts.authority,
    language: 'sv',
    ...(notice.postedOn ? { date: notice.postedOn } : {}),
    facts: noticeFacts(notice),
    blocks: [
      ...(notice.kind === 'adjustedMinutes'
        ? [paragraph('Protokollet är justerat. Justeringen tillkännages genom detta anslag.')]
        : []),
      ...(notice.bodyText ? [paragraph(notice.bodyText)] : []),
      ...(instruction.length > 0
        ? [heading(1, 'Hur man överklagar'), ...instruction.map((one) => paragraph(one))]
        : []),
      ...(events.length > 0
        ? [
            heading(1, 'Bevis om anslag'),
            {
              kind: 'table' as const,
              caption: 'När anslaget har varit synligt',
              header: [[text('Tid')], [text('Händelse')], [text('Anmärkning')]],
              rows: events.map((event) => [
                [text(facts.instant(event.happenedAt))],
                [text(noticeEventKinds[event.kind].sv)],
                [text(event.reason ?? '–')],
              ]),
            },
          ]
        : []),
    ],
  };
}

/** The facts of an entry with the labels that boards use (domain.md §3.10). */
export function noticeFacts(notice: BoardNotice): readonly Fact[] {
  const day = (label: string, date: CivilDate | null): readonly Fact[] =>
    date === null ? [] : [{ label, value: longDate(date) }];
  return [
    { label: 'Typ', value: noticeKinds[notice.kind].label.sv },
    { label: 'Organ', value: notice.body.name },
    ...day('Sammanträdesdatum', notice.heldOn),
    ...(notice.sections ? [{ label: 'Paragrafer', value: notice.sections }] : []),
    ...day('Justerat', notice.adjustedOn),
    ...day('Datum för anslagets uppsättande', notice.postedOn),
    ...day('Sista dag för överklagande', notice.appealLast),
    ...day('Datum för anslagets nedtagande', notice.takenDownOn ?? notice.removeEarliest),
    ...(notice.availableAt ? [{ label: 'Förvaringsplats för protokollet', value: notice.availableAt }] : []),
    ...(notice.appealKind === 'notAppealable'
      ? []
      : [{ label: 'Kan överklagas genom', value: appealKinds[notice.appealKind].sv }]),
  ];
}

/** How what is announced can be appealed, as the entry says it. */
export function instructionOf(
  notice: Pick<BoardNotice, 'appealKind' | 'appealLast' | 'authority' | 'board' | 'body' | 'availableAt'>,
  { court }: Pick<NoticeDocumentFacts, 'court'>,
): readonly string[] {
  return appealInstruction(notice.appealKind, {
    authority: notice.authority,
    body: notice.body.name,
    court,
    lastDay: notice.appealLast && longDate(notice.appealLast),
    address: notice.availableAt ?? notice.board.name,
  });
}

function longDate(date: CivilDate): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${day} ${monthName(month)} ${year}`;
}
