import { type Call, type CommandEntry, type ExitCode, exitCodes, UsageError } from './cli/command.ts';
import { commandHelp, generalHelp, usageLine } from './cli/command-help.ts';
import { languageOf, parseLine } from './cli/command-line.ts';
import { findCommand } from './cli/commands.ts';
import { progressLine } from './cli/progress-line.ts';
import { type Config, readConfig } from './config.ts';
import { AppError, messageOf } from './kernel/errors.ts';
import type { Language } from './kernel/language.ts';
import type { Problem } from './kernel/problem.ts';
import { problemText } from './kernel/problem-texts/problem-text.ts';
import { systemRuntime } from './kernel/runtime.ts';

/** The program: finds the command, runs it, and ends the process with its exit code. `bin/kansli.mjs` calls it. */
export async function run(argv: readonly string[]): Promise<void> {
  const language = languageOf(argv, process.env);
  process.exitCode = await runCommand(argv, language).catch((error: unknown) => tellError(error, language));
}

async function runCommand(argv: readonly string[], language: Language): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === 'help' || name.startsWith('--lang')) {
    process.stdout.write(`${generalHelp(language)}\n`);
    return exitCodes.done;
  }
  const command = findCommand(name);
  if (!command) {
    process.stderr.write(
      language === 'sv'
        ? `Kommandot ”${name}” finns inte. Kör ”kansli --help” för att se vad som finns.\n`
        : `There is no command “${name}”. Run “kansli --help” to see what there is.\n`,
    );
    return exitCodes.usage;
  }
  try {
    const line = parseLine(command, rest);
    if (line.options.help === true) {
      process.stdout.write(`${commandHelp(command, language)}\n`);
      return exitCodes.done;
    }
    const runIt = await command.load();
    return await runIt(callOf(line.arguments, line.options, language));
  } catch (error) {
    if (error instanceof UsageError) return tellUsage(command, error, language);
    throw error;
  }
}

function callOf(
  args: readonly string[],
  options: Readonly<Record<string, string | boolean>>,
  language: Language,
): Call {
  const config = configFromEnvironment(language);
  const progress = progressLine(process.stderr);
  return {
    arguments: args,
    option: (name) => (typeof options[name] === 'string' ? options[name] : undefined),
    flag: (name) => options[name] === true,
    language,
    config,
    openContext: async (mode) => {
      // Loaded when it is needed: the help of a command answers without starting the house.
      const { createContext } = await import('./context.ts');
      return await createContext(config, { mode, onNotice: (text) => process.stderr.write(`${text}\n`) });
    },
    openReader: async (onFault) => {
      const { openPaperReader } = await import('./reading.ts');
      return openPaperReader({ largestFile: config.largestFile, onFault });
    },
    print: (text) => process.stdout.write(`${text}\n`),
    note: progress.note,
    progress: progress.show,
  };
}

/** A value of the environment that cannot be used is wrong usage, not a bug: the sentence of readConfig says what to write instead. */
function configFromEnvironment(language: Language): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    const text = (error as Error).message;
    throw new UsageError({ sv: text, en: language === 'en' ? `The environment cannot be used. ${text}` : text });
  }
}

function tellUsage(command: CommandEntry, error: UsageError, language: Language): ExitCode {
  process.stderr.write(`${error.text[language]}\n${usageLine(command, language)}\n`);
  return exitCodes.usage;
}

/** A rule that said no is told in its own words. Anything else is a bug, told with a reference that the log of the terminal shows too. */
function tellError(error: unknown, language: Language): ExitCode {
  if (error instanceof AppError) {
    process.stderr.write(`${messageOf(error.code, language, error.values)}\n`);
    const problems = Array.isArray(error.details) ? error.details : [];
    for (const problem of problems as Problem[])
      if (problem.path) process.stderr.write(`  ${problem.path}: ${problemText(problem, language)}\n`);
    return exitCodes.refused;
  }
  const reference = systemRuntime().newToken(6);
  process.stderr.write(
    language === 'sv'
      ? `Något gick fel i Kansli (referens ${reference}). Inget halvfärdigt har sparats.\n`
      : `Something went wrong in Kansli (reference ${reference}). Nothing half-done was saved.\n`,
  );
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return exitCodes.refused;
}
