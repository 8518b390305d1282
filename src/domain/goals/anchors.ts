import { createHash } from 'node:crypto';

/**
 * The anchor of a citable statement: its first words and a short hash of the whole of it, "vard-pa-ratt-plats-3f9c2a1b". It is made from the
 * statement alone, so it stays the same whatever happens to the sentences around it, and changes when the statement does: a citation can
 * never silently come to point at other words. `taken` holds the anchors of the document so far; the same statement again gets "-2".
 */
export function anchorFor(statement: string, taken: ReadonlySet<string> = new Set()): string {
  const words = plain(statement).split('-').slice(0, 5).join('-').slice(0, 48).replace(/-$/, '');
  const hash = createHash('sha256').update(normalised(statement)).digest('hex').slice(0, 8);
  const base = words === '' ? hash : `${words}-${hash}`;
  if (!taken.has(base)) return base;
  let count = 2;
  while (taken.has(`${base}-${count}`)) count += 1;
  return `${base}-${count}`;
}

/** The anchors of the statements of a document in their order. */
export function anchorsOf(statements: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return statements.map((statement) => {
    const anchor = anchorFor(statement, taken);
    taken.add(anchor);
    return anchor;
  });
}

function normalised(statement: string): string {
  return statement.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Lower case without diacritics, as it stands in an address. */
function plain(statement: string): string {
  return normalised(statement)
    .toLocaleLowerCase('sv')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
