import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importBreach, kindOf, nounOrder, roomNames } from './import-rules.ts';
import { isTestFile, productFiles, readRepositoryFile, repositoryFiles } from './repository.ts';
import { importsOf, withoutComments } from './source-text.ts';
import { wordBreaches, wordRules } from './word-rules.ts';

const programFiles = repositoryFiles().filter((path) => /^(src|test|bench|scripts)\/.*\.ts$/.test(path));

test('every import goes the way the house allows', () => {
  const breaches = programFiles.flatMap((path) =>
    importsOf(readRepositoryFile(path)).flatMap((imported) => {
      const say = importBreach(path, imported);
      return say ? [`${path}:${imported.line} imports ${imported.specifier}\n    ${say}`] : [];
    }),
  );
  assert.equal(breaches.join('\n'), '');
});

test('proofs, time, chance and the environment come from their one place', () => {
  const breaches = productFiles().flatMap((path) =>
    wordBreaches(path, readRepositoryFile(path)).map(({ line, say }) => `${path}:${line}\n    ${say}`),
  );
  assert.equal(breaches.join('\n'), '');
});

test('the exceptions of the word rules name files that exist and need them', () => {
  for (const rule of wordRules)
    for (const path of Object.keys(rule.allowed))
      assert.ok(
        repositoryFiles('src').includes(path) || path === 'src/main.ts',
        `${path} is allowed something but does not exist: remove it from word-rules.ts.`,
      );
});

