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
