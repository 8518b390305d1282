import { around, join, type Passage, slice, spanOf, trimmed } from '../../documents/tree/passage.ts';
import {
  linesOf,
  type PlacedLine,
  type Proposed,
  type Reading,
  type Recogniser,
} from '../../documents/tree/recognise.ts';
import type { Span } from '../../documents/tree/tree.ts';
import { findDates, findTimes, firstDate } from '../../kernel/swedish-dates.ts';
import type { MeetingMode } from './meeting.ts';

/** A meeting as a document announces or mentions it. */
export type ProposedMeeting = Proposed<
  'meeting',
  {
    readonly body: string;
    readonly date: string;
    readonly start?: string;
    readonly end?: string;
    readonly place?: string;
    readonly mode?: MeetingMode;
    /** The printed sentence about how the meeting is held. */
    readonly modeNote?: string;
    /** The last day for adjusting the minutes, when the document states one. */
    readonly adjustBy?: string;
    /** Who kept the minutes, when their head says so. */
    readonly secretary?: string;
    /** Only mentioned in a report, not announced: date and body are all that is known. */
    readonly cited?: boolean;
    /** What the report says of the occasion, where it was no ordinary meeting. */
    readonly note?: 'studyVisit' | 'planned';
    /** The assignments whose answers mention it. */
    readonly assignments?: readonly number[];
  }
>;

const labels = {
  with: /^sammanträde med:?$/iu,
  date: /^sammanträdesdatum\s*:?\s*/iu,
  time: /^tid(?:punkt)?(?:\s*:\s*|\s{2,})/iu,
  place: /^plats(?:\s*:\s*|\s{2,})/iu,
};

/** Reads the head of a notice: who meets, when, where and how, and until when the minutes must be adjusted. */
export const summonsImport: Recogniser<ProposedMeeting> = {
  name: 'summons',
  appliesTo: ['notice'],
  recognise(reading) {
    const lines = linesOf(reading.blocks);
    const [timeField, placeField] = [labelled(lines, labels.time), labelled(lines, labels.place)];
    const dateField = labelled(lines, labels.date) ?? timeField;
    const stated = dateField && firstDate(dateField.value.text);
    const date = stated?.precision === 'day' ? stated.date : undefined;
    if (!date || !dateField || !reading.body) return { records: [], problems: [] };
    const withLine = lines.find((line) => labels.with.test(line.words.text));
    const bodyLine = lines.find((line) => line.words.text === reading.body);
    const time = timeField && findTimes(timeField.value.text)[0];
    const manner = lines.find((line) => /^sammanträdet (?:sker|hålls|genomförs)\b/iu.test(line.words.text));
    const mode = modeOf([manner?.words.text, placeField?.value.text]);
    const adjustment = adjustmentIn(reading);
    const seen = [withLine?.span, bodyLine?.span, manner?.span, dateField.span, timeField?.span, placeField?.span];
    const source = around(seen.filter((span) => span !== undefined));
    return {
      records: [
        {
          type: 'meeting',
          source,
          ...(adjustment && { alsoAt: [adjustment.span], adjustBy: adjustment.date }),
          confidence: time && placeField ? 0.97 : 0.85,
          rule: 'meeting-in-notice-head',
          body: reading.body,
          date,
          ...(time && { start: time.from, ...(time.to && { end: time.to }) }),
          ...(placeField && { place: placeField.value.text }),
          ...(mode && { mode }),
          ...(manner && { modeNote: manner.words.text }),
        },
      ],
      problems: [],
    };
  },
};

function labelled(lines: readonly PlacedLine[], label: RegExp): { value: Passage; span: Span } | undefined {
  const index = lines.findIndex((line) => label.test(line.words.text));
  const line = lines[index];
  if (!line) return undefined;
  const same = trimmed(slice(line.words, label.exec(line.words.text)![0].length));
  const next = lines[index + 1];
  const value = same.text || !next ? same : next.words;
  return { value, span: same.text || !next ? line.span : around([line.span, next.span]) };
}

/** A digital meeting that also names a room, or says that the presidium meets, has a base. */
function modeOf(texts: readonly (string | undefined)[]): MeetingMode | undefined {
  const text = texts.filter(Boolean).join(' ');
  const digital = /\bdigital|\bteams\b|på distans|\bvideo/iu.test(text);
  const physical = /träffas fysiskt|\bbas\b|\brum\b|konferensrum|\blokal\b/iu.test(text);
  if (/\bhybrid/iu.test(text)) return 'hybrid';
  if (digital) return physical ? 'digitalWithBase' : 'digital';
  return text ? 'inPerson' : undefined;
}

/** "Protokollet ska vara justerat senast den 8 december 2020." */
export function adjustmentIn(reading: Reading): { readonly date: string; readonly span: Span } | undefined {
  for (const block of reading.blocks) {
    const words = join(
      block.lines.map((line) => line.words),
      ' ',
    );
    const match = /protokollet ska(?:ll)? vara justerat senast\s+([^.]+)\.?/iu.exec(words.text);
    const date = match && findDates(match[1]!, { date: reading.date })[0]?.date;
    const span = match && spanOf(words, match.index, match.index + match[0].length);
    if (date && span) return { date, span };
  }
  return undefined;
}
