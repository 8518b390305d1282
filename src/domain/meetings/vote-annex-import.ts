import type { PlacedLine } from '../../documents/tree/recognise.ts';
import { type VoteList, voteListsIn } from './vote-list-import.ts';

/** The lists of votes that an annex has for one §. */
export type VoteAnnexSection = {
  readonly number?: number;
  readonly suffix?: string;
  readonly lists: readonly VoteList[];
};

/** An annex that lists how each member voted, for one § or several: it stands behind the §§ and belongs to those it names. */
export type VoteAnnex = {
  /** "bilaga 7", as the §§ refer to it. */
  readonly label?: string;
  readonly lines: readonly PlacedLine[];
  readonly sections: readonly VoteAnnexSection[];
};

const labelForm = /^bilaga\s+(?<label>\d{1,3}[a-z]?|\p{Lu})(?!\p{L})/iu;
const headForms: readonly RegExp[] = [
  /^bilaga(?!\p{L}).*(?<!\p{L})(?:omröstning|votering)/iu,
  /^(?:omröstning|votering)(?:s\p{L}+|ar)?(?:[ ,:–-].*)?§\s*\d/iu,
  /^§\s*\d{1,4}\s?[a-z]?\s*[,:–-]?\s*(?:omröstning|votering)s(?:resultat|lista|protokoll)/iu,
];
const annexAlone = /^bilaga(?:\s+[\p{L}\d]{1,3})?\s*[:.]?(?:\s+(?:till\s+)?§.*)?$/iu;
const paragraphForm = /^(?:\p{Lu}\p{L}{0,4}\s+)?§\s*(?<number>\d{1,4})(?!\p{N})/u;
const namedParagraph = /§\s*(?<number>\d{1,4})\s?(?<suffix>[a-h])?(?![\p{L}\p{N}])/u;
/** How many lines may stand between the head of an annex and its first row. */
const nearest = 12;

/** The annexes with lists of votes. A line that only refers to an annex has no rows below it and heads nothing. */
export function voteAnnexesIn(lines: readonly PlacedLine[]): readonly VoteAnnex[] {
  const annexes: VoteAnnex[] = [];
  let last = 0;
  for (let index = 0; index < lines.length; index += 1) {
    const annex = heads(lines, index) ? annexAt(lines, index, last) : undefined;
    if (annex) {
      annexes.push(annex);
      index += annex.lines.length - 1;
    } else last = Math.max(last, Number(paragraphForm.exec(lines[index]!.words.text)?.groups?.number ?? 0));
  }
  return annexes;
}

function heads(lines: readonly PlacedLine[], index: number): boolean {
  const text = lines[index]!.words.text.trim();
  if (text.length > 120) return false;
  if (headForms.some((form) => form.test(text))) return true;
  const below = lines.slice(index + 1, index + 4).map((line) => line.words.text.trim());
  return annexAlone.test(text) && below.some((words) => /^(?:omröstning|votering)/iu.test(words) && words.length <= 80);
}

/** The annex that begins at a line: it ends at the next annex and at a § that has not come yet. */
function annexAt(all: readonly PlacedLine[], from: number, last: number): VoteAnnex | undefined {
  const length = all.slice(from + 1).findIndex((line) => {
    const text = line.words.text.trim();
    return (
      Number(paragraphForm.exec(text)?.groups?.number ?? 0) > last ||
      /^bilaga(?:\s+[\p{L}\d]{1,3})?(?:[\s:.]|$)/iu.test(text)
    );
  });
  const lines = length < 0 ? all.slice(from) : all.slice(from, from + length + 1);
  const [first] = voteListsIn(lines);
  if (!first || lines.indexOf(first.lines[0]!) > nearest) return undefined;
  const label = labelForm.exec(lines[0]!.words.text.trim())?.groups?.label;
  return { ...(label && { label: `bilaga ${label.toLocaleLowerCase('sv')}` }), lines, sections: sectionsOf(lines) };
}

/** The lines of an annex at each line that names a §; what comes before the first is for no § that is told. */
function sectionsOf(lines: readonly PlacedLine[]): readonly VoteAnnexSection[] {
  const sections: { number?: number; suffix?: string; lines: PlacedLine[] }[] = [{ lines: [] }];
  for (const line of lines) {
    const text = line.words.text;
    const named = text.length <= 120 ? namedParagraph.exec(text)?.groups : undefined;
    const { number, suffix } = sections.at(-1)!;
    if (named && (Number(named.number) !== number || named.suffix !== suffix))
      sections.push({ number: Number(named.number), ...(named.suffix && { suffix: named.suffix }), lines: [] });
    sections.at(-1)!.lines.push(line);
  }
  return sections.flatMap(({ lines: own, ...paragraph }) => {
    const lists = voteListsIn(own);
    return lists.length > 0 ? [{ ...paragraph, lists }] : [];
  });
}
