import { createHash } from 'node:crypto';
import { type Sheet, writeCsv, writeDocument, writeZip, type ZippedFile } from '../../../../documents/out/index.ts';
import { nationalReportRows, nationalReportSchema, type ReturnToSend } from '../../../../domain/returns/index.ts';
import { type FileReply, file } from '../../../reply.ts';

export const returnFormats = ['pdf', 'docx', 'html', 'json', 'csv'] as const;
export type ReturnFormat = (typeof returnFormats)[number];

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
} as const satisfies Record<ReturnFormat, string>;

/** A return as one file. */
export async function returnFile(found: ReturnToSend, format: ReturnFormat): Promise<FileReply> {
  return file({
    bytes: await bytesIn(found, format),
    type: mediaTypes[format],
    name: `${returnFileName(found)}.${format}`,
  });
}

/** The JSON schema of the data of every return. */
export function returnSchemaFile(): FileReply {
  return file({ bytes: schemaBytes(), type: 'application/schema+json', name: 'redovisning.schema.json' });
}

/** All that is sent in, as one archive; the same return gives the same bytes. `bytesOf` fetches a file of the register by its hash. */
export async function returnPackage(
  found: ReturnToSend,
  bytesOf: (sha256: string) => Promise<Uint8Array>,
): Promise<FileReply> {
  const name = returnFileName(found);
  const files: ZippedFile[] = [];
  for (const format of ['pdf', 'docx', 'json', 'csv'] as const)
    files.push({ name: `${name}.${format}`, bytes: await bytesIn(found, format) });
  files.push({ name: 'redovisning.schema.json', bytes: schemaBytes() });
  for (const { question, attachments } of attachmentsOf(found))
    for (const [index, { fileName, sha256 }] of attachments.entries())
      files.push({ name: attachmentName(question, index, fileName), bytes: await bytesOf(sha256) });
  files.push({ name: 'las-mig.txt', bytes: utf8(readme(found, files)) });
  return file({ bytes: writeZip(files), type: 'application/zip', name: `${name}.zip` });
}

/** `god-och-nara-vard-2026`: letters that every file system and mail program keeps. */
export function returnFileName({ report }: Pick<ReturnToSend, 'report'>): string {
  const title = report.title.includes(String(report.year)) ? report.title : `${report.title} ${report.year}`;
  return (
    title
      .normalize('NFD')
      .replace(/\p{Diacritic}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || `redovisning-${report.year}`
  );
}

async function bytesIn(found: ReturnToSend, format: ReturnFormat): Promise<Uint8Array> {
  if (format === 'json') return utf8(`${JSON.stringify(found.data, null, 2)}\n`);
  if (format === 'csv') return writeCsv(sheetOf(found));
  return (await writeDocument(found.tree, format)).bytes;
}

/** The answers as a table, one row a question, or a row of it; always in Swedish, as the form is. */
function sheetOf({ data }: ReturnToSend): Sheet {
  const head = ['Fråga', 'Del', 'Avsnitt', 'Frågans text', 'Rad', 'Svar', 'Svar i ord', 'Kommentar'];
  return {
    title: data.title,
    language: 'sv',
    columns: head.map((one) => ({ head: one, kind: 'text' })),
    rows: nationalReportRows(data).map((row) => [
      row.number,
      row.part,
      row.section,
      row.question,
      row.row,
      typeof row.answer === 'number' ? String(row.answer).replace('.', ',') : row.answer,
      row.words,
      row.comment,
    ]),
  };
}

const schemaBytes = () => utf8(`${JSON.stringify(nationalReportSchema(), null, 2)}\n`);
const utf8 = (text: string) => new TextEncoder().encode(text);

/** The files of each question that is asked: those of the frozen data when it is approved, so that nothing comes to a decision afterwards. */
function attachmentsOf({ data }: ReturnToSend) {
  return data.questions.map(({ code, attachments }) => ({ question: code, attachments }));
}

function attachmentName(question: string, index: number, fileName: string): string {
  const safe = fileName.normalize('NFC').replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-');
  return `bilagor/fraga-${question}-${index + 1}-${safe}`;
}

/** What is in the archive and how it can be checked, for who opens it years later. */
function readme(found: ReturnToSend, files: readonly ZippedFile[]): string {
  const { data, frozen, approval } = found;
  const lines = files.map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}`);
  return [
    `${data.title} ${data.title.includes(String(data.year)) ? '' : data.year}`.trim(),
    `Från: ${data.organisation}`,
    `Till: ${data.receiver}`,
    approval ? `Godkänd av ${data.approvedBy} ${approval.on}.` : `Inte godkänd. ${data.approvedBy} beslutar.`,
    ...(frozen ? [`Kontrollsumma för det som godkändes (SHA-256): ${frozen.hash}`] : []),
    '',
    'PDF-filen är det arkivbeständiga dokumentet. DOCX-filen har samma innehåll. JSON-filen har svaren som data och följer redovisning.schema.json. CSV-filen har svaren som tabell.',
    '',
    'Filernas kontrollsummor (SHA-256):',
    ...lines,
    '',
  ].join('\r\n');
}
