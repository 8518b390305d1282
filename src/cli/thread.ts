import { authorize } from '../domain/access/index.ts';
import {
  findRecordByName,
  readRecordThread,
  readThread,
  stepKinds,
  type Thread,
  type ThreadStep,
} from '../domain/thread/index.ts';
import { AppError } from '../kernel/errors.ts';
import type { Language } from '../kernel/language.ts';
import { exitCodes, type RunCommand } from './command.ts';
import { recordThreadText } from './record-thread-text.ts';

/** `kansli thread REF`: the red thread of an assignment, or what any other record hangs together with, as a calm timeline of text, with the document and line that prove each step. */
export const runThread: RunCommand = async (call) => {
  const [ref] = call.arguments as [string];
  const context = await call.openContext('join');
  try {
    const auth = authorize(context.operator, 'record.read');
    const other = await context.db.read(auth, (r) => findRecordByName(r, ref));
    if (other !== undefined) {
      const found = await context.db.read(auth, (r) => readRecordThread(r, other.noun, other.id));
      call.print(call.flag('json') ? JSON.stringify(found, null, 2) : recordThreadText(found, call.language));
      return exitCodes.done;
    }
    const thread = await context.db
      .read(auth, (r) => readThread(r, ref, context.runtime.today()))
      .catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'record.notFound')
          throw new AppError('assignment.notFound', { ref });
        throw error;
      });
    call.print(call.flag('json') ? JSON.stringify(thread, null, 2) : threadText(thread, call.language));
    return exitCodes.done;
  } finally {
    await context.close();
  }
};

const marks = { done: '●', now: '◆', gap: '○', proposed: '◌' } as const;

/** A thread as text: one step after the other down a line, what is missing among them. */
export function threadText({ subject, steps }: Thread, language: Language): string {
  const head = `${language === 'sv' ? 'Uppdrag' : 'Assignment'} ${subject.ref}: ${subject.title}`;
  return [head, '', ...steps.flatMap((step, index) => stepLines(step, language, index === steps.length - 1))].join(
    '\n',
  );
}

function stepLines(step: ThreadStep, language: Language, last: boolean): readonly string[] {
  const bar = last ? ' ' : '│';
  const proposed = step.state === 'proposed' ? (language === 'sv' ? ' (förslag)' : ' (proposed)') : '';
  const kind = `${(step.label ?? stepKinds[step.kind])[language]}${proposed}`;
  const when = dateText(step, language);
  const details = [
    ...(step.text ? wrapped(step.text[language]) : []),
    ...(step.quote ? wrapped(`”${step.quote}”`) : []),
    ...sourceLines(step, language),
  ];
  return [
    `${marks[step.state]} ${kind}${when ? ` · ${when}` : ''}`,
    ...wrapped(step.title[language]).map((line) => `${bar} ${line}`),
    ...details.map((line) => `${bar}   ${line}`),
    ...(last ? [] : [bar]),
  ];
}

/** The places that prove a step, one line a document. */
function sourceLines({ sources }: ThreadStep, language: Language): readonly string[] {
  const byDocument = Map.groupBy(sources, (source) => source.documentTitle);
  return [...byDocument].map(([title, places]) => {
    const lines = [...new Set(places.map((place) => place.line))].sort((a, b) => a - b).join(', ');
    return language === 'sv' ? `källa: ${title}, rad ${lines}` : `source: ${title}, line ${lines}`;
  });
}

function dateText({ date, precision }: ThreadStep, language: Language): string {
  if (date === null) return '';
  if (precision === 'year') return date.slice(0, 4);
  const options: Intl.DateTimeFormatOptions =
    precision === 'month' ? { month: 'long', year: 'numeric' } : { day: 'numeric', month: 'long', year: 'numeric' };
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

const width = 96;

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(/\s+/)) {
      if (line && line.length + word.length + 1 > width) {
        lines.push(line);
        line = word;
      } else line = line ? `${line} ${word}` : word;
    }
    if (line) lines.push(line);
  }
  return lines;
}
