/** Reads one file into records and ends: what a process costs that does nothing else. */
import { readFileSync } from 'node:fs';
import { readDocument } from '../../src/documents/in/read-document.ts';
import { readRecords } from '../../src/domain/intake/read-records.ts';

const [path] = process.argv.slice(2);
if (!path) throw new Error('bench/reading/read-once.ts needs the path of a file.');
const source = await readDocument({ fileName: path, bytes: readFileSync(path) });
console.log(readRecords(source, path).records.length);
process.exit(0);