test('every folder of src/domain has its place in the order of nouns and a door', () => {
  const folders = new Set(productFiles().flatMap((path) => /^src\/domain\/([^/]+)\//.exec(path)?.[1] ?? []));
  for (const noun of folders) {
    assert.ok(
      (nounOrder as readonly string[]).includes(noun),
      `src/domain/${noun} is not in the order of nouns: say where it comes in import-rules.ts.`,
    );
    const files = productFiles().filter((path) => path.startsWith(`src/domain/${noun}/`));
    assert.ok(
      files.includes(`src/domain/${noun}/index.ts`) || files.length === 0,
      `src/domain/${noun} has no door: write its index.ts.`,
    );
  }
});

test('docs/architecture.md draws the house as it is', () => {
  const drawn = readRepositoryFile('docs/architecture.md');
  assert.ok(drawn.includes(nounOrder.join(', ')), `the order of nouns there is another: ${nounOrder.join(', ')}`);
  for (const room of roomNames) assert.ok(drawn.includes(`\n| \`${room}/`), `the room ${room} has no row there`);
});

test('files are named in kebab-case after what they export, and no folder is a drawer', () => {
  for (const path of programFiles) {
    const parts = path.replace(/(\.test)?\.ts$/, '').split('/');
    for (const part of parts) {
      assert.match(part, /^[a-z0-9]+(-[a-z0-9]+)*$/, `${path}: write "${part}" in lower case with hyphens.`);
      assert.doesNotMatch(
        part,
        /^(utils?|helpers?|misc|common|managers?|lib)$|-(utils?|helpers?|manager)$/,
        `${path}: name it after what it is, not "${part}".`,
      );
    }
  }
});

/** Negative control: made-up imports, and a word of the sentence that must answer each. If one is let through, the guard has gone blind. */
const refused: readonly [path: string, statement: string, answer: RegExp][] = [
  ['src/kernel/money.ts', "import { x } from '../storage/database.ts';", /kernel uses no other room/],
  ['src/kernel/money.ts', "import { readFileSync } from 'node:fs';", /outside the process/],
  ['src/documents/tree/tree.ts', "import type { Goal } from '../../domain/goals/index.ts';", /-document\.ts/],
  ['src/documents/in/read-text.ts', "import { writeHtml } from '../out/write-html.ts';", /never meet/],
  ['src/documents/out/write-pdf.ts', "import { x } from '../../domain/reports/index.ts';", /know the tree/],
  ['src/storage/log.ts', "import { goal } from '../domain/goals/index.ts';", /knows no rules/],
  ['src/storage/log.ts', "import { page } from '../web/app.ts';", /inward/],
  ['src/domain/goals/goal-reader.ts', "import { x } from '../assignments/index.ts';", /goals comes before assignments/],
  ['src/domain/intake/confirm-proposal.ts', "import { x } from '../thread/index.ts';", /used by none/],
  ['src/domain/thread/thread-reader.ts', "import { x } from '../assignments/assignment-reader.ts';", /door/],
  ['src/domain/meetings/meeting-reader.ts', "import type { Goal } from '../goals/goal.ts';", /door/],
  ['src/domain/meetings/meeting.ts', "import { transact } from '../../storage/database.ts';", /pure file/],
  ['src/domain/meetings/meeting-transitions.ts', "import { transact } from '../../storage/database.ts';", /pure file/],
  ['src/domain/meetings/meeting-document.ts', "import { x } from '../../storage/database.ts';", /made from values/],
  ['src/domain/reports/report-document.ts', "import { x } from '../../documents/out/write-pdf.ts';", /speaks in trees/],
  ['src/domain/reports/draft-report.ts', "import { x } from '../../documents/in/index.ts';", /speaks in trees/],
  ['src/domain/goals/edit-goal.ts', "import { html } from 'hono/html';", /src\/web/],
  ['src/domain/goals/edit-goal.ts', "import { sql } from 'kysely';", /storage alone/],
  ['src/domain/goals/edit-goal.ts', "import { text } from '../../web/texts/sv.ts';", /inward/],
  ['src/domain/goals/edit-goal.ts', "import { goal } from './index.ts';", /itself/],
  ['src/domain/gaols/gaol-reader.ts', "import { x } from '../goals/index.ts';", /order of nouns/],
  ['src/web/pages/goals/goal-page.ts', "import { x } from '../../../domain/goals/goal-reader.ts';", /index\.ts/],
  ['src/web/pages/goals/goal-page.ts', "import { x } from '../../../storage/database.ts';", /never touch rows/],
  [
    'src/web/pages/goals/goal-page.ts',
    "import type { GoalRow } from '../../../storage/schema/goals.ts';",
    /never touch rows/,
  ],
  ['src/web/pages/goals/goal-page.ts', "import { x } from '../../../cli/report.ts';", /two rims/],
  ['src/web/pages/goals/goal-page.ts', "import { createContext } from '../../../context.ts';", /sees all rooms/],
  ['src/web/pages/goals/goal-page.ts', "import { readConfig } from '../../../config.ts';", /environment/],
  ['src/web/chart.ts', "import { PDFDocument } from '@cantoo/pdf-lib';", /tree/],
  ['src/cli/report.ts', "import { x } from '../web/app.ts';", /two rims/],
  ['src/cli/report.ts', "import { x } from '../storage/database.ts';", /never touch rows/],
  ['src/web/app.ts', "import { webOf } from '../serve.ts';", /sees all rooms/],
  ['src/cli/report.ts', "export { run } from '../main.ts';", /sees all rooms/],
  ['src/cli/report.ts', "const { run } = await import('../main.ts');", /sees all rooms/],
  ['src/cli/report.ts', "import { x } from '../../test/support/cast.ts';", /stands on src/],
  ['src/cli/report.ts', "import chalk from 'chalk';", /no home/],
  ['src/cli/report.ts', "import { hash } from '@node-rs/argon2';", /access/],
  ['src/things/thing.ts', "import { x } from '../kernel/id.ts';", /no room/],
  ['src/cli/report.ts', "import { x } from '../things/thing.ts';", /no room/],
  ['src/cli/serve.ts', "import { x } from '../demo/load-demo.ts';", /demonstration/],
  ['test/journeys/report.test.ts', "import { x } from '../../src/domain/goals/goal.test.ts';", /imported by nobody/],
];

test('made-up imports that break the house are refused, each with its sentence', () => {
  for (const [path, statement, answer] of refused) {
    const [imported] = importsOf(statement);
    assert.ok(imported, `"${statement}" was not seen as an import`);
    assert.match(importBreach(path, imported) ?? '(let through)', answer, `${path}: ${statement}`);
  }
});

const allowed: readonly [path: string, statement: string][] = [
  ['src/main.ts', "import { createContext } from './context.ts';"],
  ['src/context.ts', "import { openDatabase } from './storage/database.ts';"],
  ['src/main.ts', "const { runServe } = await import('./serve.ts');"],
  ['src/serve.ts', "import { webApp } from './web/app.ts';"],
  ['src/storage/database.ts', "import { Kysely } from 'kysely';"],
  ['src/domain/thread/thread-reader.ts', "import { x } from '../assignments/index.ts';"],
  ['src/domain/goals/goal-reader.ts', "import type { Goal } from './goal.ts';"],
  ['src/domain/goals/goal-reader.ts', "import type { Database } from '../../storage/database.ts';"],
  ['src/domain/goals/goal-document.ts', "import type { DocumentTree } from '../../documents/tree/index.ts';"],
  ['src/web/pages/goals/goal-page.ts', "import { x } from '../../../domain/goals/index.ts';"],
  ['src/web/pages/goals/goal-page.ts', "import type { Context } from '../../../context.ts';"],
  ['src/web/pages/goals/goal-page.ts', "import { type Database } from '../../../storage/database.ts';"],
  ['src/cli/report.ts', "import { writePdf } from '../documents/out/index.ts';"],
  ['test/support/world.ts', "import { createContext } from '../../src/context.ts';"],
];

test('imports along the arrows are let through', () => {
  for (const [path, statement] of allowed) {
    const [imported] = importsOf(statement);
    assert.ok(imported, `"${statement}" was not seen as an import`);
    assert.equal(importBreach(path, imported), undefined, `${path}: ${statement}`);
  }
});

test('made-up code with the guarded words is refused, and comments about them are not', () => {
  const code: readonly [string, RegExp][] = [
    ['return { action } as Authorized;', /proof/],
    ['return row as unknown as Authorized<"x">;', /proof/],
    ['const now = new Date();', /Runtime/],
    ['const now = Date.now();', /Runtime/],
    ['const id = crypto.randomUUID();', /newId/],
    ['const n = Math.random();', /newId/],
    ['const port = process.env.PORT;', /Config/],
    ["const answer = await fetch('https://a.se');", /fetchOut/],
    ["import { request } from 'node:https';", /fetchOut/],
    ["import { connect } from 'node:net';", /fetchOut/],
    ["eval('1');", /function/],
    ['export default 1;', /names/],
    ['enum Colour { Red }', /as const/],
  ];
  for (const [text, answer] of code)
    assert.match(wordBreaches('src/domain/goals/goal.ts', text)[0]?.say ?? '(let through)', answer, text);
  assert.deepEqual(
    wordBreaches('src/domain/goals/goal.ts', '// not new Date() but now()\n/* Math.random() */ new Date(0);'),
    [],
  );
});

test('a comment is told from text that only looks like one', () => {
  const kept = [
    "const glob = 'src/*/*.ts'; new Date(); /x*/.test('a');",
    "const url = 'https://a.se'; new Date();",
    'const t = `// /*`; new Date();',
    "const re = /[/*]'/; new Date();",
    'const half = 4 / 2; new Date();',
  ];
  for (const text of kept) assert.equal(withoutComments(text), text);
  assert.equal(withoutComments('a; // new Date()\nb; /* c\n d */ e;').replace(/ +/g, ' '), 'a; \nb; \n e;');
});

test('imports are read in every way they can be written', () => {
  const text = `import a, { type B } from './a.ts';\nimport {\n  type C,\n  type D,\n} from "./b.ts";\nimport './c.css';\nexport * from './d.ts';
export type { E } from './e.ts';\nconst f = await import('./f.ts');\n// import x from './no.ts';\nimport type { G } from './g.ts'; // why\nimport * as h from 'node:fs';`;
  const found = importsOf(text).map(({ specifier, typeOnly }) => `${specifier}${typeOnly ? ' (types)' : ''}`);
  assert.deepEqual(found, [
    './a.ts',
    './b.ts (types)',
    './c.css',
    './d.ts',
    './e.ts (types)',
    './f.ts',
    './g.ts (types)',
    'node:fs',
  ]);
});

test('the kind of a file of a noun is told by its name', () => {
  const kinds = {
    pure: ['assignment', 'assignment-transitions', 'agenda-item', 'answer-types', 'plan'],
    rows: [
      'assignment-reader',
      'assignment-writer',
      'give-assignment',
      'create-goal-document',
      'register-document',
      'plan-meeting',
      'link-item',
      'change-agenda',
    ],
    document: ['report-document', 'report-import', 'goal-document'],
    door: ['index'],
  };
  for (const [kind, names] of Object.entries(kinds))
    for (const name of names) assert.equal(kindOf(`src/domain/assignments/${name}.ts`), kind, name);
});

test('every room has files to guard', () => {
  for (const room of roomNames)
    assert.ok(
      productFiles().some((path) => path.startsWith(`src/${room}/`)),
      `no file of ${room} was seen: the guard has gone blind`,
    );
  assert.ok(productFiles().length > 20);
  assert.ok(productFiles().every((path) => !isTestFile(path)));
});
