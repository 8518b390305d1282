import { proposalTypes, type ReadResult } from '../domain/intake/index.ts';
import { documentKinds } from '../domain/matters/index.ts';
import type { Language, Localized } from '../kernel/language.ts';

const texts = {
  body: { sv: 'organ', en: 'body' },
  date: { sv: 'datum', en: 'date' },
  year: { sv: 'år', en: 'year' },
  matter: { sv: 'diarienummer', en: 'registration number' },
  parts: { sv: 'Delar', en: 'Parts' },
  line: { sv: 'rad', en: 'line' },
  records: { sv: 'Förslag', en: 'Proposals' },
  none: { sv: 'Inga poster kändes igen.', en: 'No records were recognised.' },
  surest: { sv: 'minst säkert', en: 'least sure' },
  problems: { sv: 'Att se över', en: 'To look at' },
  unplaced: { sv: 'Text utan plats', en: 'Text that fitted nowhere' },
  more: { sv: 'till', en: 'more' },
} as const satisfies Record<string, Localized>;

const mostUnplaced = 12;

/** What was read from one file, as a calm page for the terminal. Problems are in the language of the records. */
export function describeReading(result: ReadResult, text: string, language: Language): string {
  const say = (key: keyof typeof texts) => texts[key][language];
  const { kind, title, body, date, year, diaryNumber, parts = [] } = result.document;
  const facts = [
    body && `${say('body')}: ${body}`,
    date && `${say('date')}: ${date}`,
    year && `${say('year')}: ${year}`,
    diaryNumber && `${say('matter')}: ${diaryNumber}`,
  ].filter(Boolean);
  return [
    result.file,
    `  ${capital(documentKinds[kind][language])}: ${title}`,
    ...facts.map((fact) => `  ${capital(String(fact))}`),
    ...section(
      say('parts'),
      parts.map((part) => [`${say('line')} ${part.line}`, documentKinds[part.kind][language], part.title]),
    ),
    ...section(say('records'), recordRows(result, language, say('surest')), say('none')),
    ...section(
      `${say('problems')} (${result.problems.length})`,
      result.problems.map(({ code, message, source }) => [
        source ? `${say('line')} ${source.line}` : '',
        code,
        message,
      ]),
    ),
    ...section(`${say('unplaced')} (${result.unplaced.length})`, unplacedRows(result, text, say('line'), say('more'))),
  ].join('\n');
}

function recordRows(result: ReadResult, language: Language, surest: string): readonly string[][] {
  const types = [...new Set(result.records.map((record) => record.type))];
  return types.map((type) => {
    const records = result.records.filter((record) => record.type === type);
    const label = (proposalTypes as Record<string, { plural: Localized } | undefined>)[type]?.plural[language] ?? type;
    const least = Math.min(...records.map((record) => record.confidence));
    return [String(records.length).padStart(4), label, `${surest} ${Math.round(least * 100)} %`];
  });
}

function unplacedRows(result: ReadResult, text: string, line: string, more: string): readonly string[][] {
  const rows = result.unplaced.slice(0, mostUnplaced).map((piece) => {
    const number = text.slice(0, piece.start).split(/\r\n|\n|\r/).length;
    const words = piece.text.replace(/\s+/g, ' ');
    return [`${line} ${number}`, words.length > 90 ? `${words.slice(0, 89)}…` : words];
  });
  const rest = result.unplaced.length - rows.length;
  return rest > 0 ? [...rows, ['', `… ${rest} ${more}`]] : rows;
}

/** A heading and rows in columns; nothing when there are no rows and nothing to say about that. */
function section(heading: string, rows: readonly (readonly string[])[], whenEmpty?: string): readonly string[] {
  if (rows.length === 0) return whenEmpty ? ['', `  ${whenEmpty}`] : [];
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns - 1 }, (_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const lay = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return ['', `  ${heading}`, ...rows.map((row) => `    ${lay(row)}`)];
}

const capital = (words: string) => words.slice(0, 1).toLocaleUpperCase('sv') + words.slice(1);
