import { posix } from 'node:path';
import { libraryBreach } from './library-rules.ts';
import type { Import } from './source-text.ts';

/** The nouns in their order: a noun may use the nouns before it, never those after. The order is the shape of the red thread. */
export const nounOrder = [
  'access',
  'secrecy',
  'witnessing',
  'published',
  'organisation',
  'goals',
  'plans',
  'matters',
  'releases',
  'assignments',
  'meetings',
  'decisions',
  'attendance',
  'proceedings',
  'minutes',
  'notices',
  'indicators',
  'assessments',
  'measures',
  'reports',
  'inputs',
  'collaboration',
  'agreements',
  'commissions',
  'projects',
  'consultations',
  'disclosures',
  'forms',
  'returns',
  'selfassessments',
  'studies',
  'polls',
  'dialogues',
  'deviations',
  'goalareas',
  'publications',
  'archiving',
  'webhooks',
  'execution',
  'connections',
  'intake',
  'work',
  'overview',
  'thread',
] as const;

/** The rooms of the house, and for each which other rooms its files may use. Rooms are explained in `docs/architecture.md`. */
const doors = {
  kernel: [],
  'documents/tree': ['kernel'],
  'documents/in': ['documents/tree', 'kernel'],
  'documents/charts': ['documents/tree', 'kernel'],
  'documents/out': ['documents/charts', 'documents/tree', 'kernel'],
  storage: ['kernel'],
  mail: ['kernel'],
  domain: ['kernel', 'storage', 'documents/tree', 'domain'],
  demo: ['kernel', 'domain', 'documents/tree'],
  web: ['kernel', 'domain', 'documents/tree', 'documents/charts', 'documents/in', 'documents/out'],
  cli: ['kernel', 'domain', 'documents/tree', 'documents/in', 'documents/out'],
} as const satisfies Record<string, readonly string[]>;
type Room = keyof typeof doors;
export const roomNames = Object.keys(doors) as readonly Room[];

/** What is said when a room reaches where it may not: where the code belongs instead. Asked in order; the first that fits answers. */
const answers: readonly { readonly from: RegExp; readonly to: RegExp; readonly say: string }[] = [
  {
    from: /^kernel$/,
    to: /./,
    say: 'The kernel uses no other room: move what it needs into src/kernel, or the code that needs it outwards to the room it speaks of.',
  },
  {
    from: /./,
    to: /^demo$/,
    say: 'The demonstration region is loaded by src/main.ts alone: example data may lean on the product, never the product on its examples.',
  },
  {
    from: /^documents\/tree$/,
    to: /./,
    say: 'The tree knows no format and no noun: a reader belongs in src/documents/in, a writer in src/documents/out, what a record says as a document in the noun’s -document.ts.',
  },
  {
    from: /^documents\//,
    to: /^documents\//,
    say: 'Reading and writing documents never meet: what both need belongs in src/documents/tree.',
  },
  {
    from: /^documents\//,
    to: /^(domain|storage)$/,
    say: 'Documents know the tree, never the domain: recognise records in the noun’s -import.ts and compose them in its -document.ts, both from the tree.',
  },
  {
    from: /^storage$/,
    to: /^(domain|demo)$/,
    say: 'Storage keeps rows and knows no rules: the rule belongs in the noun that the rows are about.',
  },
  {
    from: /^(domain|storage|demo)$/,
    to: /^documents\/(in|out)$/,
    say: 'A noun speaks in trees: return a DocumentTree from its -document.ts and let web or cli hand it to a reader or writer.',
  },
  {
    from: /^web$/,
    to: /^cli$/,
    say: 'Web and command line are two rims of the same house: what both do is a verb and belongs in src/domain.',
  },
  {
    from: /^cli$/,
    to: /^web$/,
    say: 'Web and command line are two rims of the same house: what both do is a verb and belongs in src/domain.',
  },
  {
    from: /./,
    to: /^(web|cli)$/,
    say: 'Arrows point inward: a page belongs in src/web, a command in src/cli, and what they need from you is exported by your door.',
  },
  {
    from: /^(web|cli|demo)$/,
    to: /^storage$/,
    say: 'Pages and commands never touch rows: write a reader or a verb in the noun and call it through its door. (`import type` from storage/database.ts is allowed.)',
  },
];

/**
 * The sentence that says where the code belongs, when the file at `path` may not import as it does; undefined when it may. Tests that lie
 * beside a file may use what they need to set the scene, so only product files are judged; `context.ts` and `main.ts` are guarded everywhere.
 */
