import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** How many objects are packed together: enough to pack well, few enough that a reader need not unpack the whole file for one of them. */
const objectsPerStream = 400;

type Entry = { readonly kind: 1 | 2; readonly place: number; readonly index: number };

/**
 * A PDF that is being written from front to back. Objects without a stream are packed together, as PDF 1.5 allows; streams are written as they
 * come. Nothing is kept in memory but the bytes of the file itself and where its objects stand.
 */
export class PdfOutput {
  readonly #chunks: Uint8Array[] = [];
  readonly #entries: (Entry | undefined)[] = [undefined];
  #length = 0;
  #packing: { readonly number: number; readonly text: string }[] = [];

  constructor() {
    // The second line says to programs that move files that this one is no text (ISO 19005-2, 6.1.2).
    this.#append(Buffer.from('%PDF-1.7\n%\xe5\xe4\xf6\xd6\n', 'latin1'));
  }

  /** The number of an object that will be written later. */
  allocate(): number {
    return this.#entries.push(undefined) - 1;
  }

  object(number: number, text: string): void {
    this.#packing.push({ number, text });
    if (this.#packing.length >= objectsPerStream) this.#pack();
  }

  /** A stream whose bytes are already as its dictionary says; `dictionary` is written with the right length. */
  stream(number: number, dictionary: string, data: Uint8Array): void {
    this.#entries[number] = { kind: 1, place: this.#length, index: 0 };
    this.#append(Buffer.from(`${number} 0 obj\n${dictionary}\nstream\n`, 'latin1'));
    this.#append(data);
    this.#append(Buffer.from('\nendstream\nendobj\n', 'latin1'));
  }

  /** Writes the list of objects and the trailer, and gives the whole file. Its ID comes from its content: same parts, same bytes. */
  finish(root: number, info: number): Uint8Array {
    this.#pack();
    const number = this.allocate();
    this.#entries[number] = { kind: 1, place: this.#length, index: 0 };
    const data = deflateSync(this.#table());
    const id = this.#fingerprint();
    const dictionary = `<</Type/XRef/Size ${this.#entries.length}/W[1 4 2]/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]/Filter/FlateDecode/Length ${data.length}>>`;
    const start = this.#length;
    this.#append(Buffer.from(`${number} 0 obj\n${dictionary}\nstream\n`, 'latin1'));
    this.#append(data);
    this.#append(Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`, 'latin1'));
    return Buffer.concat(this.#chunks, this.#length);
  }

  #pack(): void {
    if (this.#packing.length === 0) return;
    const number = this.allocate();
    let head = '';
    let body = '';
    for (const [index, packed] of this.#packing.entries()) {
      this.#entries[packed.number] = { kind: 2, place: number, index };
      head += `${packed.number} ${body.length} `;
      body += `${packed.text}\n`;
    }
    const data = deflateSync(Buffer.from(head + body, 'latin1'));
    const dictionary = `<</Type/ObjStm/N ${this.#packing.length}/First ${head.length}/Filter/FlateDecode/Length ${data.length}>>`;
    this.#packing = [];
    this.stream(number, dictionary, data);
  }

  /** One row an object: its kind, four bytes for the place, two for the index. */
  #table(): Buffer {
    const table = Buffer.alloc(this.#entries.length * 7);
    for (const [number, entry] of this.#entries.entries()) {
      const at = number * 7;
      if (entry) {
        table[at] = entry.kind;
        table.writeUInt32BE(entry.place, at + 1);
        table.writeUInt16BE(entry.index, at + 5);
      } else if (number === 0) table.writeUInt16BE(0xffff, at + 5);
      else throw new Error(`Object ${number} of the merged PDF was promised and never written.`);
    }
    return table;
  }

  #fingerprint(): string {
    const hash = createHash('sha256');
    for (const chunk of this.#chunks) hash.update(chunk);
    return hash.digest('hex').slice(0, 32);
  }

  #append(bytes: Uint8Array): void {
    this.#chunks.push(bytes);
    this.#length += bytes.length;
  }
}
