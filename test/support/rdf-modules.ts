/** What the tests use of two libraries that bring no types. */
declare module 'jsonld' {
  const jsonld: {
    readonly canonize: (input: string, options: Readonly<Record<string, string>>) => Promise<string>;
    readonly toRDF: (input: unknown, options: Readonly<Record<string, string>>) => Promise<unknown>;
  };
  export default jsonld;
}

declare module 'n3' {
  type Term = { readonly value: string; readonly equals: (other: Term) => boolean };
  type Quad = { readonly subject: Term; readonly predicate: Term; readonly object: Term };
  export class Parser {
    parse(text: string): Quad[];
  }
  export class Writer {
    constructor(options: { readonly format: string });
    addQuads(quads: readonly Quad[]): void;
    end(done: (error: Error | null, result: string) => void): void;
  }
}
