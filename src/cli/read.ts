import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readDocument } from '../documents/in/read-document.ts';
import { compareFiles, type ReadResult, readRecords } from '../domain/intake/index.ts';
import { AppError, messageOf } from '../kernel/errors.ts';
import { exitCodes, type RunCommand } from './command.ts';
import { describeReading } from './read-summary.ts';

/**
 * `kansli read FILE… [--json]`: what is found in documents, without a database. One JSON document goes to standard output: an object for one
 * file, a list for several. A file that cannot be read is told on standard error, the others are read all the same, and the exit code is 1.
 */
export const runRead: RunCommand = async (call) => {
  const read: { result: ReadResult; text: string }[] = [];
  let refused = false;
  for (const path of call.arguments) {
    try {
      const bytes = await readFile(path).catch(() => {
        throw new AppError('document.noSuchFile', { name: path });
      });
      const source = await readDocument({ fileName: basename(path), bytes });
      read.push({ result: readRecords(source, basename(path)), text: source.text });
      if (call.arguments.length > 1) call.note(`${basename(path)} …`);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      call.note(messageOf(error.code, call.language, error.values));
      refused = true;
    }
  }
  const results = compareFiles(read);
  if (call.flag('json')) {
    const [first] = results;
    if (call.arguments.length > 1) call.print(JSON.stringify(results, null, 2));
    else if (first) call.print(JSON.stringify(first, null, 2));
  } else if (results.length > 0)
    call.print(results.map((result, index) => describeReading(result, read[index]!.text, call.language)).join('\n\n'));
  return refused ? exitCodes.refused : exitCodes.done;
};
