import { tolerant } from '../../documents/tree/damage-tolerant.ts';
import { type Passage, slice, trimmed } from '../../documents/tree/passage.ts';
import type { PlacedLine } from '../../documents/tree/recognise.ts';
import { joined, labelText } from './answer-text.ts';
import type { AnswerReading } from './question-kinds.ts';
import { hasBox, type Mark, marksOf, marksWithin, stateOf } from './tick-marks.ts';

/** An option of a question with several answers, and what is known of its box. `ticked` is absent when it is unknown. */
export type OptionTick = {
  readonly option: string;
  readonly ticked?: boolean;
  readonly reading: AnswerReading;
  readonly confidence?: number;
  /** The marks as they are printed beside the option. */
  readonly marks?: string;
  /** What was written where the option asks for it ("ange vad"). */
  readonly specification?: string;
};

export type OptionList = { readonly options: readonly OptionTick[]; readonly after: readonly PlacedLine[] };

const askFor = ['vad', 'hur', 'roll', 'vilken', 'vilka', 'vilket', 'vem', 'annat'].map(tolerant).join('|');
const specifyForm = new RegExp(`,\\s*(?:${tolerant('ange')}|${tolerant('nämligen')})\\s{1,3}(?:${askFor})\\s*:?`, 'iu');
const exclusiveForm = new RegExp(
  `^(?:${tolerant('har inte')}|${tolerant('inget av')}|${tolerant('ingen av')})\\s`,
  'iu',
);
const commentForm = new RegExp(`^${tolerant('kommentar')}`, 'iu');

type Open = { labels: Passage[]; marks: Mark[]; specification: string };

/**
 * The options of a question with several answers; undefined when the lines are no such list. A list shows itself by boxes, by an option that
 * asks for words ("ange vad"), or by one that excludes the others ("Har inte genomfört …").
 */
export function optionListIn(body: readonly PlacedLine[]): OptionList | undefined {
  const end = body.findIndex((line) => commentForm.test(line.words.text));
  const lines = untangled(end < 0 ? body : body.slice(0, end));
  const texts = lines.map((line) => line.words.text);
  if (lines.length < 2 || texts.some((text) => text.length > 160 || /\.\s+\p{Lu}/u.test(text))) return undefined;
  const boxed = texts.filter((text) => hasBox(text)).length;
  const marked = lines.filter((line) => marksOf(line.words).marks.length > 0).length;
  const told = texts.filter((text) => specifyForm.test(text) || exclusiveForm.test(text)).length;
  if (told === 0 && boxed < 2) return undefined;
  if (told > 0 && boxed + marked === 0 && lines.length > 12) return undefined;
  return { options: optionsOf(lines).map((one, _, all) => tickOf(one, all)), after: end < 0 ? [] : body.slice(end) };
}

type OptionLine = { readonly words: Passage; readonly specification?: string };

/** Options begin with a capital or a box; a line in small letters goes on. What follows "ange vad:" is what was written there. */
function optionsOf(lines: readonly OptionLine[]): readonly Open[] {
  const options: Open[] = [];
  for (const line of lines) {
    const { label, marks, marksFirst } = marksWithin(line.words);
    const last = options.at(-1);
    const goesOn = last && !marksFirst && /^[\p{Ll}(]/u.test(label.text);
    if (label.text === '') last?.marks.push(...marks);
    else if (goesOn && specifyForm.test(labelText(last.labels)))
      last.specification = joinedTo(last.specification, label.text);
    else if (goesOn) {
      last.labels.push(label);
      last.marks.push(...marks);
    } else {
      const asked = specifyForm.exec(label.text);
      const until = asked ? asked.index + asked[0].length : undefined;
      const written = line.specification ?? (until === undefined ? '' : label.text.slice(until).trim());
      const open: Open = { labels: [trimmed(slice(label, 0, until))], marks: [...marks], specification: written };
      // Words written in a cell beside the label are centred on it, so that their first line stands above: it has no box of its own.
      if (last && last.marks.length === 0 && /^\p{Ll}/u.test(written) && line.specification === undefined) {
        open.specification = joined(labelText(last.labels), written);
        options.pop();
      }
      options.push(open);
    }
  }
  return options;
}

/**
 * A label of two or three lines beside a text of more: a scan reads both columns line by line ("På annat | möjlighet att", "sätt, ange |
 * informationen via", "hur: | utskrift"). The label is known, so its words can be taken out of the lines and the text put together.
 */
function untangled(lines: readonly PlacedLine[]): readonly OptionLine[] {
  const label = ['på annat', 'sätt, ange', 'hur:'].map((words) => new RegExp(`^${tolerant(words)}`, 'iu'));
  const places: { at: number; length: number }[] = [];
  let from = 0;
  for (const form of label) {
    const at = lines.findIndex((line, index) => index >= from && form.test(line.words.text));
    if (at < 0) return lines;
    places.push({ at, length: form.exec(lines[at]!.words.text)![0].length });
    from = at + 1;
  }
  const [first, last] = [places[0]!.at, places.at(-1)!.at];
  if (last - first > 6) return lines;
  // The text begins in the block right above the label, and before that while its lines go on in small letters; never where the options begin.
  let start = first;
  do {
    const above = lines[start - 1]?.block;
    if (!above || above === lines[0]!.block || start < first - 8) break;
    start = lines.findIndex((line) => line.block === above);
  } while (/^\p{Ll}/u.test(lines[start]!.words.text));
  const texts = lines.slice(start).map((line, index) => {
    const place = places.find(({ at }) => at === start + index);
    return trimmed(slice(line.words, place?.length ?? 0)).text;
  });
  const specification = texts.filter((text) => text !== '').reduce((text, words) => joinedTo(text, words), '');
  const words = places.map(({ at, length }) => slice(lines[at]!.words, 0, length));
  const printed: Passage = { text: labelText(words), pieces: words[0]!.pieces };
  return [...lines.slice(0, start), { words: printed, specification }];
}

const joinedTo = (text: string, words: string) => (text ? joined(text, words) : words);

function tickOf({ labels, marks, specification }: Open, all: readonly Open[]): OptionTick {
  const option = labelText(labels).replace(/\s*:$/u, '');
  const state = stateOf(marks);
  const printed = marks.map((mark) => mark.printed).join(' ');
  const base = { option, ...(printed && { marks: printed }), ...(specification && { specification }) };
  const drawn = hasBox(printed);
  if (state === 'ticked') return { ...base, ticked: true, reading: 'read', confidence: drawn ? 0.97 : 0.85 };
  if (state === 'empty' && drawn) return { ...base, ticked: false, reading: 'read', confidence: 0.97 };
  if (state === 'empty') return { ...base, ticked: false, reading: 'inferred', confidence: 0.8 };
  if (specification) return { ...base, ticked: true, reading: 'inferred', confidence: 0.85 };
  const someBox = all.some(
    (one) => stateOf(one.marks) === 'empty' && !hasBox(one.marks.map((mark) => mark.printed).join('')),
  );
  const asksWords = specifyForm.test(option);
  // A bare option is ticked when other boxes of the list were left as residue; one that asks for words has none, so it stays unknown.
  if (state === 'bare' && someBox && !asksWords && !exclusiveForm.test(option))
    return { ...base, ticked: true, reading: 'inferred', confidence: 0.65 };
  return { ...base, reading: 'unreadable' };
}
