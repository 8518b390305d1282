import assert from 'node:assert/strict';
import type { Database } from '../../src/storage/database.ts';

/** Counts what a database is asked while something runs: `start` begins anew, `asked` tells the statements so far in order. */
export type QueryCounter = { readonly start: () => void; readonly asked: () => readonly string[] };

type Client = { query: (...args: unknown[]) => unknown };

/** What belongs to every transaction, whatever is read in it: beginning, entering the tenant, ending. */
const ofTransaction = /^\s*(?:start transaction|begin|commit|rollback|select set_config)/i;

/** Listens to the statements of all connections of a database, without those that every transaction begins and ends with. */
export function countQueries({ pool }: Pick<Database, 'pool'>): QueryCounter {
  const heard = new WeakSet<Client>();
  let statements: string[] = [];
  pool.on('acquire', (connection) => {
    const client = connection as unknown as Client;
    if (heard.has(client)) return;
    heard.add(client);
    const ask = client.query.bind(client);
    client.query = (...args) => {
      const [statement] = args as [string | { readonly text: string }];
      const text = typeof statement === 'string' ? statement : statement.text;
      if (!ofTransaction.test(text)) statements.push(text);
      return ask(...args);
    };
  });
  return {
    start: () => {
      statements = [];
    },
    asked: () => [...statements],
  };
}

/** Fails when a page asked more than it is allowed, was not listened to, or asked more often after the region had grown. */
export function keepsBudget(allowed: number, few: readonly string[], many: readonly string[]): void {
  assert.ok(few.length > 2, 'the page was listened to');
  assert.ok(few.length <= allowed, `${few.length} queries:\n${few.join('\n')}`);
  keepsItsNumber(few, many);
}

/** Fails when the same page asked more often after the region had grown, and names what it asked more of. */
export function keepsItsNumber(few: readonly string[], many: readonly string[]): void {
  const times = (all: readonly string[]) => Map.groupBy(all, shapeOf);
  const before = times(few);
  const more = [...times(many)].filter(([shape, asked]) => asked.length > (before.get(shape)?.length ?? 0));
  assert.ok(
    many.length <= few.length,
    `The number of queries grew with the records, from ${few.length} to ${many.length}. Asked more often:\n${more.map(([shape]) => shape).join('\n')}`,
  );
}

/** A statement without its parameters, however many a list of them holds. */
function shapeOf(statement: string): string {
  return statement.replaceAll(/\$\d+/g, '?').replaceAll(/\(\?(?:, \?)*\)/g, '(…)');
}
