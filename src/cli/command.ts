import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import type { Language, Localized } from '../kernel/language.ts';
import type { PaperReader } from '../reading.ts';

/** What a command ended with: 0 done, 1 a rule said no (and it was printed), 2 it was called in a way that it does not know. */
export const exitCodes = { done: 0, refused: 1, usage: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** One option of a command, as it is parsed and as the help tells it. `value` is the placeholder of an option that takes one. */
export type CommandOption = { readonly value?: string; readonly summary: Localized };

/** One call of a command: what was typed, in which language to answer, and where to write. */
export type Call = {
  /** What was typed beside the options: files, references. */
  readonly arguments: readonly string[];
  readonly option: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean;
  readonly language: Language;
  readonly config: Config;
  /** Opens the register: `own` for the server, `join` for commands, which use the database of a running server when there is one. */
  readonly openContext: (mode: 'own' | 'join') => Promise<Context>;
  /** Opens the reader of documents, which needs no register. `onFault` hears what a file did to the process that read it. */
  readonly openReader: (onFault: (text: string) => void) => Promise<PaperReader>;
  /** The result, on standard output. With `--json` one JSON document and nothing else goes there. */
  readonly print: (text: string) => void;
  /** Progress and remarks, on standard error. */
  readonly note: (text: string) => void;
  /** How far the work has come, on standard error: one line that changes in a terminal, a line now and then elsewhere. */
  readonly progress: (text: string) => void;
};

/** What a command file exports. */
export type RunCommand = (call: Call) => Promise<ExitCode>;

/** One row of the table of commands; help and `docs/reference/commands.md` are made from them. */
export type CommandEntry = {
  readonly name: string;
  readonly summary: Localized;
  /** How it is called, in one line. */
  readonly usage: string;
  /** What the argument is called in the usage; absent when it takes none. */
  readonly argument?: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** Fewest and most arguments beside the options. */
  readonly arguments: readonly [least: number, most: number];
  /** Loaded when called, so that `kansli --help` does not start a database. */
  readonly load: () => Promise<RunCommand>;
};

/** The command was called in a way that it does not know. The text says what was wrong; the usage is printed after it. */
export class UsageError extends Error {
  readonly text: Localized;

  constructor(text: Localized) {
    super(text.en);
    this.name = 'UsageError';
    this.text = text;
  }
}
