import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { type BodyKind, kindFromName } from './body-kinds.ts';
import { matchBody, nameKey } from './body-names.ts';
import { insertBody } from './create-body.ts';
import { listBodies } from './organisation-reader.ts';

/** The body a confirmed import speaks of, and whether it had to be entered for it. */
export type EnsuredBody = { readonly id: Id<'body'>; readonly created: boolean };

/**
 * Finds the body that a document names, or enters it under that name with the kind its words speak for. For the import only, where a person has
 * confirmed the record that names it; the log says that it came that way. A name that merely looks alike becomes a body of its own, and
 * `similarBodies` asks about it.
 */
export async function ensureBody(
  w: Writer<'organisation.edit' | 'intake.confirm'>,
  name: string,
  hint: { kind?: BodyKind } = {},
): Promise<EnsuredBody> {
  const found = matchBody(name, await listBodies(w));
  if (found) return { id: found.id, created: false };
  const kind = hint.kind ?? kindFromName(name) ?? 'administration';
  const id = await insertBody(w, { kind, name: displayName(name) }, `entered by import as ${kind}`);
  return { id, created: true };
}

/** The name as a register prints it: the genitive that ended a heading taken off, a capital first. */
function displayName(name: string): string {
  const clean = name
    .replace(/\s+/g, ' ')
    .replace(/[*_]/g, '')
    .trim()
    .replace(/[.:,;]+$/, '');
  const ending = /(?:nämnden|styrelsen|förvaltningen|fullmäktige|beredningen|kansliet|gruppen)s$/u;
  const base = ending.test(nameKey(clean)) ? clean.slice(0, -1) : clean;
  return base.charAt(0).toLocaleUpperCase('sv') + base.slice(1);
}