export function importBreach(path: string, imported: Import): string | undefined {
  const { specifier, typeOnly } = imported;
  if (!specifier.startsWith('.')) return isTest(path) ? undefined : libraryBreach(path, specifier, typeOnly);
  const target = posix.join(posix.dirname(path), specifier);
  if (!target.startsWith('src/')) {
    if (isTest(path) || !path.startsWith('src/') || target === 'package.json') return undefined;
    return 'The product stands on src/ alone: what tests, scripts and benches also need belongs in src, and they import it from there.';
  }
  return (
    wiringBreach(path, target, typeOnly) ??
    (isTest(path) ? undefined : (portalBreach(path, target, typeOnly) ?? roomBreach(path, target, typeOnly)))
  );
}

/** What the open portal may use beside its own folder: what is published, documents, the kernel, and what draws. Nothing that knows who asks. */
const openToPortal =
  /^src\/(web\/portal\/|domain\/published\/index\.ts$|documents\/|kernel\/|web\/(components\/|texts\/|contracts\.ts$|html\.ts$|format\.ts$|input\.ts$|localized\.ts$|assets\.ts$|pipeline\/(rate-limit|read-input|security-headers)\.ts$))/;

/** The open portal never learns who asks and reaches nothing that is not published; the house does not lean on the portal. */
function portalBreach(path: string, target: string, typeOnly: boolean): string | undefined {
  const portal = path.startsWith('src/web/portal/');
  if (portal && !openToPortal.test(target) && !(typeOnly && target.startsWith('src/web/')))
    return 'The open portal reads what is published and nothing else: what it needs is put there by the gate (src/domain/publications) or handed in by src/serve.ts.';
  if (!portal && target.startsWith('src/web/portal/') && path.startsWith('src/') && !wiring.test(path))
    return 'The open portal is a web of its own that src/serve.ts puts beside the house: what both draw belongs in src/web/components.';
  return undefined;
}

/** The files that wire the rooms together by hand, and therefore see them all; and the one that fetches from outside the house. */
const wiring =
  /^src\/(main|context|background-work|inspection|nightly|release-answers|open-portal|serve|fetch-kolada|identity-providers|installation-secret|read-paper|reading|reading-process|egress|ask-witness|exchange-task|whole-copies|notice-board-files)\.ts$/;

/** Which files may take hold of a wiring file, beside `src/main.ts`. */
const wiredBy: Readonly<Record<string, readonly string[]>> = {
  // The table of commands names the files that start the web and take the register out; loading them is how those commands begin.
  'src/serve.ts': ['src/cli/commands.ts'],
  'src/whole-copies.ts': ['src/cli/commands.ts'],
  'src/open-portal.ts': ['src/serve.ts'],
  'src/context.ts': ['src/serve.ts'],
  'src/fetch-kolada.ts': ['src/serve.ts'],
  'src/identity-providers.ts': ['src/serve.ts'],
  'src/installation-secret.ts': ['src/serve.ts', 'src/background-work.ts'],
  // Reading wires formats and recognisers: for the register, and for the process that reads.
  'src/reading.ts': ['src/context.ts', 'src/serve.ts'],
  'src/read-paper.ts': ['src/reading.ts', 'src/reading-process.ts'],
  'src/background-work.ts': ['src/context.ts'],
  'src/inspection.ts': ['src/context.ts'],
  'src/nightly.ts': ['src/background-work.ts'],
  'src/release-answers.ts': ['src/background-work.ts'],
  'src/ask-witness.ts': ['src/background-work.ts'],
  'src/exchange-task.ts': ['src/background-work.ts'],
  'src/notice-board-files.ts': ['src/context.ts', 'src/background-work.ts'],
  'src/egress.ts': ['src/background-work.ts', 'src/ask-witness.ts', 'src/notice-board-files.ts'],
};

function isTest(path: string): boolean {
  return path.startsWith('test/') || path.endsWith('.test.ts');
}

