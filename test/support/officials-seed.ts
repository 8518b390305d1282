import { readSeed, recordsOf, seedBytes } from './seeds.ts';

/** Somebody of the attendance list, in the block in which the paper prints them: managers of the region, municipalities, others. */
export type OfficialsPerson = {
  readonly name: string;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly present: boolean;
  readonly block: 'region' | 'municipality' | 'other';
};

/** An item of the paper, or a point of one, taken apart into what a secretary notes in its own place. */
export type OfficialsItem = {
  readonly number: string;
  readonly title: string;
  readonly category: string;
  readonly presenters: readonly string[];
  /** The running text: paragraphs, and lines that begin with a dash. */
  readonly text: readonly string[];
  readonly reports: readonly { readonly subGroup: string; readonly reporter: string; readonly report: string }[];
  readonly endorsedBy: string | null;
  /** The decision in a sentence; `clause` where it was proposed and decided as proposed. */
  readonly sentence: string | null;
  readonly clause: string | null;
  readonly slidesIn: string | null;
  /** What the decision led to, as the reader of papers recognises it. */
  readonly commission?: ReadRecord<'commission'>;
  readonly agreement?: ReadRecord<'agreement'>;
  readonly deliverable?: ReadRecord<'deliverable'>;
};

type ReadRecord<Type extends 'commission' | 'agreement' | 'deliverable'> = ReturnType<typeof recordsOf<Type>>[number];

export type OfficialsDay = {
  readonly date: string;
  readonly endDate: string | null;
  readonly mode: 'digital' | 'inPerson' | 'residential' | null;
  readonly note: string | null;
};

/** The minutes of the joint group of managers (seed 003), as the data that a journey types in and looks for afterwards. */
export type OfficialsPaper = {
  readonly body: string;
  readonly heldOn: string;
  readonly place: string;
  readonly secretary: string;
  readonly principals: readonly string[];
  readonly people: readonly OfficialsPerson[];
  readonly items: readonly OfficialsItem[];
  readonly days: readonly OfficialsDay[];
};

const presented = / föredrog ärendet\.?$/u;
const slides = /^De bilder som visades finns i (.+?)\.$/u;
const endorsed = /^(.+?) har ställt sig bakom förslaget\.$/u;
const reported = /^(LDG [^:]+): (.+?) rapporterade\. (.+)$/u;

/** Reads the paper by the product's own reader; names stay in the paper. */
export function readOfficialsPaper(): OfficialsPaper {
  const { result } = readSeed('003');
  const [meeting] = recordsOf(result, 'meeting');
  if (!meeting?.body || !meeting.date || !meeting.place) throw new Error('The paper 003 has lost its head.');
  const people = peopleOf(result);
  const region = people.findLast(({ organisation }) => organisation?.startsWith('Region'))?.organisation ?? '';
  const municipalities = people.flatMap((one) => (one.block === 'municipality' ? [one.organisation ?? ''] : []));
  return {
    body: meeting.body,
    heldOn: meeting.date,
    place: meeting.place,
    secretary: secretaryOf(),
    principals: [region, ...new Set(municipalities)],
    people: people.map((one) => (one.block === 'region' ? { ...one, organisation: region } : one)),
    items: recordsOf(result, 'agendaItem')
      .flatMap((item) => itemsOf(item, proposalOf(result, item.number)))
      .map((item) => ({ ...item, ...ledTo(result, item) })),
    days: recordsOf(result, 'meetingDate').map(({ date, endDate, mode, note }) => ({
      date,
      endDate: endDate ?? null,
      mode: (mode ?? null) as OfficialsDay['mode'],
      note: note ?? null,
    })),
  };
}

/** The records of a decision: a commission is named as its item, the others stand under its number. */
function ledTo(result: Result, { number, title, sentence, clause }: OfficialsItem): Partial<OfficialsItem> {
  if (!sentence && !clause) return {};
  const [commission] = recordsOf(result, 'commission').filter(({ what }) => what === title);
  const [agreement] = recordsOf(result, 'agreement').filter(({ item }) => String(item) === number);
  const [deliverable] = recordsOf(result, 'deliverable').filter(({ item }) => String(item) === number);
  return { ...(commission && { commission }), ...(agreement && { agreement }), ...(deliverable && { deliverable }) };
}

