import { createRequire } from 'node:module';

/** What the tests use of two libraries that bring no types. */
type Term = { readonly value: string; readonly equals: (other: Term) => boolean };
type Quad = { readonly subject: Term; readonly predicate: Term; readonly object: Term };
type RdfParser = { readonly parse: (text: string) => Quad[] };
type RdfWriter = {
  readonly addQuads: (quads: readonly Quad[]) => void;
  readonly end: (done: (error: Error | null, result: string) => void) => void;
};

const require = createRequire(import.meta.url);

/** Reads JSON-LD, and brings graphs to the one form in which equal graphs are equal texts. */
export const jsonld = require('jsonld') as {
  readonly canonize: (input: string, options: Readonly<Record<string, string>>) => Promise<string>;
  readonly toRDF: (input: unknown, options: Readonly<Record<string, string>>) => Promise<unknown>;
};

/** Reads Turtle and writes N-Quads. */
export const { Parser, Writer } = require('n3') as {
  readonly Parser: new () => RdfParser;
  readonly Writer: new (options: { readonly format: string }) => RdfWriter;
};
