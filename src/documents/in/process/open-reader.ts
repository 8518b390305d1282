import { AppError, type ErrorCode, errorCatalogue } from '../../../kernel/errors.ts';
import type { TextValues } from '../../../kernel/fill-text.ts';
import type { PageRequest } from '../draw-page.ts';
import { type ProcessLimits, processLimits, readingLimits } from '../limits.ts';
import type { DocumentFile, ReadingProgress } from '../read-document.ts';
import { launchOf, type ProcessLayer } from './launch.ts';
import { type Ending, ReaderChild } from './reader-child.ts';
import type { Said } from './serve-reader.ts';

/** Reads files one after the other in a process of their own. Whatever a file does to that process, it is told as one `AppError`. */
export type DocumentReader<Answer, Progress extends ReadingProgress = ReadingProgress> = {
  readonly read: (
    file: DocumentFile,
    options?: { readonly onProgress?: (progress: Progress) => void },
  ) => Promise<Answer>;
  /** Draws a page of a file as a PNG. */
  readonly draw: (file: DocumentFile, request: PageRequest) => Promise<Uint8Array>;
  /** What holds the process on this machine. */
  readonly layers: readonly ProcessLayer[];
  readonly close: () => Promise<void>;
};

export type ReaderOptions<Answer> = {
  /** The program of the process; it calls `serveReader`. */
  readonly entry: URL;
  /** Looks at an answer before anyone uses it: it comes from a process that may have been taken over by a file. Throws when it is not one. */
  readonly check: (answer: unknown) => Answer;
  readonly largestFile?: number;
  readonly limits?: Partial<ProcessLimits>;
  /** For the log of the server: what ended a process, in the words of the machine. */
  readonly onFault?: (text: string) => void;
  /** What a reading took, for measurements. */
  readonly onRead?: (facts: ReadingCost) => void;
};

export type ReadingCost = { readonly fileName: string; readonly seconds: number; readonly peakMegabytes: number };

type Waiting<Answer> = {
  readonly file: DocumentFile;
  /** The page to draw; absent when the file is to be read. */
  readonly page?: PageRequest;
  readonly onProgress: ((progress: never) => void) | undefined;
  readonly resolve: (answer: Answer | Uint8Array) => void;
  readonly reject: (error: unknown) => void;
};

