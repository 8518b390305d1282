import { Zip, ZipDeflate } from 'fflate';

/** A file of an archive whose bytes are made while the archive is written. */
export type StreamedFile = { readonly name: string; readonly pieces: AsyncIterable<Uint8Array> };

/**
 * Files as one ZIP archive, a piece at a time: nothing but the piece at hand is held in memory, whatever the archive holds. Like `writeZip` it dates no
 * file, so that the same content is the same archive.
 */
export async function* streamZip(files: AsyncIterable<StreamedFile>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, piece) => {
    if (error) failure = error;
    else ready.push(piece);
  });
  const taken = function* (): Generator<Uint8Array> {
    if (failure) throw failure;
    const pieces = ready;
    ready = [];
    for (const piece of pieces) if (piece.byteLength > 0) yield piece;
  };
  for await (const { name, pieces } of files) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = new Date(1980, 0, 1);
    zip.add(file);
    for await (const piece of pieces) {
      file.push(piece);
      yield* taken();
    }
    file.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
