/**
 * How Swedish documents name a body. The same body is written "Hälso- och sjukvårdsnämnden", "hälso- och sjukvårdsnämnden", in the genitive
 * ("Hälso- och sjukvårdsnämndens"), in the definite ("beredningen för nära vård") and with its owner before it ("Hälso- och sjukvårdsnämndens
 * beredning för nära vård"). These are the same name; everything else is another name, and at most a proposal (`similar-bodies.ts`).
 */
import type { NamedBody } from './body.ts';

/** A name as it is compared: one case, one kind of white space, hyphen and quotation mark, no full stop at the end. */
export function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\u00ad/g, '')
    .replace(/[‐‑–—]/g, '-')
    .replace(/[”“"*_]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.:,;]+$/, '')
    .toLocaleLowerCase('sv');
}

/** The keys a name may be found under, the most literal first. */
export function nameKeys(name: string): readonly string[] {
  const key = nameKey(name);
  const indefinite = key.replace(/(^|\s)beredningen(?=s?\s|s?$)/u, '$1beredning');
  const keys = [key, withoutGenitive(key), indefinite, withoutGenitive(indefinite)];
  const owned = /^.+(?:nämndens|styrelsens|fullmäktiges)\s+((?:beredning|arbetsutskott|utskott|presidium).*)$/u.exec(
    indefinite,
  )?.[1];
  if (owned) keys.push(owned, withoutGenitive(owned));
  return [...new Set(keys)];
}

/** The body that a name means: by its name, its short name or another name; undefined when none does or when two could be meant. */
export function matchBody<B extends NamedBody>(name: string, bodies: readonly B[]): B | undefined {
  for (const key of nameKeys(name)) {
    const found = bodies.filter((body) => namesOf(body).some((one) => nameKey(one) === key));
    if (found.length === 1) return found[0];
    if (found.length > 1) return undefined;
  }
  return undefined;
}

/**
 * The bodies that a plural means: "Hälso- och sjukvårdsnämndens beredningar", "beredningarna", "berörda beredningar" are the drafting committees,
 * of the owner when it is named (ASG-06). Empty when the words are no such plural.
 */
export function bodiesMeantBy<B extends NamedBody>(words: string, bodies: readonly B[]): readonly B[] {
  const match = /^(?:(.+?)s\s+)?(?:(?:alla|samtliga|berörda|de|nämndens)\s+)*beredningar(?:na)?s?$/u.exec(
    nameKey(words),
  );
  if (!match) return [];
  const owner = match[1] ? matchBody(match[1], bodies) : undefined;
  const committees = bodies.filter((body) => body.kind === 'draftingCommittee');
  return owner ? committees.filter((body) => body.parentId === owner.id) : committees;
}

/** All that a body is called. */
export function namesOf(body: NamedBody): readonly string[] {
  return [body.name, ...(body.shortName ? [body.shortName] : []), ...body.aliases.map((alias) => alias.name)];
}

function withoutGenitive(key: string): string {
  return key.replace(/(?<=[\p{L}])s$/u, '');
}
