import { join, type Passage, slice, trimmed } from '../../documents/tree/passage.ts';

/**
 * One mark beside an option. A drawn box or an X says itself whether it is ticked. A `residue` is what text recognition leaves of an empty box
 * (O, 0, U, D, a bar); a ticked box usually leaves nothing. An `unclear` mark may be either.
 */
export type Mark = { readonly kind: 'ticked' | 'empty' | 'residue' | 'unclear'; readonly printed: string };

/** A line of a form freed from its marks. Marks before the words are as good as marks behind them. */
export type MarkedLabel = {
  readonly label: Passage;
  readonly marks: readonly Mark[];
  readonly marksFirst: boolean;
};

const emptyBox = String.raw`[☐□▢◻◯○❏❑⬜]|\[\s?\]|\(\s\)`;
const tickedBox = String.raw`[☒☑✓✔✗✘⊠⊗■◼🗹🗷🗸]|\[[xX]\]|\([xX]\)`;
const one = String.raw`(?:${tickedBox}|${emptyBox}|[Xx×](?![\p{L}\p{N}])|[Oo0QUuDd|PaG.=:_\-–](?![\p{L}\p{N}]))`;
const trailing = new RegExp(String.raw`(?:(?:^|(?<=\s))${one}\s*)+$`, 'u');
const leading = new RegExp(String.raw`^(?:(?:${tickedBox}|${emptyBox})\s*)+`, 'u');
const each = new RegExp(one, 'gu');
const boxes = new RegExp(`${tickedBox}|${emptyBox}`, 'u');

/** Splits the words of a line from the marks at its ends. */
export function marksOf(words: Passage): MarkedLabel {
  const before = leading.exec(words.text)?.[0] ?? '';
  if (before) {
    const label = trimmed(slice(words, before.length));
    return { label, marks: marksIn(before), marksFirst: true };
  }
  const behind = trailing.exec(words.text);
  if (!behind) return { label: trimmed(words), marks: [], marksFirst: false };
  return { label: trimmed(slice(words, 0, behind.index)), marks: marksIn(behind[0]), marksFirst: false };
}

const inner = /(?<=\S\s)[OUDX0|](?=\s\p{Ll})/u;

/** A label whose mark stands between its words, as when the lines of a table cell were read together with the box beside them. */
export function marksWithin(words: Passage): MarkedLabel {
  const { label, marks, marksFirst } = marksOf(words);
  const between = inner.exec(label.text);
  if (!between) return { label, marks, marksFirst };
  const parts = [slice(label, 0, between.index), slice(label, between.index + 1)].map((part) => trimmed(part));
  return { label: join(parts, ' '), marks: [...marksIn(between[0]), ...marks], marksFirst };
}

/** Whether a line has a drawn box somewhere, so that its marks can be trusted. */
export function hasBox(text: string): boolean {
  return boxes.test(text);
}

/** Several options on one line ("Ja ☐ Nej ☒", "☐ Ja ☒ Nej"), parted at their boxes. */
export function splitAtBoxes(words: Passage): readonly Passage[] {
  const form = new RegExp(`${tickedBox}|${emptyBox}`, 'gu');
  const places = [...words.text.matchAll(form)];
  if (places.length < 2) return [words];
  const boxesFirst = words.text.slice(0, places[0]!.index).trim() === '';
  const cuts = boxesFirst
    ? places.map((place) => place.index)
    : [0, ...places.slice(0, -1).map((place) => place.index + place[0].length)];
  return cuts.map((cut, index) => trimmed(slice(words, cut, cuts[index + 1]))).filter((part) => part.text !== '');
}

export function marksIn(text: string): readonly Mark[] {
  return [...text.matchAll(each)].map(([printed]) => ({ kind: kindOf(printed), printed }));
}

function kindOf(printed: string): Mark['kind'] {
  if (new RegExp(`^(?:${tickedBox})$`, 'u').test(printed) || /^[Xx×]$/u.test(printed)) return 'ticked';
  if (new RegExp(`^(?:${emptyBox})$`, 'u').test(printed)) return 'empty';
  return /^[Oo0QUuDd|]$/u.test(printed) ? 'residue' : 'unclear';
}

/** What the marks of one option say by themselves. */
export function stateOf(marks: readonly Mark[]): 'ticked' | 'empty' | 'bare' | 'unclear' {
  if (marks.length === 0) return 'bare';
  if (marks.some((mark) => mark.kind === 'ticked'))
    return marks.every((mark) => mark.kind === 'ticked') ? 'ticked' : 'unclear';
  return marks.every((mark) => mark.kind !== 'unclear') ? 'empty' : 'unclear';
}
