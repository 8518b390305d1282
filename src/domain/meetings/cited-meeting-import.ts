import { join, spanOf } from '../../documents/tree/passage.ts';
import { type Draft, dateReference, type Recogniser } from '../../documents/tree/recognise.ts';
import type { Span } from '../../documents/tree/tree.ts';
import { findDates } from '../../kernel/swedish-dates.ts';
import { numberedSections } from '../assignments/index.ts';
import type { ProposedMeeting } from './summons-import.ts';

/** The meetings that a report-back mentions, each once, so that the register can hold what the answers point at. */
export const citedMeetingImport: Recogniser<ProposedMeeting> = {
  name: 'citedMeeting',
  appliesTo: ['reportBack'],
  recognise(reading) {
    const { body } = reading;
    if (!body) return { records: [], problems: [] };
    const occasions = new Map<string, { spans: Span[]; numbers: number[]; note?: 'studyVisit' | 'planned' }>();
    for (const section of numberedSections(reading)) {
      const words = join(section.answer?.value ?? [], ' ');
      for (const mention of findDates(words.text, dateReference(reading))) {
        const sentence = sentenceAround(words.text, mention.start);
        const span = spanOf(words, mention.start, mention.end);
        if (mention.precision !== 'day' || !span || !isOwnMeeting(sentence)) continue;
        const occasion = occasions.get(mention.date) ?? { spans: [], numbers: [] };
        occasions.set(mention.date, occasion);
        occasion.spans.push(span);
        if (!occasion.numbers.includes(section.number)) occasion.numbers.push(section.number);
        if (/\bstudiebesök/iu.test(sentence)) occasion.note = 'studyVisit';
        else if (/\bplaneras(?!\p{L})/iu.test(sentence)) occasion.note ??= 'planned';
      }
    }
    const records = [...occasions].sort().map(
      ([date, { spans, numbers, note }]): Draft<ProposedMeeting> => ({
        type: 'meeting',
        source: spans[0]!,
        ...(spans.length > 1 && { alsoAt: spans.slice(1) }),
        confidence: spans.length > 1 ? 0.92 : 0.85,
        rule: 'meeting-cited-in-answer',
        body,
        date,
        cited: true,
        ...(note && { note }),
        assignments: numbers,
      }),
    );
    return { records, problems: [] };
  },
};

/** A date is a meeting of the reporting body unless its sentence says that another body did something that day ("beslutades av nämnden"). */
export function isOwnMeeting(sentence: string): boolean {
  return !/\p{L}(?:ades|ogs|tades|ställdes)\s+av\s+\p{L}[\p{L}\s-]*?(?:nämnden|styrelsen|fullmäktige)/iu.test(sentence);
}

/** The sentence that an offset lies in. */
export function sentenceAround(text: string, offset: number): string {
  const before = Math.max(...['. ', '! ', '? ', '\n'].map((end) => text.lastIndexOf(end, offset - 1) + 1), 0);
  const after = /[.!?](?=\s|$)|\n/u.exec(text.slice(offset));
  return text.slice(before, after ? offset + after.index + 1 : text.length).trim();
}
