import { zipSync } from 'fflate';

/** A file in an archive; `name` may have folders before it, with `/` between. */
export type ZippedFile = { readonly name: string; readonly bytes: Uint8Array };

/** Files as one ZIP archive. The same files give the same bytes on every day and in every time zone: no file of it is dated. */
export function writeZip(files: readonly ZippedFile[]): Uint8Array {
  const twice = files.find(({ name }, at) => files.findIndex((one) => one.name === name) !== at);
  if (twice) throw new Error(`Two files of an archive are called ${twice.name}. Give them names of their own.`);
  // The first moment that ZIP can tell, in local parts as ZIP keeps them.
  const mtime = new Date(1980, 0, 1);
  // What is packed already (PDF, DOCX) gains nothing from being packed again.
  const packed = /\.(?:pdf|docx|xlsx|zip|png|jpe?g)$/iu;
  return zipSync(
    Object.fromEntries(files.map(({ name, bytes }) => [name, [bytes, { mtime, level: packed.test(name) ? 0 : 6 }]])),
  );
}
