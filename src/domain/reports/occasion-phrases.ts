import type { ItemCategory, MeetingKind } from '../meetings/index.ts';
import type { AnswerFacts, OccasionFact } from './answer-facts.ts';
import { insideSentence } from './swedish-phrases.ts';

type CategoryWords = {
  /** What was done, when nothing more is said of it. */
  readonly alone: string;
  readonly about: (topic: string) => string;
};

const briefing = (word: string): CategoryWords => ({
  alone: word,
  about: (topic) => `${word} om ${insideSentence(topic)}`,
});
const dealing: CategoryWords = { alone: 'Behandling av ärendet', about: (topic) => `Behandling av ärendet ”${topic}”` };

/** What a report calls an item of each category when the item's own title does not say it. */
const categoryWords: Readonly<Record<ItemCategory, CategoryWords>> = {
  decision: dealing,
  information: briefing('Information'),
  standing: briefing('Information'),
  inDepth: briefing('Föredragning'),
  theme: briefing('Föredragning'),
  studyVisit: briefing('Redogörelse'),
  workshop: briefing('Workshop'),
  preparation: dealing,
  questions: briefing('Svar på fråga'),
  formal: dealing,
  decisionFollowUp: briefing('Uppföljning'),
  other: dealing,
};

const headWords =
  /^(?:information|föredragning|redogörelse|redovisning|(?:\p{L}*)rapport|dialog|diskussion|genomgång|presentation|workshop|uppföljning|återrapportering)(?=$|[\s,:])/iu;
const prefix = /^(?:fördjupning|tema|beslut|information|föredragning)(?:\s[^:]{0,40})?:\s+/iu;

/**
 * What was done in an item, as it begins a sentence: "Information om SIP", "Föredragning". A title that already names what was done is taken as
 * it stands; otherwise the category gives the word and the title the subject. A subject that the assignment itself names is not repeated.
 */
export function whatWasDone(occasion: OccasionFact, assignment: AnswerFacts['assignment']): string {
  if (isStudyVisit(occasion)) return visitPhrase(occasion.title, assignment);
  const title = clean(occasion.title);
  const topic = title.replace(prefix, '');
  if (topic === title && headWords.test(title)) return saidBy(assignment, afterHead(title)) ? headOf(title) : title;
  const words = categoryWords[occasion.category];
  return saidBy(assignment, topic) ? words.alone : words.about(topic);
}

/** Where it was done, before the days: "vid beredningens sammanträde", "vid sammanträdena"; "vid workshop". */
export function whereItWas(kind: MeetingKind, days: number, genitive: string | undefined): string {
  if (kind === 'workshop') return 'vid workshop';
  if (kind === 'jointMeeting') return 'vid gemensamt sammanträde';
  if (genitive) return `vid ${genitive} sammanträde`;
  return days > 1 ? 'vid sammanträdena' : 'vid sammanträdet';
}

/** Whether the occasion was a visit, by the meeting or by the item. */
export function isStudyVisit(occasion: Pick<OccasionFact, 'meetingKind' | 'category'>): boolean {
  return occasion.meetingKind === 'studyVisit' || occasion.category === 'studyVisit';
}

function visitPhrase(title: string, assignment: AnswerFacts['assignment']): string {
  const topic = clean(title);
  if (/^studiebesök(?=$|\s)/iu.test(topic)) return `Redogörelse i samband med ${insideSentence(topic)}`;
  const subject = headWords.test(topic) ? afterHead(topic) : topic;
  const about = subject === '' || saidBy(assignment, subject) ? '' : ` om ${insideSentence(subject)}`;
  return `Redogörelse${about} i samband med studiebesök`;
}

/** Whether the assignment itself says these words, so that repeating them would tell nothing. */
function saidBy(assignment: AnswerFacts['assignment'], words: string): boolean {
  const plain = (text: string) =>
    text
      .toLocaleLowerCase('sv')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return (
    ` ${plain(`${assignment.title} ${assignment.fullText ?? ''}`)} `.includes(` ${plain(words)} `) ||
    plain(words) === ''
  );
}

function headOf(title: string): string {
  return headWords.exec(title)?.[0] ?? title;
}

function afterHead(title: string): string {
  return title
    .replace(headWords, '')
    .replace(/^[\s,:]*(?:om|kring|gällande|angående|av|från)?\s+/iu, '')
    .trim();
}

function clean(title: string): string {
  return title
    .replace(/\s+/gu, ' ')
    .replace(/[.\s]+$/u, '')
    .trim();
}
