/**
 * Writes the reference in `docs/reference/` from the tables that the product itself uses, so that it cannot tell another story than the code.
 * Run it after changing an error, a role, an action, a status, a command or a route; `test/promises/generated.test.ts` says when it was forgotten.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CommandEntry } from '../src/cli/command.ts';
import { commands } from '../src/cli/commands.ts';
import { actionNames, roleMay } from '../src/domain/access/actions.ts';
import { roleNames, roles } from '../src/domain/access/roles.ts';
import { type ErrorEntry, errorCatalogue } from '../src/kernel/errors.ts';
import { portalRoutes } from '../src/web/portal/portal-routes.ts';
import { allRoutes } from '../src/web/routes.ts';
import { codeTables, type TransitionTable, transitionTables } from './code-tables.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The reference as it should be: path → text. A part whose source does not exist is left out. */
export async function referenceFiles(): Promise<Readonly<Record<string, string>>> {
  const files: Record<string, string | undefined> = {
    'docs/reference/errors.md': errors(),
    'docs/reference/actions.md': actionsByRole(),
    'docs/reference/codes.md': await codes(),
    'docs/reference/transitions.md': transitions(await transitionTables()),
    'docs/reference/commands.md': commandReference(),
    'docs/reference/routes.md': routeReference(),
    'docs/reference/portal-routes.md': portalReference(),
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

function commandReference(): string {
  return page(
    'Commands',
    'src/cli/commands.ts',
    'Exit codes: 0 done, 1 a rule said no (printed), 2 wrong usage. Every command has `--help`.\n',
    table(
      ['command', 'svenska', 'English'],
      commands.map(({ name, summary }) => [`\`${name}\``, summary.sv, summary.en]),
    ),
    ...commands.map(commandPart),
  );
}

function commandPart({ name, usage, options }: CommandEntry): string {
  const rows = Object.entries(options).map(([option, { value, summary }]) => [
    `\`--${option}${value ? ` ${value}` : ''}\``,
    summary.sv,
    summary.en,
  ]);
  return `## ${name}\n\n\`${usage}\`\n${rows.length > 0 ? `\n${table(['option', 'svenska', 'English'], rows)}` : ''}`;
}

function routeReference(): string {
  const rows = allRoutes({ development: false, demoLogins: [] })
    .map(({ method, path, policy, rate, about }) => [method, `\`${path}\``, `\`${policy}\``, rate, about])
    .sort(([, a], [, b]) => (a! < b! ? -1 : a! > b! ? 1 : 0));
  return page(
    'Routes',
    'src/web/routes.ts',
    'Every address of the web. The policy says who may come in: `public` anyone, `signedIn` anyone with an account, otherwise the [action](actions.md) that must be allowed. The rate class says how often.\n',
    table(['method', 'path', 'policy', 'rate', 'what one does here'], rows),
  );
}

function portalReference(): string {
  const rows = portalRoutes
    .map(({ method, path, about }) => [method, `\`${path}\``, about])
    .sort(([, a], [, b]) => (a! < b! ? -1 : a! > b! ? 1 : 0));
  return page(
    'Routes of the open portal',
    'src/web/portal/portal-routes.ts',
    'Every address of the open portal. All of them answer anybody, see what is published and nothing else, and never learn who asks ([decision 065](../decisions/065-the-portal-does-not-know-who-asks.md)).\n',
    table(['method', 'path', 'what one does here'], rows),
  );
}

if (import.meta.main) {
  mkdirSync(join(root, 'docs/reference'), { recursive: true });
  const files = await referenceFiles();
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
  console.log(`Wrote ${Object.keys(files).join(', ')}.`);
}
