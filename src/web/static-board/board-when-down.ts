import type { BoardReader } from '../contracts.ts';
import { formats } from '../format.ts';
import { boardIndex, noticeFileName } from './board-files.ts';

/** Where the files of the boards are shown, for as long as the house itself is up. */
export const staticPath = '/anslagstavla/statisk';

/** An answer made of the files alone. */
export type StandingAnswer = { readonly type: string; readonly bytes: Uint8Array };

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pem: 'application/x-pem-file',
  sig: 'application/octet-stream',
};

/** A file of a board with its type; undefined when there is none. */
export async function standingFile(
  boards: BoardReader,
  slug: string,
  name: string,
): Promise<StandingAnswer | undefined> {
  const bytes = await boards.read(slug, name);
  return bytes && { bytes, type: types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream' };
}

/**
 * What stands on the notice board when the database does not answer: the same entries, from the signed files, with a line that says from when. The board
 * is a part of the law (KL 8:9, 13:5), so it is what goes on being shown when nothing else is.
 */
export async function boardWhenDown(boards: BoardReader, path: string): Promise<StandingAnswer | undefined> {
  const [, slug, name] = /^\/anslagstavla\/statisk\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  if (slug && name) return await standingFile(boards, slug, name);
  const [, id] = /^\/anslagstavla\/([0-9a-f-]{36})$/.exec(path) ?? [];
  if (path !== '/anslagstavla' && !id) return undefined;
  const list = await boards.list(boards.home);
  if (!list) return undefined;
  if (id)
    return list.anslag.some((one) => one.id === id)
      ? await standingFile(boards, boards.home, noticeFileName(id))
      : undefined;
  const at = new Date(list.skriven);
  const inWords = formats.sv.instant(at);
  const alarm = `Registret svarar inte just nu. Anslagstavlan visas som den stod ${inWords}, ur sina undertecknade filer. The register does not answer; the notice board is shown as it stood then.`;
  const page = await boardIndex(list, { at, inWords }, { base: `${staticPath}/${boards.home}/`, alarm });
  return { type: types.html!, bytes: Buffer.from(page) };
}
