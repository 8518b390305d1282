/**
 * An id is a random UUID made by the application, never by the database. The type parameter names the noun it belongs to, so that the id of
 * a body cannot be handed over where the id of an assignment is meant; a plain string still may (it came from a URL and is looked up).
 */
export type Id<Noun extends string> = string & { readonly __noun?: Noun };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text has the shape of an id. What came from a URL is checked with it before it reaches SQL. */
export function isId(text: string): boolean {
  return uuid.test(text);
}