/** Opens a reader. The process is started at the first file, stays warm for the next, and makes room for a fresh one after any fault. */
export function openReader<Answer, Progress extends ReadingProgress = ReadingProgress>(
  options: ReaderOptions<Answer>,
): DocumentReader<Answer, Progress> {
  const limits: ProcessLimits = { ...processLimits, ...options.limits };
  const largest = options.largestFile ?? readingLimits.fileBytes;
  const queue: Waiting<Answer>[] = [];
  let child: ReaderChild | undefined;
  let hear: (said: Said, body: Uint8Array) => void = () => {};
  let working = false;
  let closed = false;

  const retire = () => {
    child?.stop('stopped');
    child = undefined;
  };

  const serve = async () => {
    if (working) return;
    working = true;
    for (let next = queue.shift(); next; next = queue.shift()) await readOne(next);
    working = false;
  };

  const readOne = async ({ file, page, onProgress, resolve, reject }: Waiting<Answer>) => {
    const started = performance.now();
    child ??= new ReaderChild(options.entry, limits, (said, body) => hear(said, body));
    const own = child;
    const clock = startClock(limits, file.bytes.length, (seconds) => {
      late = seconds;
      own.stop('tooSlow');
    });
    let late = 0;
    let picture = new Uint8Array();
    const heard = new Promise<Said>((done) => {
      hear = (said, body) => {
        if ('drawn' in said) picture = new Uint8Array(body);
        if (!('progress' in said)) return 'ready' in said ? undefined : done(said);
        clock.progress(said.progress as ReadingProgress);
        onProgress?.(said.progress as never);
      };
    });
    await own.send(file, page);
    const outcome = await Promise.race([heard, own.ended]);
    clock.stop();
    own.rest();
    if (typeof outcome !== 'string') await own.measure();
    const cost = { fileName: file.fileName, seconds: (performance.now() - started) / 1_000, peakMegabytes: own.peak };
    options.onRead?.(cost);
    if (typeof outcome === 'string' || 'fault' in outcome) {
      const reason = typeof outcome === 'string' ? `${outcome} ${own.complaint}` : 'fault' in outcome && outcome.fault;
      options.onFault?.(`${file.fileName}: ${reason}`);
      retire();
    } else if (own.files >= limits.files || own.inUse > limits.restingMegabytes) retire();
    try {
      resolve(page ? pictureOf(outcome, picture, file.fileName, late) : answerOf(outcome, file.fileName, late));
    } catch (error) {
      reject(error);
    }
  };

  const answerOf = (outcome: Said | Ending, name: string, seconds: number): Answer => {
    if (outcome === 'tooSlow') throw new AppError('document.tooSlow', { name, seconds: Math.ceil(seconds) });
    if (outcome === 'tooMuchMemory') throw new AppError('document.tooMuchMemory', { name });
    if (outcome === 'stopped') throw new AppError('document.readerStopped', { name });
    if ('fault' in outcome)
      throw new AppError(outcome.memory ? 'document.tooMuchMemory' : 'document.readerStopped', { name });
    if ('refused' in outcome) throw refusalOf(outcome.refused, name);
    if ('answer' in outcome) return checked(outcome.answer, name);
    throw new Error('The process that reads said something that is neither an answer nor a refusal.');
  };

  /** A picture is taken for one by its first bytes and its size: it goes to browsers in our name. */
  const pictureOf = (outcome: Said | Ending, picture: Uint8Array, name: string, seconds: number): Uint8Array => {
    if (typeof outcome === 'string' || !('drawn' in outcome)) {
      answerOf(outcome, name, seconds);
      throw new AppError('document.readerStopped', { name });
    }
    if (isPng(picture) && picture.length <= largestPicture) return picture;
    options.onFault?.(`${name}: a drawn page of ${picture.length} bytes that is no picture, or a too large one`);
    throw new AppError('document.readerStopped', { name });
  };

  const checked = (answer: unknown, name: string): Answer => {
    try {
      return options.check(answer);
    } catch (error) {
      options.onFault?.(`${name}: ${error instanceof Error ? error.message : error}`);
      retire();
      throw new AppError('document.readerStopped', { name });
    }
  };

  const ask = <T extends Answer | Uint8Array>(wanted: Pick<Waiting<Answer>, 'file' | 'page' | 'onProgress'>) => {
    const { length } = wanted.file.bytes;
    if (closed) return Promise.reject(new Error('The reader has been closed: open another one.'));
    if (length > largest) {
      const values = { name: wanted.file.fileName, megabytes: Math.floor(largest / 1_000_000) };
      return Promise.reject(new AppError('document.tooLarge', values));
    }
    return new Promise<T>((resolve, reject) => {
      queue.push({ ...wanted, resolve: resolve as Waiting<Answer>['resolve'], reject });
      void serve();
    });
  };

  return {
    layers: launchOf(options.entry, limits).layers,
    read: (file, { onProgress } = {}) =>
      ask<Answer>({ file, onProgress: onProgress as ((progress: never) => void) | undefined }),
    draw: (file, page) => ask<Uint8Array>({ file, page, onProgress: undefined }),
    close: async () => {
      closed = true;
      const stopped = new AppError('document.readerStopped', { name: '' });
      for (const waiting of queue.splice(0)) waiting.reject(stopped);
      const last = child;
      retire();
      await last?.ended;
    },
  };
}

/** Bytes of the largest picture of a page that is handed on. */
const largestPicture = 8_000_000;

function isPng(bytes: Uint8Array): boolean {
  return [0x89, 0x50, 0x4e, 0x47].every((byte, index) => bytes[index] === byte);
}

/** A refusal is taken over by its code and its values; a code that the catalogue does not have is no refusal of ours. */
function refusalOf({ code, values }: { readonly code: string; readonly values: unknown }, name: string): AppError {
  if (!Object.hasOwn(errorCatalogue, code)) return new AppError('document.readerStopped', { name });
  return new AppError(code as ErrorCode, { name, ...(values as TextValues) });
}

/** The clock of one file: all of the time it may take, and how long it may be silent. Pages that are read as pictures give it more of both. */
function startClock(limits: ProcessLimits, bytes: number, ring: (seconds: number) => void) {
  let allowed = limits.seconds + (bytes / 1_000_000) * limits.secondsPerMegabyte;
  let silence = limits.silentSeconds;
  const started = performance.now();
  let timer = setTimeout(() => {}, 0);
  const wind = () => {
    clearTimeout(timer);
    const left = allowed - (performance.now() - started) / 1_000;
    const seconds = Math.min(left, silence);
    timer = setTimeout(() => ring(left <= silence ? allowed : silence), Math.max(seconds, 0) * 1_000);
  };
  let pictures = false;
  wind();
  return {
    progress: ({ phase, pagesTotal = 0 }: ReadingProgress) => {
      if (phase === 'pictures' && !pictures) {
        pictures = true;
        allowed += Math.min(Math.max(Number(pagesTotal) || 0, 1), readingLimits.pages) * limits.secondsPerPicture;
      }
      silence = phase === 'pictures' ? limits.silentPictureSeconds : limits.silentSeconds;
      wind();
    },
    stop: () => clearTimeout(timer),
  };
}
