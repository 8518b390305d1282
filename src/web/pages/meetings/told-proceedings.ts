import * as z from 'zod';
import type { AgendaItem } from '../../../domain/meetings/index.ts';

const text = z.string().optional().catch(undefined);
const list = z.array(z.string()).catch([]).default([]);
const person = z.object({ person: z.string(), party: z.string().optional() });
const people = z.array(person).catch([]).default([]);
const statement = z.object({ by: people, group: text, text: z.string() });
const statements = z.array(statement).catch([]).default([]);
const side = z.object({ count: z.number(), names: people });
const vote = z.object({
  question: text,
  yes: side,
  no: side,
  abstain: side,
  absent: z.number().optional().catch(undefined),
  outcome: z.enum(['yes', 'no', 'tie']),
  /** What settled equal numbers, in a sentence. */
  settledBy: text,
  annex: text,
});
const section = z.object({ title: z.string(), presenters: list });

const shape = z.object({
  numberPrefix: text,
  sections: z.array(section).catch([]).default([]),
  documents: list,
  proposals: statements,
  propositionOrder: text,
  votes: z.array(vote).catch([]).default([]),
  reservations: statements,
  notes: statements,
  disqualified: people,
  sentTo: list,
  earlier: text,
  immediatelyAdjusted: z.boolean().optional().catch(undefined),
});

/** What minutes tell of an item, as the reader of minutes wrote it. */
export type Proceedings = z.output<typeof shape>;
export type ToldVote = Proceedings['votes'][number];
export type ToldStatement = Proceedings['proposals'][number];
export type ToldPerson = Proceedings['disqualified'][number];

/** The proceedings of an item with their shape checked; a part that does not fit is left out, undefined when nothing is told. */
export function toldProceedings({ proceedings }: Pick<AgendaItem, 'proceedings'>): Proceedings | undefined {
  if (!proceedings) return undefined;
  return shape.parse(proceedings);
}
