import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { TypstData } from './typst-data.ts';

/** One document to be set. */
export type PdfJob = TypstData;
/** The file, or the reasons why the engine refused to write a conforming one, or a fault of our own. */
export type PdfAnswer =
  | { readonly bytes: Uint8Array }
  | { readonly refusals: readonly string[] }
  | { readonly bug: string };

type Waiting = {
  readonly job: PdfJob;
  readonly resolve: (answer: PdfAnswer) => void;
  readonly reject: (error: Error) => void;
};
type Seat = { readonly worker: Worker; written: number; current: Waiting | undefined };

/**
 * The typesetters. Setting a document is synchronous work of tens of milliseconds, so that it happens in worker threads, as many as there are
 * cores to spare. Workers start when they are first needed and let the process end whenever they have nothing to do. A worker's memory creeps by
 * about 0.2 MB a document, so that it makes room for a fresh one after `documentsPerWorker`.
 */
export class PdfPool {
  readonly #size: number;
  readonly #documentsPerWorker: number;
  readonly #queue: Waiting[] = [];
  readonly #seats = new Set<Seat>();
  /** How many workers have been started since the beginning. */
  opened = 0;

  constructor({ size = Math.min(Math.max(availableParallelism() - 1, 1), 8), documentsPerWorker = 500 } = {}) {
    this.#size = size;
    this.#documentsPerWorker = documentsPerWorker;
  }

  write(job: PdfJob): Promise<PdfAnswer> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ job, resolve, reject });
      this.#serve();
    });
  }

  /** Stops the workers at once; documents still waiting fail, and a later one starts new workers. */
  async close(): Promise<void> {
    const closed = new Error('The PDF pool was closed before the document was written.');
    for (const waiting of this.#queue.splice(0)) waiting.reject(closed);
    await Promise.all([...this.#seats].map((seat) => seat.worker.terminate()));
  }

  #serve(): void {
    while (this.#queue.length > 0) {
      const idle = [...this.#seats].find((seat) => !seat.current);
      const seat = idle ?? (this.#seats.size < this.#size ? this.#open() : undefined);
      if (!seat) return;
      seat.current = this.#queue.shift()!;
      seat.worker.ref();
      seat.worker.postMessage(seat.current.job);
    }
  }

  #open(): Seat {
    const seat: Seat = {
      worker: new Worker(new URL('./pdf-worker.ts', import.meta.url)),
      written: 0,
      current: undefined,
    };
    seat.worker.unref();
    seat.worker.on('message', (answer: PdfAnswer) => this.#finish(seat, answer));
    seat.worker.on('error', (error) => this.#lose(seat, error));
    seat.worker.on('exit', (code) =>
      this.#lose(seat, new Error(`The PDF worker ended with code ${code} before its document was written.`)),
    );
    this.#seats.add(seat);
    this.opened += 1;
    return seat;
  }

  #finish(seat: Seat, answer: PdfAnswer): void {
    seat.current?.resolve(answer);
    seat.current = undefined;
    seat.worker.unref();
    seat.written += 1;
    if (seat.written >= this.#documentsPerWorker) {
      this.#seats.delete(seat);
      void seat.worker.terminate();
    }
    this.#serve();
  }

  #lose(seat: Seat, error: unknown): void {
    this.#seats.delete(seat);
    seat.current?.reject(error instanceof Error ? error : new Error(String(error)));
    seat.current = undefined;
    this.#serve();
  }
}
