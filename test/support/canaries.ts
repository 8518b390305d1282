/**
 * Canaries: words that stand nowhere else, planted where something is secret, and looked for in whatever the product hands out. All of a flock begin with
 * the same letters, so that ten thousand are looked for at the cost of one; what follows tells which of them came out.
 */
import { inflateRawSync, inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';

export type Flock = {
  /** A new canary. `where` is what is said when it is found. */
  readonly plant: (where: string) => string;
  readonly size: () => number;
  /** Where each canary that something holds was planted, with how it was written there. */
  readonly in: (something: Uint8Array | string) => readonly string[];
};

const letters = 'bcdfghjklmnprstvwxz';
const backwards = (text: string): string => [...text].reverse().join('');
const hex = (text: string): string => Buffer.from(text).toString('hex');

/** A flock whose canaries begin with `call`: letters in an order that no word has. The same canaries come again in each run. */
export function openFlock(call: string): Flock {
  const planted = new Map<string, string>();
  const known = [...spellings(call)];
  return {
    plant: (where) => {
      const canary = call + numeral(planted.size);
      planted.set(canary, where);
      return canary;
    },
    size: () => planted.size,
    in: (something) => {
      const found = new Set<string>();
      for (const text of textsOf(something)) {
        const low = text.toLowerCase();
        for (const [written, spelling, undo] of known) {
          if (spelling === '') continue;
          const whole = written === 'base64' ? text : low;
          for (let at = whole.indexOf(spelling); at >= 0; at = whole.indexOf(spelling, at + 1))
            found.add(`${planted.get(undo(whole, at)) ?? 'a canary that was cut'} (${written})`);
        }
      }
      return [...found];
    },
  };
}

const tail = 5;

function numeral(count: number): string {
  let rest = count;
  let text = '';
  for (let place = 0; place < tail; place += 1) {
    text += letters[rest % letters.length];
    rest = Math.floor(rest / letters.length);
  }
  return text;
}

type Spelling = readonly [written: string, spelling: string, undo: (text: string, at: number) => string];

/** How a canary may be written: as it is, backwards as a search may keep it, in hexadecimal, and in base64 at each of its three places. */
function* spellings(call: string): Generator<Spelling> {
  const length = call.length + tail;
  yield ['plain', call, (text, at) => text.slice(at, at + length)];
  yield ['backwards', backwards(call), (text, at) => backwards(text.slice(at - tail, at + call.length))];
  const inHex = hex(call);
  yield ['hexadecimal', inHex, (text, at) => Buffer.from(text.slice(at, at + length * 2), 'hex').toString()];
  for (const pad of [0, 1, 2]) {
    const whole = Buffer.from(`${'\0'.repeat(pad)}${call}`).toString('base64url');
    const sure = whole.slice(pad === 0 ? 0 : pad + 1, Math.floor(((pad + call.length) * 8) / 6));
    // A base64 text begins at a multiple of four before it: what stands around the sure part is decoded too.
    yield [
      'base64',
      sure,
      (text, at) => {
        const start = at - (pad === 0 ? 0 : pad + 1);
        const around = text.slice(Math.max(0, start), start + Math.ceil(((pad + length + 2) * 8) / 6));
        const decoded = Buffer.from(around, 'base64').toString('latin1');
        return decoded.slice(decoded.indexOf(call), decoded.indexOf(call) + length);
      },
    ];
  }
}

/** Everything that can be read in an answer: its text, what it says in UTF-16, its packed files, and the streams of a PDF with what their glyphs stand for. */
function* textsOf(something: Uint8Array | string): Generator<string> {
  if (typeof something === 'string') {
    yield something;
    return;
  }
  const bytes = Buffer.from(something);
  const raw = bytes.toString('latin1');
  yield raw;
  if (raw.includes('\0')) yield raw.replaceAll('\0', '');
  if (raw.startsWith('PK')) for (const part of Object.values(unzipSync(something))) yield* textsOf(part);
  if (raw.startsWith('%PDF')) yield* pdfTexts(bytes, raw);
  else if (raw.includes('%')) yield safelyDecoded(raw);
}

function safelyDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}

function* pdfTexts(bytes: Buffer, raw: string): Generator<string> {
  const glyphs = new Map<string, string>();
  const shown: string[] = [];
  for (const match of raw.matchAll(/stream\r?\n/g)) {
    const start = match.index + match[0].length;
    const stream = inflated(bytes.subarray(start, raw.indexOf('endstream', start)));
    if (stream === undefined) continue;
    yield stream;
    for (const [, from, to] of stream.matchAll(/<([0-9a-f]{4})>\s*<([0-9a-f]{4})>(?!\s*<)/gi))
      glyphs.set(from!.toLowerCase(), String.fromCharCode(Number.parseInt(to!, 16)));
    for (const [, codes] of stream.matchAll(/<([0-9a-f]{4,})>/gi)) shown.push(codes!.toLowerCase());
  }
  yield shown.map((codes) => codes.replace(/.{4}/g, (code) => glyphs.get(code) ?? '')).join('');
  // Titles and alternative texts are strings of UTF-16 in hexadecimal.
  yield [...raw.matchAll(/<feff([0-9a-f]+)>/gi)]
    .map(([, code]) => Buffer.from(code!, 'hex').swap16().toString('utf16le'))
    .join('\n');
}

function inflated(bytes: Buffer): string | undefined {
  for (const open of [inflateSync, inflateRawSync])
    try {
      return strFromU8(open(bytes), true);
    } catch {
      // Not packed this way.
    }
  return undefined;
}
