import { Socket } from 'node:net';
import { AppError } from '../../../kernel/errors.ts';
import type { PageRequest } from '../draw-page.ts';
import { processLimits, readingLimits } from '../limits.ts';
import type { DocumentFile } from '../read-document.ts';
import { readFrames, writeFrame } from './frames.ts';

/** What the process says: that it is ready, how far it is, and one answer for each file. */
export type Said<Progress = unknown, Answer = unknown> =
  | { readonly ready: true }
  | { readonly progress: Progress }
  | { readonly answer: Answer }
  /** A picture was drawn; its bytes follow the head. */
  | { readonly drawn: true }
  | { readonly refused: { readonly code: string; readonly values: unknown } }
  | { readonly fault: string; readonly memory?: boolean };

const noPages = () => Promise.reject(new AppError('record.notFound'));

/** What the process is sent before the bytes of a file: a page to draw, or nothing, when all of it is to be read. */
export type Asked = { readonly fileName: string; readonly draw?: PageRequest };

/** The pipe on which the process answers: standard output belongs to libraries, which print on it what they like. */
export const answerPipe = 3;

/** The life of the process that reads: a file comes on standard input, its answer goes out, and it ends when the one who asks is gone. */
export function serveReader<Progress, Answer>(
  read: (file: DocumentFile, onProgress: (progress: Progress) => void) => Promise<Answer>,
  draw: (file: DocumentFile, request: PageRequest) => Promise<Uint8Array> = noPages,
): void {
  const out = new Socket({ fd: answerPipe, readable: false, writable: true });
  out.on('error', () => process.exit(1));
  const say = (said: Said<Progress, Answer>, body?: Uint8Array) => writeFrame(out, said, body);
  readFrames(
    process.stdin,
    // A cap of our own for what the server sends: it has held its limit already, and may have a larger one.
    readingLimits.fileBytes * 20,
    async ({ head, body }) => {
      const { fileName, draw: wanted } = head as Asked;
      try {
        if (wanted) return say({ drawn: true }, await draw({ fileName, bytes: body }, wanted));
        const answer = await read({ fileName, bytes: body }, (progress) => say({ progress }));
        // An answer that is too large is refused here already, before the server would have to.
        const size = JSON.stringify(answer).length;
        if (size > processLimits.answerBytes) throw new AppError('document.tooMuchMemory', { name: fileName });
        say({ answer });
      } catch (error) {
        say(faultOf(error));
      }
    },
    () => process.exit(1),
  );
  process.stdin.on('end', () => process.exit(0));
  // A library that throws into the event loop has lost track of its work; so have we.
  for (const event of ['uncaughtException', 'unhandledRejection'])
    process.on(event, (error) => {
      say(faultOf(error));
      out.end(() => process.exit(1));
    });
  say({ ready: true });
}

function faultOf(error: unknown): Said<never, never> {
  if (error instanceof AppError) return { refused: { code: error.code, values: error.values } };
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const memory =
    error instanceof Error &&
    /allocation failed|failed to allocate|invalid (?:typed )?array length|invalid string length/i.test(error.message);
  return { fault: text.slice(0, 4_000), ...(memory && { memory }) };
}
