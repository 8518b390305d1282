/**
 * Writes the reference in `docs/reference/` from the tables that the product itself uses, so that it cannot tell another story than the code.
 * Run it after changing an error, a role, an action, a status or a command; `test/promises/generated.test.ts` says when it was forgotten.
 */
import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { actionNames, roleMay } from '../src/domain/access/actions.ts';
import { roleNames, roles } from '../src/domain/access/roles.ts';
import { type ErrorEntry, errorCatalogue } from '../src/kernel/errors.ts';
import { codeTables, type TransitionTable, transitionTables } from './code-tables.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The reference as it should be: path → text. A part whose source does not exist is left out. */
export async function referenceFiles(): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string | undefined> = {
    'docs/reference/errors.md': errors(),
    'docs/reference/actions.md': actionsByRole(),
    'docs/reference/codes.md': await codes(),
    'docs/reference/transitions.md': transitions(await transitionTables()),
    'docs/reference/commands.md': await commands(),
    'docs/reference/routes.md': await routes(),
  };
  return Object.fromEntries(Object.entries(files).flatMap(([path, text]) => (text ? [[path, text]] : [])));
}

const made = (source: string): string =>
  `_Made from \`${source}\` by \`node scripts/regenerate-reference.ts\`; do not edit._\n`;

function page(title: string, source: string, ...parts: readonly string[]): string {
  return `${[`# ${title}\n`, made(source), ...parts].join('\n').trimEnd()}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

function errors(): string {
  const rows = Object.entries(errorCatalogue).map(([code, { status, text }]: [string, ErrorEntry]) => [
    `\`${code}\``,
    String(status),
    text.sv,
    text.en,
  ]);
  return page(
    'Errors',
    'src/kernel/errors.ts',
    'Every way in which a rule can say no. The code is stable: scripts may rely on it. The status is the one of the web answer; the command line prints the text and ends with 1. Words in braces are filled in.\n',
    table(['code', 'status', 'svenska', 'English'], rows),
  );
}

function actionsByRole(): string {
  const rows = actionNames.map((action) => [
    `\`${action}\``,
    ...roleNames.map((role) => (roleMay(role, action) ? 'yes' : '')),
  ]);
  return page(
    'Roles and actions',
    'src/domain/access/actions.ts',
    'Who may do what. A role held on one body allows the action on that body’s records only. An empty cell means no.\n',
    table(
      ['role', 'svenska', 'English'],
      roleNames.map((role) => [`\`${role}\``, roles[role].sv, roles[role].en]),
    ),
    table(['action', ...roleNames.map((role) => roles[role].en)], rows),
  );
}

async function codes(): Promise<string> {
  const tables = (await codeTables()).filter(({ name }) => name !== 'actions' && name !== 'roles');
  const parts = tables.map(({ file, name, codes: all, rows }) => {
    const said = all.map((code) => [`\`${code}\``, textOf(rows[code], 'sv'), textOf(rows[code], 'en')]);
    const hasTexts = said.some(([, sv, en]) => sv !== '' || en !== '');
    return `## ${name}\n\n\`${file}\`\n\n${
      hasTexts
        ? table(['code', 'svenska', 'English'], said)
        : table(
            ['code'],
            said.map(([code]) => [code ?? '']),
          )
    }`;
  });
  return page(
    'Codes',
    'the tables in src/domain',
    'The codes that records carry, with what the product prints for them.\n',
    ...parts,
  );
}

/** What a row of a code table prints: the standing sentence of a report when it has one, otherwise its label. */
function textOf(row: unknown, language: 'sv' | 'en'): string {
  if (typeof row !== 'object' || row === null) return '';
  const { label, sv, en, sentence, sentenceEn } = row as Record<string, unknown>;
  const own = language === 'sv' ? sv : en;
  if (typeof own === 'string') return own;
  const short =
    typeof label === 'object' && label !== null ? String((label as Record<string, unknown>)[language] ?? '') : '';
  const long = language === 'sv' ? sentence : sentenceEn;
  return typeof long === 'string' && long !== '' ? `${short}: “${long}”` : short;
}

function transitions(tables: readonly TransitionTable[]): string | undefined {
  if (tables.length === 0) return undefined;
  const parts = tables.map(({ file, noun, rows }) => {
    const arrows = rows.map(({ from, by, to }) => `  ${from || '[*]'} --> ${to}: ${by}`);
    const withWho = rows.some(({ who }) => who !== '');
    const cells = rows.map(({ from, by, to, who }) => [from || '(new)', by, to, ...(withWho ? [who] : [])]);
    const picture = ['```mermaid', 'stateDiagram-v2', ...arrows, '```'].join('\n');
    return `## ${noun}\n\n\`${file}\`\n\n${picture}\n\n${table(['from', 'by', 'to', ...(withWho ? ['who'] : [])], cells)}`;
  });
  return page(
    'States and transitions',
    'src/domain/*/*-transitions.ts',
    'What can happen to a record in each state. What is not drawn cannot be done.\n',
    ...parts,
  );
}

type CommandFacts = {
  readonly name: string;
  readonly usage: string;
  readonly summary: { readonly sv: string; readonly en: string };
};

async function commands(): Promise<string | undefined> {
  const source = 'src/cli/commands.ts';
  if (!existsSync(join(root, source))) return undefined;
  const exported = (await import(pathToFileURL(join(root, source)).href)) as { commands?: unknown };
  const all = (
    Array.isArray(exported.commands) ? exported.commands : Object.values(exported.commands ?? {})
  ) as readonly CommandFacts[];
  if (all.length === 0)
    throw new Error(`${source} exports no \`commands\`: export the list that the command line itself uses.`);
  return page(
    'Commands',
    source,
    'Exit codes: 0 done, 1 a rule said no (printed), 2 wrong usage. Every command has `--help`.\n',
    table(
      ['command', 'svenska', 'English'],
      all.map(({ name, usage, summary }) => [`\`${usage || `kansli ${name}`}\``, summary.sv, summary.en]),
    ),
  );
}

/** The web writes its own reference from the route registry: `routesReference()` in a file of that name. */
async function routes(): Promise<string | undefined> {
  const [source] = globSync(
    ['src/web/**/routes-reference.ts', 'src/web/**/route-reference.ts', 'scripts/routes-reference.ts'],
    { cwd: root },
  );
  if (!source) return undefined;
  const exported = (await import(pathToFileURL(join(root, source)).href)) as {
    routesReference?: () => string | Promise<string>;
  };
  if (!exported.routesReference)
    throw new Error(
      `${source} exports no \`routesReference\`: export the function that writes docs/reference/routes.md.`,
    );
  return await exported.routesReference();
}

if (import.meta.main) {
  mkdirSync(join(root, 'docs/reference'), { recursive: true });
  const files = await referenceFiles();
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
  console.log(`Wrote ${Object.keys(files).join(', ')}.`);
}
