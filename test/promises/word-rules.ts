import { withoutComments } from './source-text.ts';

type WordRule = {
  /** What is looked for in the code, comments left out. */
  readonly word: RegExp;
  /** Where it may stand, path by path, each with its reason. */
  readonly allowed: Readonly<Record<string, string>>;
  readonly say: string;
};

/** Words that may be written in one place only, because the place is what makes the promise true. */
export const wordRules: readonly WordRule[] = [
  {
    word: /\bas\s+(unknown\s+as\s+)?Authorized\b/,
    allowed: { 'src/domain/access/authorize.ts': 'asks the table of actions before it makes the proof' },
    say: 'An Authorized is a proof and is made by authorize() in src/domain/access/authorize.ts alone: ask for it there and pass it on.',
  },
  {
    word: /\bnew Date\(\s*\)|\bDate\.now\(|(?<![\w.])Date\(\s*\)/,
    allowed: {
      'src/kernel/runtime.ts': 'is the one clock',
      'src/kernel/civil-date.ts': 'counts in days from given dates',
    },
    say: 'Time comes from the Runtime (src/kernel/runtime.ts): take `now` or `today` as an argument, so that a test can stop the clock. (To wait a while, performance.now() counts without telling the time.)',
  },
  {
    word: /\bMath\.random\(|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b|\brandomInt\b/,
    allowed: { 'src/kernel/runtime.ts': 'is the one source of ids and chance' },
    say: 'Ids and chance come from the Runtime (src/kernel/runtime.ts): call newId() or newToken().',
  },
  {
    word: /\bprocess\.env\b/,
    allowed: {
      'src/config.ts': 'is where the environment becomes a typed Config',
      'src/main.ts': 'hands the environment to readConfig',
    },
    say: 'The environment is read in src/config.ts: add a field to Config and take it as an argument.',
  },
  {
    word: /(?<![\w.])fetch\(|\bnew (WebSocket|EventSource)\b|(?<!import type .*)from 'node:(https?|http2|tls|net|dgram|dns(\/promises)?)'/,
    allowed: {
      'src/egress.ts': 'is the one way out to what was typed in',
      'src/fetch-kolada.ts': 'asks the one address of the configuration, and nothing where there is none',
      'src/notice-board-files.ts': 'its fetch is fetchOut, handed in',
      'src/documents/in/process/deny-network.ts': 'takes the network away',
      'src/documents/in/process/serve-reader.ts': 'speaks through the pipe that the process was started with',
    },
    say: 'The server calls through src/egress.ts alone, which judges every address before it connects: use fetchOut() there.',
  },
  {
    word: /\beval\(|\bnew Function\b|from 'node:vm'/,
    allowed: {},
    say: 'Nothing that is text becomes a program: write the rule as a function.',
  },
  {
    word: /^\s*export default\b/m,
    allowed: {},
    say: 'Exports have names: give it one, so that a search finds everyone who uses it.',
  },
  {
    word: /(^|[^\w.])(enum|namespace)\s+[A-Z]\w*\s*\{/m,
    allowed: {},
    say: 'Codes are `as const` tables with the type derived: an enum cannot be read by the page, the test and the documentation alike.',
  },
];

/** The words of the table that stand in a file where they may not, each as line and sentence. */
export function wordBreaches(path: string, source: string): readonly { readonly line: number; readonly say: string }[] {
  const code = withoutComments(source);
  return wordRules
    .filter((rule) => !(path in rule.allowed))
    .flatMap((rule) => {
      const at = code.search(rule.word);
      return at < 0 ? [] : [{ line: code.slice(0, at + 1).split('\n').length, say: rule.say }];
    });
}
