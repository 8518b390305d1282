import { basename } from 'node:path';
import { compareFiles, type ReadFile, type ReadingProgress } from '../domain/intake/index.ts';
import { AppError, messageOf } from '../kernel/errors.ts';
import { exitCodes, type RunCommand } from './command.ts';
import { loadFile } from './load-file.ts';
import { describeReading } from './read-summary.ts';
import { readingSoFar } from './reading-so-far.ts';

/**
 * `kansli read FILE… [--json]`: what is found in documents, without a database. One JSON document goes to standard output: an object for one
 * file, a list for several. A file that cannot be read is told on standard error, the others are read all the same, and the exit code is 1.
 */
export const runRead: RunCommand = async (call) => {
  const read: ReadFile[] = [];
  let refused = false;
  const reader = await call.openReader(call.note);
  for (const path of call.arguments) {
    const name = basename(path);
    try {
      const bytes = await loadFile(path, call.config.largestFile);
      const onProgress = (progress: ReadingProgress) =>
        call.progress(`${name}: ${readingSoFar(progress, call.language)}`);
      read.push(await reader.read({ fileName: name, bytes }, { onProgress }));
      if (call.arguments.length > 1) call.note(`${name} …`);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      call.note(messageOf(error.code, call.language, error.values));
      refused = true;
    }
  }
  await reader.close();
  const results = compareFiles(read);
  if (call.flag('json')) {
    const [first] = results;
    if (call.arguments.length > 1) call.print(JSON.stringify(results, null, 2));
    else if (first) call.print(JSON.stringify(first, null, 2));
  } else if (results.length > 0)
    call.print(results.map((result, index) => describeReading(result, read[index]!.text, call.language)).join('\n\n'));
  return refused ? exitCodes.refused : exitCodes.done;
};
