import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Localized } from '../../kernel/language.ts';
import type { DatePrecision } from '../decisions/index.ts';
import type { RecordDay } from './record-days-reader.ts';
import { type RecordLink, type RecordLinkKind, reach, recordLinkKinds } from './record-links.ts';
import type { RecordName } from './record-names-reader.ts';
import type { StepSource } from './thread.ts';

/** Why a record stands in a thread: what it has to do with one that stands nearer the beginning. */
export type ThreadReason = {
  readonly kind: RecordLinkKind;
  /** Whether the sentence begins with the record itself ("Fråga 14 redovisar …") or with the other one. */
  readonly outgoing: boolean;
  readonly other: RecordName;
  readonly reason: string | null;
};

/** One record of a thread: what it is called, when it is, what proves it, and why it belongs here. */
export type RecordStep = RecordName & {
  readonly date: CivilDate | null;
  readonly precision: DatePrecision;
  readonly state: 'now' | 'done' | 'proposed';
  /** How many links it lies from the record that the thread was asked for: 0 for that itself. */
  readonly steps: number;
  readonly reasons: readonly ThreadReason[];
  readonly sources: readonly StepSource[];
};

/** The thread that a record of any noun stands in, in the order of time. */
export type RecordThread = { readonly subject: RecordName; readonly steps: readonly RecordStep[] };

/** So many links are walked: the records that a record hangs together with, and those that these do. */
export const furthestSteps = 2;

export type RecordThreadFacts = {
  readonly start: readonly string[];
  readonly links: readonly RecordLink[];
  readonly names: ReadonlyMap<string, RecordName>;
  readonly days: ReadonlyMap<string, RecordDay>;
  readonly sources: ReadonlyMap<string, readonly StepSource[]>;
};

/** The steps of a thread from what the register knows, in the order of time; what has no day stands last. A record that is gone has no name and no step. */
export function recordSteps(facts: RecordThreadFacts): readonly RecordStep[] {
  const { start, links, names, days, sources } = facts;
  const step = (id: string, rest: Pick<RecordStep, 'state' | 'steps' | 'reasons'>): readonly RecordStep[] => {
    const name = names.get(id);
    if (!name) return [];
    const { date = null, precision = 'day' } = days.get(id) ?? {};
    return [{ ...name, date, precision, ...rest, sources: sources.get(id) ?? [] }];
  };
  return [
    ...start.flatMap((id) => step(id, { state: 'now', steps: 0, reasons: [] })),
    ...reach(start, links, furthestSteps).flatMap((reached) =>
      step(reached.id, {
        state: reached.proposed ? 'proposed' : 'done',
        steps: reached.steps,
        reasons: reached.links.flatMap((link) => reasonOf(reached.id, link, names)),
      }),
    ),
  ].sort(inTime);
}

/** Why a record stands here, as a person reads it: "Redovisar 2023:4 Följa …: gemensamma ord: SMO". */
export function reasonText({ reasons }: Pick<RecordStep, 'reasons'>): Localized {
  const told = (language: 'sv' | 'en') =>
    reasons
      .map(({ kind, outgoing, other, reason }) => {
        const label = recordLinkKinds[kind][language];
        const sentence = outgoing ? `${capital(label)} ${other.title}` : `${other.title} ${label} ${thisOne[language]}`;
        return reason ? `${sentence} (${reason})` : sentence;
      })
      .join('. ');
  return { sv: told('sv'), en: told('en') };
}

const thisOne = { sv: 'detta', en: 'this' } as const;
const capital = (text: string) => `${text[0]!.toLocaleUpperCase('sv')}${text.slice(1)}`;

function reasonOf(
  id: string,
  { from, to, kind, reason }: RecordLink,
  names: ReadonlyMap<string, RecordName>,
): readonly ThreadReason[] {
  const outgoing = from.id === id;
  const other = names.get(outgoing ? to.id : from.id);
  return other ? [{ kind, outgoing, other, reason }] : [];
}

function inTime(a: RecordStep, b: RecordStep): number {
  return (a.date ?? '9999').localeCompare(b.date ?? '9999') || a.steps - b.steps || a.id.localeCompare(b.id);
}
