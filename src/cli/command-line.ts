import { parseArgs } from 'node:util';
import { type Language, languages } from '../kernel/language.ts';
import { type CommandEntry, type CommandOption, UsageError } from './command.ts';

/** The options that every command has. */
export const commonOptions: Readonly<Record<string, CommandOption>> = {
  lang: { value: 'sv|en', summary: { sv: 'svara på svenska eller engelska', en: 'answer in Swedish or English' } },
  help: { summary: { sv: 'visa den här hjälpen', en: 'show this help' } },
};

/** What was typed after the name of a command. */
export type ParsedLine = {
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, string | boolean>>;
};

/** Reads what was typed for a command by its row in the table. Throws UsageError with what was wrong. */
export function parseLine(command: CommandEntry, args: readonly string[]): ParsedLine {
  const known = { ...command.options, ...commonOptions };
  const parsed = parse(command, args, known);
  const count = parsed.positionals.length;
  const [least, most] = command.arguments;
  if (parsed.values.help !== true) {
    if (count < least) {
      const what = command.argument ?? '';
      throw new UsageError({ sv: `${what} saknas.`, en: `${what} is missing.` });
    }
    if (count > most) {
      const extra = parsed.positionals[most]!;
      throw new UsageError({
        sv: `”${extra}” är ett argument för mycket.`,
        en: `“${extra}” is one argument too many.`,
      });
    }
  }
  return { arguments: parsed.positionals, options: parsed.values as Record<string, string | boolean> };
}

function parse(command: CommandEntry, args: readonly string[], known: Readonly<Record<string, CommandOption>>) {
  const options = Object.fromEntries(
    Object.entries(known).map(([name, option]) => [
      name,
      { type: option.value ? ('string' as const) : ('boolean' as const) },
    ]),
  );
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const code = (error as { code?: string }).code;
    const name = /'(-[^' ]+)/.exec((error as Error).message)?.[1] ?? args.find((arg) => arg.startsWith('-')) ?? '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
      throw new UsageError({
        sv: `${command.name} har inget val ${name}.`,
        en: `${command.name} has no option ${name}.`,
      });
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
      throw new UsageError({
        sv: `Valet ${name} används på fel sätt.`,
        en: `The option ${name} is used in the wrong way.`,
      });
    throw error;
  }
}

/**
 * The language to answer in: `--lang`, else `KANSLI_LANG`, else the language of the terminal when it is English; Swedish otherwise, because
 * Swedish is the language of the records.
 */
export function languageOf(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const position = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const typed = position < 0 ? undefined : (args[position]!.split('=')[1] ?? args[position + 1]);
  const asked = typed ?? env.KANSLI_LANG;
  if ((languages as readonly string[]).includes(asked ?? '')) return asked as Language;
  const terminal = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^en(_|\b)/i.test(terminal) ? 'en' : 'sv';
}
