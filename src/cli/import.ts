import { basename, extname } from 'node:path';
import type { Context } from '../context.ts';
import { authorize } from '../domain/access/index.ts';
import {
  type ConfirmedAll,
  confirmAll,
  getIntakeFile,
  handInBytes,
  type IntakeFile,
  listProposals,
  type OpenQuestion,
  type Proposal,
  proposalType,
  questionsOf,
  questionText,
  type ReadingProgress,
  readIntakeFile,
  sceneOf,
} from '../domain/intake/index.ts';
import { AppError, type ErrorCode, errorCatalogue, messageOf } from '../kernel/errors.ts';
import type { Language } from '../kernel/language.ts';
import { type Call, exitCodes, type RunCommand } from './command.ts';
import { loadFile } from './load-file.ts';
import { readingSoFar } from './reading-so-far.ts';

/** What the import of one file came to. */
type Imported = {
  readonly name: string;
  readonly already: boolean;
  readonly file: IntakeFile;
  readonly proposals: readonly Proposal[];
  readonly outcome: ConfirmedAll | undefined;
  readonly open: readonly { readonly proposal: Proposal; readonly questions: readonly OpenQuestion[] }[];
};

/**
 * `kansli import FILE… [--confirm]`: takes files in, reads them, and lays what is found before a person. All files are read before any is confirmed,
 * so that what they say of each other is known. The same file again is the same file: nothing is doubled.
 */
export const runImport: RunCommand = async (call) => {
  const context = await call.openContext('join');
  try {
    let refused = false;
    const read: { readonly name: string; readonly fileId: string; readonly already: boolean }[] = [];
    for (const path of call.arguments) {
      try {
        read.push(await takeIn(call, context, path));
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        call.note(`${basename(path)}: ${messageOf(error.code, call.language, error.values)}`);
        refused = true;
      }
    }
    const imported: Imported[] = [];
    for (const one of read) imported.push(await finish(call, context, one));
    if (call.flag('json'))
      call.print(JSON.stringify({ files: imported.map((one) => asData(one, call.language)) }, null, 2));
    else call.print(imported.map((one) => describe(one, call.language)).join('\n\n'));
    return refused || imported.some(({ file }) => file.state === 'failed') ? exitCodes.refused : exitCodes.done;
  } finally {
    await context.close();
  }
};

async function takeIn(call: Call, context: Context, path: string) {
  const name = basename(path);
  const bytes = await loadFile(path, context.config.largestFile);
  const auth = authorize(context.operator, 'intake.handIn');
  const mediaType = mediaTypes[extname(path).toLowerCase()] ?? 'application/octet-stream';
  const { fileId, already } = await handInBytes(context, auth, { fileName: name, mediaType, bytes });
  const kilobytes = Math.ceil(bytes.length / 1_000);
  call.note(sv(call, `Läser ${name}, ${kilobytes} kB …`, `Reading ${name}, ${kilobytes} kB …`));
  const onProgress = (progress: ReadingProgress) => call.progress(`  ${readingSoFar(progress, call.language)}`);
  await readIntakeFile({ ...context, read: context.readDocument, onProgress }, auth, fileId);
  const found = (await context.db.read(auth, (r) => listProposals(r, fileId))).length;
  call.note(sv(call, `  ${found} förslag hittade`, `  ${found} proposals found`));
  return { name, fileId, already };
}

async function finish(
  call: Call,
  context: Context,
  { name, fileId, already }: { readonly name: string; readonly fileId: string; readonly already: boolean },
): Promise<Imported> {
  const auth = authorize(context.operator, 'intake.confirm');
  let told = 0;
  const outcome = call.flag('confirm')
    ? await confirmAll(context.db, auth, { fileId }, (done, total) => {
        if (done - told < 20 && done < total) return;
        told = done;
        call.note(sv(call, `  bekräftar ${name}: ${done} av ${total}`, `  confirming ${name}: ${done} of ${total}`));
      })
    : undefined;
  return await context.db.read(auth, async (r) => {
    const scene = await sceneOf(r, fileId);
    const open = scene.proposals.filter((proposal) => proposal.state === 'open');
    const asked: Imported['open'][number][] = [];
    // Without confirming, what would be open is not asked: an answer waits for its assignment in any case.
    if (outcome)
      for (const proposal of open) asked.push({ proposal, questions: await questionsOf(r, proposal, scene) });
    else asked.push(...open.map((proposal) => ({ proposal, questions: [] })));
    return { name, already, file: await getIntakeFile(r, fileId), proposals: scene.proposals, outcome, open: asked };
  });
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
};

