import { type Passage, slice, spanOf } from '../../documents/tree/passage.ts';
import { type Draft, flowOf, type Proposed, type Reading, type Recogniser } from '../../documents/tree/recognise.ts';
import type { SourceBlock } from '../../documents/tree/source.ts';
import type { Span } from '../../documents/tree/tree.ts';
import { sentencesOf } from '../../kernel/sentences.ts';
import { minutesItems } from '../meetings/index.ts';
import { type Naming, type ProjectFacts, type ReadCapacity, scanFolded } from './paper-sentence.ts';
import { factsIn } from './project-facts-told.ts';
import { projectNameKey } from './project-name.ts';
import { namingIn, secondNaming, shortFormOf } from './project-sentences.ts';
import type { ProjectPhase } from './project-transitions.ts';

/** A project that a paper tells of (PRJ-01), in the phase it was in when the paper was written. */
export type ProposedProject = Proposed<
  'project',
  {
    readonly name: string;
    /** The short form that stands beside the name. */
    readonly aliases?: readonly string[];
    readonly phase: ProjectPhase;
    /** When the paper says so: a day, or the year of the plan or report. */
    readonly statedOn?: string;
    readonly from?: string;
    readonly to?: string;
    readonly site?: string;
    /** The month in which work was to begin at the site. */
    readonly siteFrom?: string;
    readonly leader?: string;
    readonly leaderFrom?: string;
    readonly capacity?: ReadCapacity;
    /** Why it is late or waits, what that leads to, and what was decided (PRJ-10, PRJ-11). */
    readonly cause?: string;
    readonly effect?: string;
    readonly decision?: string;
    readonly decidedOn?: string;
    readonly item?: number;
  }
>;

/** So many blocks after the one that names a project may go on about it; a heading, a question or another project ends that. */
const reach = 7;

/**
 * Reads projects that a paper names as such, and what the next sentences say of them. A development that the paper does not call a project, pilot,
 * feasibility study or the like is none: a person adds it, because a wrong project is worse than a missing one.
 */
export const projectImport: Recogniser<ProposedProject> = {
  name: 'project',
  appliesTo: ['reportBack', 'minutes', 'meetingNotes', 'nationalReturn', 'interimReport', 'activityPlan'],
  recognise: (reading) => ({ records: projectsIn(reading), problems: [] }),
};

type Found = Naming & {
  readonly source: Span;
  readonly alsoAt: Span[];
  readonly block: number;
  readonly facts: ProjectFacts;
};

function projectsIn(reading: Reading): readonly Draft<ProposedProject>[] {
  const found: Found[] = [];
  let current: Found | undefined;
  reading.blocks.forEach((block, index) => {
    if (current && (block.kind === 'heading' || asks(block) || index - current.block > reach)) current = undefined;
    if (block.kind === 'table') return;
    for (const sentence of sentencesIn(block)) {
      const source = spanOf(sentence);
      if (!source) continue;
      const named = [namingIn(sentence.text, block.kind === 'heading'), secondNaming(sentence.text)].filter(
        (one) => one !== undefined,
      );
      const [first] = named;
      for (const naming of named) {
        if (reading.kind === 'activityPlan' && naming.rule !== 'project-pilot-work') continue;
        const known = found.find((one) => sameProject(one, naming));
        if (known) known.alsoAt.push(source);
        else found.push({ ...naming, source, alsoAt: [], block: index, facts: {} });
        if (naming === first) current = known ?? found.at(-1);
      }
      if (!current) continue;
      const told = factsIn(sentence.text);
      if (told.length === 0) continue;
      const at = found.indexOf(current);
      if (current.source.start !== source.start) current.alsoAt.push(source);
      current = {
        ...current,
        block: index,
        facts: Object.assign({}, current.facts, ...told.map(({ facts }) => facts)),
      };
      found[at] = current;
    }
  });
  const items = reading.kind === 'minutes' ? minutesItems(reading) : [];
  return found.map((one) => recordOf(one, reading, items));
}

function recordOf(found: Found, reading: Reading, items: ReturnType<typeof minutesItems>): Draft<ProposedProject> {
  const { name, aliases, rule, source, alsoAt } = found;
  const { maximum, capacity, siteMonth, leaderMonth, ...told } = { ...factsOf(found), ...found.facts };
  const short = aliases ?? [shortFormOf(name, reading.text)].filter((one) => one !== undefined);
  const item = items.find(({ lines }) =>
    lines.some((line) => line.span.start <= source.start && source.start < line.span.end),
  );
  const planned = rule === 'project-pilot-work' && (reading.kind === 'activityPlan' || reading.kind === 'goalDocument');
  const statedOn = reading.date ?? (reading.year === undefined ? undefined : String(reading.year));
  return {
    type: 'project',
    source,
    ...(alsoAt.length > 0 && { alsoAt }),
    // A return is a form that was filled in and scanned: what its answers tell in passing is never sure.
    confidence: Math.min(confidences[rule] ?? 0.85, reading.kind === 'nationalReturn' ? 0.9 : 1),
    rule,
    name,
    ...(short.length > 0 && { aliases: short }),
    ...told,
    // Who is told to look into a pilot has none yet.
    phase: planned ? 'idea' : (told.phase ?? 'project'),
    ...(statedOn && { statedOn }),
    ...(siteMonth && statedOn && { siteFrom: `${statedOn.slice(0, 4)}-${siteMonth}` }),
    ...(leaderMonth && statedOn && { leaderFrom: `${statedOn.slice(0, 4)}-${leaderMonth}` }),
    ...(capacity && { capacity: { ...capacity, ...(maximum !== undefined && { max: maximum }) } }),
    ...(item && { item: item.number }),
  };
}

/** How often each rule is right; what a heading only calls a development is asked about. */
const confidences: Readonly<Record<string, number>> = {
  'project-pilot-started': 0.93,
  'project-heading': 0.92,
  'project-called': 0.92,
  'project-quoted': 0.9,
  'project-two-quoted-waiting': 0.92,
  'project-feasibility': 0.9,
  'project-pilot-work': 0.88,
  'project-heading-development': 0.72,
  'project-work-of-years': 0.75,
  'project-expedition': 0.75,
};

function factsOf({ name: _, aliases: __, rule: ___, ...facts }: Naming): ProjectFacts {
  const { source: _s, alsoAt: _a, block: _b, facts: _f, ...own } = facts as Found;
  return own;
}

/** In one paper a project is told of by its name or its short form. */
function sameProject(a: Naming, b: Naming): boolean {
  const keys = (one: Naming) => [one.name, ...(one.aliases ?? [])].map((name) => projectNameKey(scanFolded(name)));
  return keys(a).some((key) => keys(b).includes(key));
}

/** The sentences of a block; a heading is one, without who presented the item. */
function sentencesIn(block: SourceBlock): readonly Passage[] {
  const words = flowOf(block);
  if (block.kind === 'heading') {
    const presented = /\s+\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)+(?:,| och|\s+föredrog).*$/u.exec(words.text);
    return [slice(words, 0, presented?.index ?? words.text.length)];
  }
  const items = block.kind === 'list' ? block.lines.map((line) => line.words) : [words];
  return items.flatMap((item) => sentencesOf(item.text).map((one) => slice(item, one.start, one.end)));
}

const asks = (block: SourceBlock): boolean =>
  /^\s*\d{1,2}\s?[a-h]?[.)]\s/u.test(block.lines[0]?.words.text ?? '') || flowOf(block).text.trim().endsWith('?');
