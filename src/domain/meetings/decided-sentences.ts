import { type Passage, slice } from '../../documents/tree/passage.ts';
import { comparable, type Reading } from '../../documents/tree/recognise.ts';
import { sentencesOf } from '../../kernel/sentences.ts';
import { flowOfPart, type MinutesItem, type MinutesPart } from './minutes-items.ts';

/** How a sentence of minutes says that something was decided. */
export type DecidedForm = 'bodyDecided' | 'passive' | 'filed';

/** A sentence by which the body of the minutes decided something, and the part of the item that it stands in. */
export type DecidedSentence = {
  readonly form: DecidedForm;
  readonly words: Passage;
  /** The clauses as printed, each from "att" where there is one, otherwise the whole sentence. */
  readonly clauses: readonly string[];
  readonly part: MinutesPart;
};

const bodyDecides =
  /^(?<subject>\p{Lu}[\p{L}-]*(?:\s+[\p{L}-]+){0,8}?)\s+(?:beslutade|beslutar|beslöt)(?!\p{L})(?<how>(?:\s+(?:därför|också|även|enhälligt|vidare|således)){0,2})/u;
const impersonal = /^(?:det\s+)?beslut(?:ades|as)\s+att(?!\p{L})/iu;
const filed = /(?<!\p{L})(?:lades|läggs)\s+(?:med godkännande\s+)?till handlingarna/iu;
const passive =
  /^(?<what>\p{Lu}[\p{L}-]*(?:\s+[\p{L}\d-]+){0,7}?)\s+(?:godkändes|fastställdes|antogs|bifölls|avslogs|bordlades|återremitterades|utsågs|valdes)(?!\p{L})(?!\s+av(?!\p{L}))/u;

/**
 * What the minutes of a body say that it decided. Only the body itself decides here: a steering group that "har ställt sig bakom förslaget", a
 * decision that was made long ago ("När avtalet behövde förnyas beslutades att avvakta") and one that is yet to come are no decisions of the meeting.
 */
export function decidedSentences(item: MinutesItem, reading: Reading): readonly DecidedSentence[] {
  return item.parts.flatMap((part) => {
    const words = flowOfPart(part);
    const sentences = sentencesOf(words.text, 'line').map((one) => slice(words, one.start, one.end));
    return sentences.flatMap((sentence, index) => {
      const form = formOf(sentence.text, reading.body);
      if (!form) return [];
      const listed = /(?:beslut(?:ade|ar|ades)|att)\s*:?$/u.test(sentence.text)
        ? followingClauses(sentences.slice(index + 1))
        : [];
      const last = listed.at(-1);
      const whole = last ? spanning(words, sentence, last) : sentence;
      const clauses = listed.length > 0 ? listed.map(({ text }) => text) : [clauseOf(sentence.text)];
      return [{ form, words: whole, clauses, part }];
    });
  });
}

function formOf(sentence: string, body: string | undefined): DecidedForm | undefined {
  const subject = bodyDecides.exec(sentence)?.groups?.subject;
  if (subject !== undefined) return isOwn(subject, body) ? 'bodyDecided' : undefined;
  if (impersonal.test(sentence)) return 'passive';
  if (filed.test(sentence) && !/^(?:när|efter|sedan|innan|om)(?!\p{L})/iu.test(sentence)) return 'filed';
  const what = passive.exec(sentence)?.groups?.what;
  return what !== undefined && !/(?<!\p{L})(?:som|när|att|då|innan)(?!\p{L})/iu.test(what) ? 'passive' : undefined;
}

/** Whether "Chefsgruppen" is the "Chefsgrupp för …" that the minutes are of. */
function isOwn(subject: string, body: string | undefined): boolean {
  const said = comparable(subject);
  if (/^(?:mötet|sammanträdet)$/u.test(said)) return true;
  if (!body) return false;
  const own = comparable(body);
  const head = own.split(' ')[0]!;
  if (own === said) return true;
  if (said.includes(' ')) return own.startsWith(`${said} `);
  const stem = (word: string) => word.replace(/(?:en|et|n|t)$/u, '');
  return stem(said) === stem(head) || (said.length > 4 && stem(head).endsWith(stem(said)));
}

const clauseOf = (sentence: string) =>
  /(?:beslutade|beslutar|beslöt|beslutades|beslutas)(?:\s+\p{L}+){0,2}?\s+(?<clause>att\s.+)$/su.exec(sentence)?.groups
    ?.clause ?? sentence;

function followingClauses(sentences: readonly Passage[]): readonly Passage[] {
  const until = sentences.findIndex(({ text }) => !/^att(?!\p{L})/iu.test(text));
  return until < 0 ? sentences : sentences.slice(0, until);
}

/** From the beginning of one stretch of a passage to the end of another. */
function spanning(words: Passage, first: Passage, last: Passage): Passage {
  const from = words.text.indexOf(first.text);
  const until = words.text.indexOf(last.text, from + first.text.length) + last.text.length;
  return slice(words, from, until);
}
