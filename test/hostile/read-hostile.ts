import assert from 'node:assert/strict';
import { AppError, type ErrorCode, messageOf } from '../../src/kernel/errors.ts';
import { openPaperReader } from '../support/paper-reader.ts';
import type { HostileFile } from './hostile-file.ts';
import { goodDocx } from './make-docx.ts';

/** What became of one file. */
export type Outcome = {
  readonly name: string;
  readonly came: 'read' | ErrorCode;
  readonly seconds: number;
  /** The most memory that the process which reads was seen to have. */
  readonly megabytes: number;
};

/** Reads files through the reader of the product, a good one after each that ended the process, and says what became of them. */
export async function readHostile(
  files: readonly HostileFile[],
  onOutcome: (outcome: Outcome) => void = () => {},
): Promise<{ readonly outcomes: readonly Outcome[]; readonly faults: readonly string[] }> {
  let megabytes = 0;
  const faults: string[] = [];
  const outcomes: Outcome[] = [];
  const reader = openPaperReader({
    onFault: (text) => faults.push(text),
    onRead: (cost) => {
      megabytes = cost.peakMegabytes;
    },
  });
  try {
    for (const file of files) {
      const bytes = file.bytes();
      megabytes = 0;
      const before = faults.length;
      const started = performance.now();
      const came = await reader.read({ fileName: file.name, bytes }).then(
        () => 'read' as const,
        (error: unknown) => refusalOf(error, file.name),
      );
      const outcome = { name: file.name, came, seconds: (performance.now() - started) / 1_000, megabytes };
      outcomes.push(outcome);
      onOutcome(outcome);
      assert.ok(
        !file.expect || file.expect.includes(came),
        `${file.name} came to ${came}, not to ${file.expect?.join(' or ')}: ${faults.slice(before).join(' ')}`,
      );
      if (faults.length > before) await readGood(reader);
    }
    await readGood(reader);
  } finally {
    await reader.close();
  }
  return { outcomes, faults };
}

/** The code of a refusal; it is one of the catalogue and says what happened in whole sentences. */
function refusalOf(error: unknown, name: string): ErrorCode {
  assert.ok(error instanceof AppError, `${name} gave an error without a code: ${error}`);
  for (const language of ['sv', 'en'] as const)
    assert.doesNotMatch(
      messageOf(error.code, language, error.values),
      /\{\w+\}/,
      `${error.code} says all of its sentence`,
    );
  return error.code;
}

async function readGood(reader: ReturnType<typeof openPaperReader>): Promise<void> {
  const { result } = await reader.read({ fileName: 'kallelse.docx', bytes: goodDocx() });
  assert.ok(result.records.length > 0 || result.unplaced.length > 0, 'the reader reads a good file afterwards');
}