function wiringBreach(path: string, target: string, typeOnly: boolean): string | undefined {
  if (/\.test\.ts$/.test(target))
    return 'Tests are imported by nobody: what two of them share belongs in test/support.';
  if (!wiring.test(target) || path === 'src/main.ts') return undefined;
  if (wiredBy[target]?.includes(path)) return undefined;
  if (typeOnly && wiring.test(path) && target === 'src/context.ts') return undefined;
  if (/^(test|bench|scripts)\//.test(path) || path === target.replace(/\.ts$/, '.test.ts')) return undefined;
  if (typeOnly && /^src\/(web|cli)\//.test(path)) return undefined;
  return `${target} sees all rooms and is imported by src/main.ts, src/serve.ts and test/support alone: take what you need as an argument (web and cli may \`import type\`).`;
}

function roomBreach(path: string, target: string, typeOnly: boolean): string | undefined {
  if (!path.startsWith('src/') || wiring.test(path) || wiring.test(target)) return undefined;
  if (target === 'src/config.ts') {
    if (typeOnly || wiring.test(path) || path.startsWith('src/cli/')) return undefined;
    return 'The environment is read once, in src/main.ts: take the value as an argument instead of reading the configuration.';
  }
  const from = roomOf(path);
  const to = roomOf(target);
  if (!from) return path === 'src/config.ts' ? undefined : noRoom(path);
  if (!to) return noRoom(target);
  if (from === 'domain') return nounBreach(path, target, to);
  if (from === to) return undefined;
  if (typeOnly && ['web', 'cli', 'demo'].includes(from) && target === 'src/storage/database.ts') return undefined;
  if ((doors[from] as readonly string[]).includes(to)) return to === 'domain' ? throughDoor(target) : undefined;
  return (
    answers.find((answer) => answer.from.test(from) && answer.to.test(to))?.say ??
    `${from} may not import ${to}: see the table in docs/architecture.md.`
  );
}

function noRoom(path: string): string {
  return `${path} lies in no room of docs/architecture.md: move it into one of ${Object.keys(doors).join(', ')}.`;
}

function throughDoor(target: string): string | undefined {
  if (/^src\/domain\/[^/]+\/index\.ts$/.test(target)) return undefined;
  const noun = nounOf(target);
  return `Other rooms enter a noun through its door: export what you need from src/domain/${noun}/index.ts and import that.`;
}

/** Inside the domain: the order of the nouns, their doors, and which kinds of file may see rows or trees. */
function nounBreach(path: string, target: string, to: Room): string | undefined {
  const kind = kindOf(path);
  if (to === 'storage' && kind === 'pure')
    return 'A pure file holds types and rules: what reads or writes rows belongs in the noun’s -reader.ts, -writer.ts or in a verb.';
  if (to === 'storage' && kind === 'document')
    return 'What a record says as a document is made from values: load them in the -reader.ts and pass them in.';
  if (to !== 'domain')
    return (doors.domain as readonly string[]).includes(to)
      ? undefined
      : answers.find((answer) => answer.from.test('domain') && answer.to.test(to))?.say;
  const [own, other] = [nounOf(path), nounOf(target)];
  if (own === other)
    return path.endsWith('/index.ts') || target !== `src/domain/${own}/index.ts`
      ? undefined
      : 'Inside the noun, import the file itself: the door index.ts is for the others.';
  const [place, otherPlace] = [orderOf(own), orderOf(other)];
  if (place < 0)
    return `${own} is not in the order of nouns: give it its place in test/promises/import-rules.ts, docs/architecture.md and the glossary.`;
  if (other === 'thread')
    return 'The thread reads all nouns and is used by none: what you need from it belongs in the noun it speaks of.';
  if (otherPlace > place)
    return `${own} comes before ${other}: the code belongs in ${other}, or what both share is a third noun before them.`;
  return throughDoor(target);
}

/** Which room a file of `src/` lies in; undefined for the few files at the top and for folders that are no room. */
export function roomOf(path: string): Room | undefined {
  const room = /^src\/(documents\/[^/]+|[^/]+)\//.exec(path)?.[1];
  return room !== undefined && room in doors ? (room as Room) : undefined;
}

function nounOf(path: string): string {
  return /^src\/domain\/([^/]+)\//.exec(path)?.[1] ?? '';
}

function orderOf(noun: string): number {
  return (nounOrder as readonly string[]).indexOf(noun);
}

/** The words with which the name of a verb begins. A verb sees rows, whatever noun its name ends in (`create-goal-document.ts`). */
const verbs =
  /^(add|adopt|allocate|apply|approve|assign|call|cancel|carry|change|close|confirm|create|decide|deliver|draft|end|ensure|fill|find|freeze|give|hand|hold|keep|link|list|load|mark|merge|move|open|place|propose|put|quote|read|record|refresh|register|reject|remove|rename|reopen|replace|save|set|split|start|store|supersede|take|tie|undo|unlink|vacate|withdraw|write)-/;

/** Files named by a noun alone that keep rows all the same, each with its reason. */
const rowFiles: Readonly<Record<string, string>> = {
  'src/domain/access/sessions.ts': 'a session has no rules apart from its row: it is opened, looked up and ended',
};

/**
 * What kind of file it is, told by its name: readers, writers and verbs (verb + noun) see rows; `-document` and `-import` see trees; a file
 * named by a noun alone (`assignment.ts`, `roles.ts`), a table or a rule is pure. A large verb may have a folder (`confirm/`).
 */
export function kindOf(path: string): 'door' | 'rows' | 'document' | 'pure' {
  const name = posix.basename(path, '.ts');
  const folder = posix.basename(posix.dirname(path));
  if (name === 'index') return 'door';
  if (path in rowFiles || /-(reader|writer)$/.test(name)) return 'rows';
  if (verbs.test(name) || verbs.test(`${folder}-`)) return 'rows';
  if (/-(document|import)$/.test(name)) return 'document';
  const pureEnding =
    /-(transitions|item|status|statuses|state|states|type|types|kind|kinds|phrases|table|rules|roles)$/;
  return name.includes('-') && !pureEnding.test(name) ? 'rows' : 'pure';
}
