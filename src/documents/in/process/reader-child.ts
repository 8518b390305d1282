import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { PageRequest } from '../draw-page.ts';
import type { ProcessLimits } from '../limits.ts';
import type { DocumentFile } from '../read-document.ts';
import { readFrames, writeFrame } from './frames.ts';
import { environment, launchOf } from './launch.ts';
import { forgetPeak, measureMemory } from './measure-memory.ts';
import { type Asked, answerPipe, type Said } from './serve-reader.ts';

/** How a process ended before its answer: stopped by us for a reason, or by itself. */
export type Ending = 'tooSlow' | 'tooMuchMemory' | 'stopped';

const measureEvery = 200;
const keptComplaint = 4_000;

/** One process that reads, seen from the server: send a file, hear what it says, stop it. It is watched for as long as it has a file. */
export class ReaderChild {
  readonly #process: ChildProcess;
  readonly #limits: ProcessLimits;
  readonly #hear: (said: Said, body: Uint8Array) => void;
  #watch: NodeJS.Timeout | undefined;
  #ending: Ending | undefined;
  #complaint = '';
  /** The most memory that was seen in use while it had its present file, in megabytes. */
  peak = 0;
  /** What it has in use, as it was last seen. */
  inUse = 0;
  /** Files it has been given. */
  files = 0;
  readonly ended: Promise<Ending>;

  constructor(entry: URL, limits: ProcessLimits, hear: (said: Said, body: Uint8Array) => void) {
    this.#limits = limits;
    this.#hear = hear;
    const launch = launchOf(entry, limits);
    const stdio = ['pipe', 'ignore', 'pipe', 'pipe'] as const;
    this.#process = spawn(launch.command, launch.arguments, { stdio: [...stdio], env: environment, windowsHide: true });
    this.#process.stdin!.on('error', () => {});
    this.#process.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.#complaint = (this.#complaint + text).slice(-keptComplaint);
    });
    const answers = this.#process.stdio[answerPipe] as Readable;
    answers.on('error', () => {});
    readFrames(
      answers,
      limits.answerBytes,
      ({ head, body }) => this.#hear(head as Said, body),
      () => this.stop('tooMuchMemory'),
    );
    this.ended = new Promise((done) => {
      this.#process.once('error', () => done('stopped'));
      this.#process.once('close', (_, signal) => done(this.#ending ?? this.#endingOf(signal)));
    });
    this.rest();
  }

  get complaint(): string {
    return this.#complaint;
  }

  async send({ fileName, bytes }: DocumentFile, draw?: PageRequest): Promise<void> {
    this.files += 1;
    this.peak = 0;
    this.#hold(true);
    if (this.#process.pid !== undefined) await forgetPeak(this.#process.pid);
    this.#watch = setInterval(() => void this.measure(), measureEvery);
    writeFrame(this.#process.stdin!, { fileName, draw } satisfies Asked | { draw: undefined }, bytes);
  }

  /** It has nothing to do: it is not watched, and does not keep the server from ending. */
  rest(): void {
    clearInterval(this.#watch);
    this.#hold(false);
  }

  /** Ends it at once, and says why to who waits for `ended`. */
  stop(ending: Ending): void {
    this.#ending ??= ending;
    clearInterval(this.#watch);
    // Who waits for `ended` must live to hear of it.
    this.#hold(true);
    this.#process.kill('SIGKILL');
  }

  /** Looks at its memory, and stops it when that is too much. */
  async measure(): Promise<void> {
    const { pid } = this.#process;
    const memory = pid === undefined ? undefined : await measureMemory(pid);
    if (!memory) return;
    this.peak = Math.max(this.peak, memory.peak);
    this.inUse = memory.now;
    if (memory.now > this.#limits.residentMegabytes) this.stop('tooMuchMemory');
  }

  #endingOf(signal: NodeJS.Signals | null): Ending {
    if (signal === 'SIGXCPU') return 'tooSlow';
    return /out of memory|bad_alloc|allocation failed/i.test(this.#complaint) ? 'tooMuchMemory' : 'stopped';
  }

  #hold(busy: boolean): void {
    type Held = { ref?: () => void; unref?: () => void };
    const streams = [...this.#process.stdio] as (Readable | Writable | null)[];
    for (const one of [this.#process, ...streams] as (Held | null)[]) {
      if (busy) one?.ref?.();
      else one?.unref?.();
    }
  }
}
