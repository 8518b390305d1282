import { type Passage, slice } from '../../documents/tree/passage.ts';
import type { PlacedLine } from '../../documents/tree/recognise.ts';
import { labelText } from './answer-text.ts';
import type { AnswerReading } from './question-kinds.ts';
import { hasBox, type Mark, marksOf, splitAtBoxes, stateOf } from './tick-marks.ts';

/** An option of a question with the marks beside it. */
export type MarkedOption = { readonly option: string; readonly marks: readonly Mark[] };

/** What is known of an answer, why, and how sure it is. Without `answer` it is unknown. */
export type KnownAnswer = {
  readonly answer?: string;
  readonly answerConfidence?: number;
  readonly answerReading: AnswerReading;
  readonly evidence: string;
};

export type Choice = {
  readonly options: readonly MarkedOption[];
  /** Lines between the question and its options: guidance. */
  readonly before: readonly PlacedLine[];
  /** Lines after the options: text nobody asked for, or a comment. */
  readonly after: readonly PlacedLine[];
};

const choiceForm = /^(?:ja|nej|delvis|vet (?:ej|inte)|ej aktuellt)(?:$|[,.]?\s+\S.{0,70}$|,)/iu;

/** The options Ja and Nej, and those beside them ("Nej, men förslag finns framtaget"); undefined when the lines offer no such choice. */
export function choiceIn(body: readonly PlacedLine[]): Choice | undefined {
  const lines = body.filter((line) => !/^mailto:/u.test(line.words.text));
  const first = lines.findIndex((line) => isOption(line));
  if (first < 0 || lines.slice(0, first).filter((line) => line.firstOfBlock).length > 2) return undefined;
  const options: { labels: Passage[]; marks: Mark[] }[] = [];
  let at = first;
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    const last = options.at(-1);
    if (isOption(line))
      for (const part of partsOf(line)) {
        const { label, marks } = marksOf(part);
        options.push({ labels: [label], marks: [...marks] });
      }
    else if (last && !line.firstOfBlock && /^\p{Ll}.{0,60}$/u.test(line.words.text) && !/\.$/u.test(line.words.text)) {
      const { label, marks } = marksOf(line.words);
      last.labels.push(label);
      last.marks.push(...marks);
    } else if (last && marksOf(line.words).label.text === '' && line.words.text !== '')
      last.marks.push(...marksOf(line.words).marks);
    else break;
  }
  if (options.length < 2) return undefined;
  return {
    options: options.map(({ labels, marks }) => ({ option: labelText(labels), marks })),
    before: lines.slice(0, first),
    after: lines.slice(at),
  };
}

const bothForm = /^(?<yes>Ja(?:\s+[^\s\p{L}]|\s+[A-Zo](?!\p{L}))*)\s+(?=Nej(?:\s+\S)*$)/u;

/** The options on one line: parted at their boxes, or before Nej where a paragraph was made of both ("Ja Nej O"). */
function partsOf(line: PlacedLine): readonly Passage[] {
  const parts = splitAtBoxes(line.words);
  const both = parts.length === 1 ? bothForm.exec(line.words.text) : null;
  return both ? [slice(line.words, 0, both.groups!.yes!.length), slice(line.words, both[0].length)] : parts;
}

function isOption(line: PlacedLine): boolean {
  return partsOf(line).every((part) => {
    const { label, marks } = marksOf(part);
    return choiceForm.test(label.text) && (marks.length > 0 || /^(?:ja|nej|delvis)(?:$|,)/iu.test(label.text));
  });
}

/**
 * The one option that is chosen. A drawn box or an X says so itself. On a scanned page an empty box is left as O, 0 or a bar and a ticked one
 * vanishes: when every option but one shows an empty box, that one is chosen. Every other pattern stays unknown.
 */
export function chosenOf(options: readonly MarkedOption[]): KnownAnswer {
  const states = options.map(({ option, marks }) => ({ option, marks, state: stateOf(marks) }));
  const ticked = states.filter((one) => one.state === 'ticked');
  const bare = states.filter((one) => one.state === 'bare');
  const empty = states.filter((one) => one.state === 'empty');
  if (ticked.length === 1 && states.every((one) => one.state !== 'unclear')) {
    const drawn = hasBox(ticked[0]!.marks.map((mark) => mark.printed).join(''));
    return {
      answer: ticked[0]!.option,
      answerConfidence: drawn ? 0.97 : 0.9,
      answerReading: 'read',
      evidence: `${ticked[0]!.option} är ikryssat.`,
    };
  }
  if (bare.length === 1 && empty.length === states.length - 1)
    return {
      answer: bare[0]!.option,
      answerConfidence: 0.85,
      answerReading: 'inferred',
      evidence: `Tom ruta vid ${empty.map((one) => one.option).join(' och ')}; vid ${bare[0]!.option} syns ingen ruta, som när den är ikryssad.`,
    };
  // Drawn boxes that are all empty were read: the question is not answered.
  const drawn = options.every(({ marks }) => marks.length > 0 && hasBox(marks.map((mark) => mark.printed).join('')));
  const unanswered = drawn && empty.length === states.length;
  return { answerReading: unanswered ? 'read' : 'unreadable', evidence: whyUnreadable(states) };
}

function whyUnreadable(
  states: readonly { readonly option: string; readonly state: ReturnType<typeof stateOf> }[],
): string {
  const of = (state: string) => states.filter((one) => one.state === state).map((one) => one.option);
  if (of('bare').length === states.length) return 'Inga kryss eller rutor har kunnat läsas.';
  if (of('ticked').length > 1) return `Flera svar är ikryssade: ${of('ticked').join(', ')}.`;
  if (of('empty').length === states.length) return 'Alla rutor är tomma.';
  return `Rutan är tom vid ${of('empty').join(', ') || 'inget svar'}; de andra går inte att skilja åt.`;
}