function asData({ name, already, file, proposals, outcome, open }: Imported, language: Language) {
  return {
    file: name,
    fileId: file.id,
    already,
    state: file.state,
    error: errorText(file, language),
    kind: file.kind,
    title: file.title,
    proposals: countByType(proposals),
    confirmed: outcome?.confirmed ?? {},
    open: open.map(({ proposal, questions }) => ({
      type: proposal.type,
      id: proposal.id,
      line: proposal.source.line,
      confidence: proposal.confidence,
      questions: questions.map((one) => ({ code: one.code, text: questionText(one)[language] })),
    })),
    problems: file.problems,
    unplaced: file.unplaced.length,
  };
}

function describe(one: Imported, language: Language): string {
  const { name, already, file, proposals, outcome, open } = one;
  const t = language === 'sv' ? swedish : english;
  const found = Object.entries(countByType(proposals)).map(([type, count]) => {
    const row = proposalType(type);
    const label = row ? (count === 1 ? row.label : row.plural)[language] : type;
    const made = outcome?.confirmed[type];
    return `  ${String(count).padStart(4)} ${label}${made ? ` (${t.confirmed(made)})` : ''}`;
  });
  const error = errorText(file, language);
  return [
    `${name}: ${file.title ?? file.fileName}${already ? ` (${t.already})` : ''}`,
    ...(error ? [`  ${error}`] : found),
    ...(outcome && open.length > 0 ? ['', `  ${t.open(open.length)}`] : []),
    ...(outcome ? open.map((entry) => openLine(entry, language)) : []),
    ...(file.problems.length > 0 ? ['', `  ${t.problems(file.problems.length)}`] : []),
    ...file.problems.map(
      (problem) => `    ${problem.source ? `${t.line} ${problem.source.line}: ` : ''}${problem.message}`,
    ),
    ...(file.unplaced.length > 0 ? ['', `  ${t.unplaced(file.unplaced.length)}`] : []),
  ].join('\n');
}

function openLine({ proposal, questions }: Imported['open'][number], language: Language): string {
  const label = proposalType(proposal.type)?.label[language] ?? proposal.type;
  const ends =
    proposal.fields.fromEnd && proposal.fields.toEnd ? ` ${proposal.fields.from} → ${proposal.fields.to}.` : '';
  const why = questions.map((question) => questionText(question)[language]).join(' ');
  return `    ${language === 'sv' ? 'rad' : 'line'} ${proposal.source.line}, ${label}:${ends} ${why}`;
}

function errorText(file: IntakeFile, language: Language): string | null {
  const code = file.errorCode;
  if (code === null) return null;
  return code in errorCatalogue
    ? messageOf(code as ErrorCode, language, { name: file.fileName, ...file.errorValues })
    : code;
}

function countByType(proposals: readonly Proposal[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { type } of proposals) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

const swedish = {
  already: 'var redan inläst',
  confirmed: (count: number) => `${count} bekräftade nu`,
  open: (count: number) => `${count} förslag väntar på granskning:`,
  problems: (count: number) => `${count} saker att titta på i dokumentet:`,
  unplaced: (count: number) => `${count} stycken text hittade ingen plats och ligger kvar i granskningen.`,
  line: 'rad',
};
const english: typeof swedish = {
  already: 'had been imported before',
  confirmed: (count) => `${count} confirmed now`,
  open: (count) => `${count} proposals wait for review:`,
  problems: (count) => `${count} things to look at in the document:`,
  unplaced: (count) => `${count} stretches of text found no place and are kept in the review.`,
  line: 'line',
};

function sv(call: Call, swedishText: string, englishText: string): string {
  return call.language === 'sv' ? swedishText : englishText;
}
