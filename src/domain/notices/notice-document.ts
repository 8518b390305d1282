import { type Block, type DocumentTree, type Fact, heading, paragraph, text } from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { monthName } from '../../kernel/swedish-dates.ts';
import { appealInstruction, appealKinds } from './appeal.ts';
import type { BoardNotice, NoticeEvent } from './notice.ts';
import { noticeEventKinds, noticeKinds } from './notice-kinds.ts';
import { gapReasons, probeWays } from './posting-proof.ts';
import type { PostingProof } from './posting-proof-reader.ts';

/** What a notice as a document needs beside the entry: the authority, its court, and how an instant is written. */
export type NoticeDocumentFacts = {
  readonly authority: string;
  readonly court: string;
  readonly instant: (at: Date) => string;
  /** What the board was found to show, minute by minute, where it is read back. */
  readonly proof?: Pick<PostingProof, 'seen' | 'gaps'>;
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
      ...proofBlocks(facts),
    ],
  };
}

/** The spans in which the entry was seen each minute, with the hash of what was seen, and the gaps between them with what was stated of each. */
function proofBlocks({ proof, instant }: NoticeDocumentFacts): readonly Block[] {
  if (!proof || proof.seen.length + proof.gaps.length === 0) return [];
  const seen = proof.seen.map((one) => ({
    from: one.from,
    cells: [instant(one.from), instant(one.to), probeWays[one.how].sv, grouped(one.hash.slice(0, 32))],
  }));
  const gaps = proof.gaps.map((one) => ({
    from: one.from,
    cells: [
      instant(one.from),
      instant(one.to),
      `Inte styrkt: ${gapReasons[one.reason].sv}`,
      one.statement ? `${one.statement.text} (${one.statement.by}, ${instant(one.statement.at)})` : '–',
    ],
  }));
  const rows = [...seen, ...gaps].sort((a, b) => a.from.getTime() - b.from.getTime());
  return [
    heading(1, 'Läst på tavlan minut för minut'),
    paragraph(
      'Varje minut läses tavlans filer tillbaka och jämförs med den undertecknade förteckningen. Kontrollsumman är de första 32 tecknen av SHA-256 av det anslag som sågs.',
    ),
    {
      kind: 'table',
      caption: 'Tid som är styrkt och tid som inte är det',
      header: [[text('Från')], [text('Till')], [text('Hur')], [text('Kontrollsumma eller vad som styrker')]],
      rows: rows.map(({ cells }) => cells.map((cell) => [text(cell)])),
    },
  ];
}

/** Digits in groups of eight: so many in a row would run out of the column. */
const grouped = (digits: string): string => digits.match(/.{1,8}/g)?.join(' ') ?? '';

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
