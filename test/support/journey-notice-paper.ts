import type { ReadResult } from '../../src/domain/intake/read-records.ts';
import { readSeed, recordsOf } from './seeds.ts';

type RecordOf<Type extends ReadResult['records'][number]['type']> = Extract<
  ReadResult['records'][number],
  { readonly type: Type }
>;

/** What a secretary has on the desk when the meeting of seed 001 is prepared, read from the paper itself: people stand in no other file. */
export type NoticePaper = {
  /** The lines of the paper; `line(5)` is its fifth. */
  readonly line: (number: number) => string;
  readonly meeting: RecordOf<'meeting'>;
  readonly body: string;
  readonly seats: readonly RecordOf<'seat'>[];
  readonly slots: readonly RecordOf<'timeslot'>[];
  readonly items: readonly RecordOf<'agendaItem'>[];
  /** The clauses that the notice proposes, by the number of the item. */
  readonly clauses: ReadonlyMap<number, readonly string[]>;
  readonly entries: readonly RecordOf<'reportEntry'>[];
  readonly secretary: { readonly name: string; readonly email: string; readonly phone: string };
  readonly chair: string;
  /** Who is to adjust the minutes with the chair: named in the clause of item 2. */
  readonly adjuster: string;
  /** The deputy whose turn it is for the seat that stands vacant. */
  readonly deputy: string;
};

/** Reads seed 001 as the secretary of the meeting of 24 November 2020 would have it in hand. */
export function noticePaper(): NoticePaper {
  const { result, source } = readSeed('001');
  const lines = source.text.split('\n');
  const line = (number: number): string => lines[number - 1]?.trim() ?? '';
  const [meeting] = recordsOf(result, 'meeting');
  const seats = recordsOf(result, 'seat');
  const items = recordsOf(result, 'agendaItem').filter(({ rule }) => rule === 'agenda-item-numbered');
  const proposed = recordsOf(result, 'decision').filter(({ status }) => status === 'proposed');
  const clauses = new Map(proposed.map((decision) => [decision.item ?? 0, decision.clauses]));
  const vacant = seats.find((seat) => seat.vacant);
  const [name = '', email = ''] = line(17).split(', ');
  return {
    line,
    meeting: meeting!,
    body: meeting!.body ?? '',
    seats,
    slots: recordsOf(result, 'timeslot'),
    items,
    clauses,
    entries: recordsOf(result, 'reportEntry'),
    secretary: { name, email, phone: line(18) },
    chair: seats.find(({ role }) => role === 'chair')?.person ?? '',
    adjuster: /utse (.+?) \(/u.exec(clauses.get(2)?.[0] ?? '')?.[1] ?? '',
    deputy: seats.find(({ kind, party }) => kind === 'deputy' && party === vacant?.party)?.person ?? '',
  };
}