type Result = ReturnType<typeof readSeed>['result'];
type ReadItem = ReturnType<typeof recordsOf<'agendaItem'>>[number];

/** A line without words between two rows begins a new block. */
function peopleOf(result: Result): readonly OfficialsPerson[] {
  const rows = recordsOf(result, 'attendance');
  const blocks = ['region', 'municipality', 'other'] as const;
  let block = 0;
  return rows.map((row, index) => {
    const before = rows[index - 1];
    if (before && (row.source.line ?? 0) - (before.source.line ?? 0) > 1) block += 1;
    return {
      name: row.person,
      role: row.role ?? null,
      organisation: row.organisation ?? null,
      present: row.present,
      block: blocks[block] ?? 'other',
    };
  });
}

/** The secretary of the page head, whose name the paper breaks over two lines. */
function secretaryOf(): string {
  const words = new TextDecoder().decode(seedBytes('003'));
  return /Sekreterare\s+(\S+ \S+-)\s+(\S+)/u.exec(words)?.slice(1).join('').replace('-', '') ?? '';
}

function proposalOf(result: Result, number: number | string | undefined): string | null {
  const decision = recordsOf(result, 'decision').find((one) => one.item === number && 'proposal' in one);
  return (decision as { proposal?: string } | undefined)?.proposal ?? null;
}

/** The item, and under it a point for each of its matters: those begin with a heading above "… föredrog ärendet". */
function itemsOf(item: ReadItem, clause: string | null): readonly OfficialsItem[] {
  const lines = (item.summary ?? '').split('\n').filter(Boolean);
  const starts = lines.flatMap((_, index) => (index > 0 || item.presenters.length > 1 ? pointAt(lines, index) : []));
  const head = { number: String(item.number), title: item.title ?? '', category: item.category ?? 'other' };
  if (starts.length < 2) return [{ ...head, ...partOf(lines, item.presenters, clause) }];
  return [
    { ...head, ...partOf([], [], null) },
    ...starts.map((start, index) => ({
      number: `${head.number}.${index + 1}`,
      title: lines[start] ?? '',
      category: head.category,
      ...partOf(lines.slice(start + 1, starts[index + 1]), [], null),
    })),
  ];
}

function pointAt(lines: readonly string[], index: number): readonly number[] {
  return presented.test(lines[index + 1] ?? '') && !presented.test(lines[index] ?? '') ? [index] : [];
}

function partOf(lines: readonly string[], presenters: readonly string[], clause: string | null) {
  const told = lines.find((line) => presented.test(line));
  const reports = lines.flatMap((line) => {
    const [, subGroup, reporter, report] = reported.exec(line) ?? [];
    return subGroup && reporter && report ? [{ subGroup, reporter, report }] : [];
  });
  const sentences = lines.flatMap((line) => decisionIn(line) ?? []);
  const text = lines.flatMap((line) => {
    if ([presented, slides, endorsed, reported].some((one) => one.test(line))) return [];
    const before = line.replace(decisionIn(line) ?? '', '').trim();
    return before ? [before] : [];
  });
  const named = told?.replace(presented, '').split(/, | och /u);
  return {
    presenters: named ?? (lines.some((line) => /rapporterade/u.test(line)) ? [] : presenters),
    text,
    reports,
    endorsedBy: lines.flatMap((line) => endorsed.exec(line)?.[1] ?? [])[0] ?? null,
    sentence: clause ? null : (sentences[0] ?? null),
    clause,
    slidesIn: lines.flatMap((line) => slides.exec(line)?.[1] ?? [])[0] ?? null,
  };
}

/**
 * What is decided in a line: a sentence in which the group decides, the two formal approvals, and the budget of item 9, which the paper tells as an
 * agreed sum without the word "beslutar".
 */
function decisionIn(line: string): string | null {
  return (
    /Chefsgruppen beslut.*$/u.exec(line)?.[0] ??
    /^(?:Agendan godkändes|Protokollet från föregående möte lades.*|Budget totalt .*)$/u.exec(line)?.[0] ??
    null
  );
}
