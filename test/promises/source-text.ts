/** An import as it stands in a file: what is asked for, whether only types are, and where. */
export type Import = { readonly specifier: string; readonly typeOnly: boolean; readonly line: number };

/**
 * The pieces of a program in which the signs of a comment mean something else, and the comments: strings, templates, regular expressions (a
 * slash after a sign that cannot end a value), then `// …` and `/* … * /`. The first piece that fits at a place wins, so order is meaning.
 */
const pieces =
  /(?<kept>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|(?<=(?:^|[=(,:[!&|?{};>]|\breturn)\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/)|\/\/[^\n]*|\/\*[\s\S]*?\*\//gm;

/** The text with its comments blanked out, so that a sentence about code is not taken for code; lines keep their numbers. */
export function withoutComments(source: string): string {
  return source.replace(pieces, (piece, ...rest) => {
    const { kept } = rest.at(-1) as { kept?: string };
    return kept === undefined ? piece.replace(/[^\n]/g, ' ') : piece;
  });
}

const statement =
  /(?:^|[;}\n])\s*(?:import|export)\s+(type\s+)?([\w*$\s,{}]*?)\s*from\s*['"]([^'"\n]+)['"]|(?:^|[;}\n])\s*import\s+['"]([^'"\n]+)['"]|\bimport\s*\(\s*['"]([^'"\n]+)['"]\s*\)/g;

/** Every import of a TypeScript text: `import … from`, `export … from`, `import '…'` and `import('…')`. */
export function importsOf(source: string): readonly Import[] {
  const text = withoutComments(source);
  return [...text.matchAll(statement)].map((found) => {
    const [whole, typeWord, names, from, bare, dynamic] = found;
    const before = text.slice(0, found.index + whole.length);
    return {
      specifier: from ?? bare ?? dynamic ?? '',
      typeOnly: from !== undefined && (typeWord !== undefined || onlyTypesIn(names ?? '')),
      line: before.split('\n').length,
    };
  });
}

/** `{ type A, type B }` asks for types only, although the word does not stand before the brace. */
function onlyTypesIn(names: string): boolean {
  const inBraces = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
  const each = (inBraces ?? '').split(',').map((name) => name.trim());
  return inBraces !== undefined && each.every((name) => name === '' || name.startsWith('type '));
}
