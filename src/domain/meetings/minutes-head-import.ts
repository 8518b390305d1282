import { joinWords } from '../../documents/tree/mended-paragraphs.ts';
import { around, slice, trimmed } from '../../documents/tree/passage.ts';
import { linesOf, namesIn, type PlacedLine, type Recogniser } from '../../documents/tree/recognise.ts';
import { findTimes, firstDate } from '../../kernel/swedish-dates.ts';
import { minutesItems } from './minutes-items.ts';
import type { ProposedMeeting } from './summons-import.ts';

const labels = {
  time: /^(?:tid|tidpunkt|datum|sammanträdesdatum|mötesdatum|när|tid och plats)\s*:\s*/iu,
  place: /^(?:plats|lokal|var)\s*:\s*/iu,
};

/** Reads the head of minutes that count their items: which body met, on what day, where. Minutes in paragraphs (§) have another head. */
export const minutesHeadImport: Recogniser<ProposedMeeting> = {
  name: 'minutesHead',
  appliesTo: ['minutes'],
  recognise(reading) {
    const { body, date, title } = reading;
    const items = minutesItems(reading);
    const first = items[0]?.headLines[0]?.span.start;
    if (!body || !date || first === undefined) return { records: [], problems: [] };
    const head = linesOf(reading.blocks).filter((line) => line.span.start < first);
    const [time, place] = [labelled(head, labels.time), labelled(head, labels.place)];
    const clock = time && findTimes(time.value)[0];
    const named = head.filter((line) => line.words.text === body || line.words.text === title);
    const seen = [...(time ? [time.line] : []), ...(place ? [place.line] : [])];
    const source = around(
      (seen.length > 0 ? seen : named.length > 0 ? named : head.slice(0, 1)).map((one) => one.span),
    );
    const letterhead = blocksUnder(head, /^(?:tjänsteställe|sekreterare|handläggare|enhet)(?!\p{Ll})/iu);
    const secretary = secretaryIn(head);
    const further = [...named, ...letterhead].filter(
      ({ span }) => span.start < source.start || span.start > source.end,
    );
    return {
      records: [
        {
          type: 'meeting',
          source,
          ...(further.length > 0 && { alsoAt: further.map((line) => line.span) }),
          confidence: time && firstDate(time.value) ? 0.97 : 0.8,
          rule: 'meeting-in-minutes-head',
          body,
          date,
          ...(clock && { start: clock.from, ...(clock.to && { end: clock.to }) }),
          ...(place?.value && { place: place.value }),
          ...(secretary && { secretary }),
        },
      ],
      problems: [],
    };
  },
};

/** The lines of the blocks that begin with a label of a letterhead. */
function blocksUnder(lines: readonly PlacedLine[], label: RegExp): readonly PlacedLine[] {
  return lines.filter(({ block }) => label.test(block.lines[0]?.words.text ?? ''));
}

/** The name under "Sekreterare", whole again where a narrow column parted it. */
function secretaryIn(lines: readonly PlacedLine[]): string | undefined {
  const under = blocksUnder(lines, /^sekreterare(?!\p{Ll})/iu);
  if (under.length === 0) return undefined;
  const text = joinWords(under.map((line) => line.words)).text.replace(/^sekreterare\s*:?\s*/iu, '');
  return namesIn(text)[0];
}

/** What stands behind a label, on its line or alone on the next. */
function labelled(lines: readonly PlacedLine[], label: RegExp) {
  const index = lines.findIndex((line) => label.test(line.words.text));
  const line = lines[index];
  if (!line) return undefined;
  const same = trimmed(slice(line.words, label.exec(line.words.text)![0].length)).text;
  return { line, value: same || (lines[index + 1]?.words.text ?? '') };
}
