import { type Passage, spanOf } from '../../../../documents/tree/passage.ts';
import { capitalised, flowOf, type Reading, type ReadProblem } from '../../../../documents/tree/recognise.ts';
import type { Span } from '../../../../documents/tree/tree.ts';
import { nameKey, similarBodies } from '../../../organisation/index.ts';
import type { ProposedRecord } from '../recognisers.ts';
import type { Check } from './check-bundle.ts';

/** Names of one body that differ (E-14, E-16). A likeness is told, never acted on. */
export const bodyNameProblems: Check = (readings, records) => [
  ...likeNames(readings),
  ...answeredForAnother(readings, records),
];

const nameEnd = /\s(?:beslutar|är|har|ger|till|kommer|ska|skall|får|vill|bli|att|med|på|i|och beredning|\d)(?!\p{L})/u;
const committeeForm = /(?<!\p{L})(?<head>beredning(?:en)?) för (?<rest>\p{Ll}(?:(?! och beredning)[\p{L}\s-])*)/giu;
const administrationForm = /(?<!\p{L})(?<name>(?:\p{L}+- och )\p{L}*(?:förvaltningen|nämnden))(?!\p{L})/giu;

type Mention = { readonly name: string; readonly span: Span };

/** Every name of a committee, board or administration, where it first stands, and how often it is used. */
function mentionsIn(readings: readonly Reading[]): readonly (Mention & { readonly count: number })[] {
  const found = new Map<string, Mention & { count: number }>();
  const add = (name: string, words: Passage, at: number) => {
    const key = nameKey(name);
    const span = spanOf(words, at, at + name.length);
    const known = found.get(key);
    if (known) known.count += 1;
    else if (span) found.set(key, { name: capitalised(name), span, count: 1 });
  };
  const blocks = readings.flatMap((reading) => reading.blocks);
  // The items of a list are texts of their own; the lines of a paragraph are one.
  for (const words of blocks.flatMap((block) =>
    block.kind === 'list' ? block.lines.map((line) => line.words) : [flowOf(block)],
  )) {
    for (const match of words.text.matchAll(committeeForm)) {
      const rest = match.groups!.rest!.split(nameEnd)[0]!.split(/\s-\s/u)[0]!.trim();
      if (rest && rest.split(' ').length <= 7) add(`beredning för ${rest}`, words, match.index);
    }
    for (const match of words.text.matchAll(administrationForm)) add(match.groups!.name!, words, match.index);
  }
  return [...found.values()];
}

const likeEnough = 0.7;

/** A rarer name that looks like a more usual one: "specialistvård samt högspecialiserad vård" beside "specialistvård och högspecialiserad vård". */
function likeNames(readings: readonly Reading[]): readonly ReadProblem[] {
  const mentions = [...mentionsIn(readings)].sort((a, b) => b.count - a.count);
  return mentions.flatMap((mention, index) => {
    const usual = mentions.slice(0, index).filter(({ name }) => sortOf(name) === sortOf(mention.name));
    const bodies = usual.map(({ name }) => ({ id: name, name, shortName: null, aliases: [] }));
    const like =
      similarBodies(mention.name, bodies).find((other) => other.likeness >= likeEnough) ??
      usual.find((other) => startsAlike(mention.name, other.name));
    if (!like) return [];
    const message = `”${mention.name}” liknar ”${like.name}”. Kan vara samma organ under två namn.`;
    return [{ code: 'bodyAlias', message, source: mention.span }];
  });
}

/** A board and its administration have nearly the same name and are never the same: only names of one sort are compared. */
const sortOf = (name: string) => /^beredning|nämnden$|förvaltningen$/iu.exec(name)?.[0]?.toLowerCase();

/** The first telling word is the same and the second begins the same: "somatisk specialistsjukvård" and "somatisk specialistvård …". */
function startsAlike(left: string, right: string): boolean {
  const [ours, theirs] = [left, right].map((name) =>
    nameKey(name)
      .replace(/^beredning för /, '')
      .split(' '),
  );
  return ours?.[0] === theirs?.[0] && (ours?.[1] ?? '').slice(0, 6) === (theirs?.[1] ?? '-').slice(0, 6);
}

/** A report in which one committee answers for assignments that were given to a committee of another name. */
function answeredForAnother(readings: readonly Reading[], records: readonly ProposedRecord[]): readonly ReadProblem[] {
  const report = readings.find((reading) => reading.kind === 'reportBack' && reading.body);
  if (!report?.body) return [];
  const told = new Set<string>();
  return records.flatMap((record) => {
    if (record.type !== 'reportEntry' || record.answerType === 'elsewhere') return [];
    const other = record.recipients?.find(
      (name) => /^beredning för /iu.test(name) && nameKey(name) !== nameKey(report.body!),
    );
    if (!other || told.has(other)) return [];
    told.add(other);
    const message = `”${report.body}” svarar på uppdrag som är givna till ”${other}”. Kan vara samma organ under två namn.`;
    return [{ code: 'bodyAlias', message, source: record.source }];
  });
}
