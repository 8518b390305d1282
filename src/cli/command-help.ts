import type { Language } from '../kernel/language.ts';
import type { CommandEntry, CommandOption } from './command.ts';
import { commonOptions } from './command-line.ts';
import { commands } from './commands.ts';

const texts = {
  sv: {
    lead: 'Kansli håller den röda tråden: mål, uppdrag, sammanträde, beslut och återrapportering.',
    usage: 'Användning',
    commands: 'Kommandon',
    options: 'Val',
    more: 'Mer om ett kommando: kansli KOMMANDO --help',
    exits: 'Slutkoder: 0 klart, 1 en regel sa nej (skälet skrivs ut), 2 fel användning.',
  },
  en: {
    lead: 'Kansli keeps the red thread: goal, assignment, meeting, decision and report-back.',
    usage: 'Usage',
    commands: 'Commands',
    options: 'Options',
    more: 'More about a command: kansli COMMAND --help',
    exits: 'Exit codes: 0 done, 1 a rule said no (and why), 2 wrong usage.',
  },
} as const satisfies Record<Language, unknown>;

/** What `kansli --help` prints. */
export function generalHelp(language: Language): string {
  const t = texts[language];
  return [
    t.lead,
    '',
    `${t.usage}: kansli ${language === 'sv' ? 'KOMMANDO' : 'COMMAND'} …`,
    '',
    `${t.commands}:`,
    ...columns(commands.map((command) => [command.name, command.summary[language]])),
    '',
    t.more,
    t.exits,
  ].join('\n');
}

/** What `kansli COMMAND --help` prints. */
export function commandHelp(command: CommandEntry, language: Language): string {
  const t = texts[language];
  return [
    `${capital(command.summary[language])}.`,
    '',
    usageLine(command, language),
    '',
    `${t.options}:`,
    ...columns(Object.entries({ ...command.options, ...commonOptions }).map((option) => optionRow(option, language))),
  ].join('\n');
}

/** One line that shows how a command is called. */
export function usageLine(command: CommandEntry, language: Language): string {
  return `${texts[language].usage}: ${command.usage}`;
}

function optionRow([name, option]: readonly [string, CommandOption], language: Language): [string, string] {
  return [`--${name}${option.value ? ` ${option.value}` : ''}`, option.summary[language]];
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('sv') + text.slice(1);
}
