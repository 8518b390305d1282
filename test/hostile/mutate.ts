import { type HostileFile, latin, seededChance, utf8 } from './hostile-file.ts';
import { docx, goodDocument, goodDocx } from './make-docx.ts';
import { goodContent, odt } from './make-odt.ts';
import { goodText } from './make-others.ts';
import { goodPdf } from './make-pdf.ts';

type Chance = (below: number) => number;
type Mutation = (bytes: Uint8Array, chance: Chance) => Uint8Array;

/** What happens to files on the way: bits flip, ends are lost, pieces are doubled, blanked or put elsewhere. */
const mutations = {
  flipped: (bytes, chance) =>
    changed(bytes, (copy) => times(1 + chance(20), () => (copy[chance(copy.length)]! ^= 1 << chance(8)))),
  cut: (bytes, chance) => bytes.slice(0, 1 + chance(bytes.length - 1)),
  blanked: (bytes, chance) => changed(bytes, (copy) => copy.fill(0, ...someRange(copy.length, chance))),
  doubled: (bytes, chance) => {
    const [from, to] = someRange(bytes.length, chance);
    return Buffer.concat([bytes.slice(0, to), bytes.slice(from)]);
  },
  swapped: (bytes, chance) => {
    const [from, to] = someRange(bytes.length, chance);
    return Buffer.concat([bytes.slice(0, from), bytes.slice(to), bytes.slice(from, to)]);
  },
  numbered: (bytes, chance) =>
    latin(
      Buffer.from(bytes)
        .toString('latin1')
        .replace(/\d+/g, (digits) => (chance(8) === 0 ? String(2 ** chance(53)) : digits)),
    ),
} as const satisfies Record<string, Mutation>;

/** What can happen to XML before it is packed: the packing is whole and the content is not. */
const xmlMutations = {
  tagLost: (xml: string, chance: Chance) => withoutOne(xml, /<[^>]+>/g, chance),
  tagDoubled: (xml: string, chance: Chance) => oneReplaced(xml, /<[^>]+>/g, chance, (tag) => tag + tag),
  pieceMoved: (xml: string, chance: Chance) =>
    oneReplaced(xml, /<w:p>|<text:p>/g, chance, (tag) => `${tag}${xml.slice(0, 200)}`),
  signChanged: (xml: string, chance: Chance) => oneReplaced(xml, /[<>"=/&]/g, chance, () => '<>"=/& '[chance(7)]!),
} as const;

const sources: Readonly<Record<string, () => Uint8Array>> = {
  docx: goodDocx,
  odt: () => odt(goodContent),
  pdf: goodPdf,
  txt: () => utf8(goodText),
};

/** Good files with something broken, `each` of every kind. */
export function mutatedFiles(each: number): readonly HostileFile[] {
  const broken = Object.entries(sources).flatMap(([ending, make]) =>
    Object.entries(mutations).flatMap(([kind, mutate]) =>
      seeds(each).map(
        (seed): HostileFile => ({
          name: `${kind}-${seed}.${ending}`,
          bytes: () => mutate(make(), seededChance(seed * 131 + kind.length)),
        }),
      ),
    ),
  );
  const misshapen = Object.entries(xmlMutations).flatMap(([kind, mutate]) =>
    seeds(each).flatMap((seed): readonly HostileFile[] => [
      { name: `${kind}-${seed}.docx`, bytes: () => docx(mutate(goodDocument, seededChance(seed))) },
      { name: `${kind}-${seed}.odt`, bytes: () => odt(mutate(goodContent, seededChance(seed))) },
    ]),
  );
  return [...broken, ...misshapen];
}

const seeds = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

function times(count: number, run: () => void): void {
  for (let time = 0; time < count; time += 1) run();
}

function changed(bytes: Uint8Array, change: (copy: Uint8Array) => void): Uint8Array {
  const copy = Uint8Array.from(bytes);
  change(copy);
  return copy;
}

function someRange(length: number, chance: Chance): [from: number, to: number] {
  const from = chance(length);
  return [from, Math.min(length, from + 1 + chance(Math.ceil(length / 4)))];
}

function oneReplaced(text: string, form: RegExp, chance: Chance, replace: (found: string) => string): string {
  const found = [...text.matchAll(form)];
  const one = found[chance(found.length)];
  return one ? text.slice(0, one.index) + replace(one[0]) + text.slice(one.index + one[0].length) : text;
}

function withoutOne(text: string, form: RegExp, chance: Chance): string {
  return oneReplaced(text, form, chance, () => '');
}
