import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Html, html } from '../html.ts';
import type { BoardContent, StandingNotice } from './board-content.ts';

/** The style of the files, which stands beside them. */
const style = readFileSync(`${import.meta.dirname}/board.css`);
const contentPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";

/** When the files were written, in words and for machines. */
export type Written = { readonly at: Date; readonly inWords: string };

/** The list of what a board shows, with the hash of each of its files: the one file that is signed. */
export type BoardManifest = BoardContent & {
  readonly version: 1;
  readonly skriven: string;
  /** Hash of the files as they would be whenever they were written: equal when nothing has changed. */
  readonly innehall: string;
  readonly filer: Readonly<Record<string, string>>;
};

/** The names of the files that every board has. */
export const boardFileNames = {
  index: 'index.html',
  style: 'tavla.css',
  feed: 'feed.atom',
  manifest: 'tavla.json',
  signature: 'tavla.json.sig',
  key: 'nyckel.pem',
} as const;

/** The file of an entry. */
export function noticeFileName(id: string): string {
  return `${id}.html`;
}

export type BoardFile = readonly [name: string, bytes: Uint8Array];

/**
 * The files of a board in the order in which they are to appear: the entries before the list that points at them, the signed list last. They need
 * nothing but a web server, and no script.
 */
export async function boardFiles(content: BoardContent, written: Written): Promise<readonly BoardFile[]> {
  const files = await drawn(content, written);
  const manifest: BoardManifest = {
    version: 1,
    skriven: written.at.toISOString(),
    innehall: await contentKey(content),
    ...content,
    filer: Object.fromEntries(files.map(([name, bytes]) => [name, hashOf(bytes)])),
  };
  return [...files, [boardFileNames.manifest, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)]];
}

/** The hash of what a board shows and how: equal for two writings of the same, whenever they were. */
export async function contentKey(content: BoardContent): Promise<string> {
  const hash = createHash('sha256');
  for (const [name, bytes] of await drawn(content, { at: new Date(0), inWords: '' })) hash.update(name).update(bytes);
  return hash.digest('hex');
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function drawn(content: BoardContent, written: Written): Promise<readonly BoardFile[]> {
  const pages = await Promise.all(
    content.anslag.map(
      async (one): Promise<BoardFile> => [noticeFileName(one.id), bytesOf(await noticeFile(content, one))],
    ),
  );
  return [
    [boardFileNames.style, style],
    ...pages,
    [boardFileNames.feed, bytesOf(await feed(content, written))],
    [boardFileNames.index, bytesOf(await boardIndex(content, written))],
  ];
}

/** The list of a board as a page. `base` is where its files lie when the page is shown elsewhere, and `alarm` what must be known of it then. */
export function boardIndex(
  content: BoardContent,
  written: Written,
  { base = '', alarm = null }: { readonly base?: string; readonly alarm?: string | null } = {},
): Promise<string> {
  return document(
    `Anslagstavla – ${content.anslagstavla}`,
    base,
    html`<header><h1>Anslagstavla</h1><p>${content.anslagstavla}</p></header>
<main>${alarm ? html`<p class="alarm" role="status">${alarm}</p>` : null}
<p>Kungörelser, justerade protokoll och det annat som kommunallagen 8 kap. säger ska stå här. <span lang="en">The official notice board of the authority.</span></p>
${content.anslag.length === 0 ? html`<p>Inget är anslaget just nu.</p>` : content.anslag.map((one) => entry(one, base))}
</main><footer><p>Skriven ${written.inWords}. <a href="${base}${boardFileNames.feed}">Följ anslagstavlan (Atom)</a> · <a href="${base}${boardFileNames.manifest}">Som data (JSON)</a>, undertecknad i <a href="${base}${boardFileNames.signature}">${boardFileNames.signature}</a> med nyckeln <a href="${base}${boardFileNames.key}">${boardFileNames.key}</a>.</p></footer>`,
  );
}

function entry(one: StandingNotice, base: string): Html {
  return html`<article id="a${one.id}"><h2><a href="${base}${noticeFileName(one.id)}">${one.organ}: ${one.rubrik}</a></h2><dl>
<dt>Typ</dt><dd>${one.typ}</dd><dt>Uppsatt</dt><dd>${one.uppsatt}</dd>${one.sistaDagAttOverklaga ? html`<dt>Sista dag att överklaga</dt><dd>${one.sistaDagAttOverklaga}</dd>` : null}</dl>
${one.overklagandetid ? html`<p>${one.overklagandetid}</p>` : null}</article>`;
}

function noticeFile(content: BoardContent, one: StandingNotice): Promise<string> {
  return document(
    `${one.organ}: ${one.rubrik}`,
    '',
    html`<nav><a href="${boardFileNames.index}">Anslagstavlan för ${content.anslagstavla}</a></nav>
<header><h1>${one.rubrik}</h1><p>${one.organ}</p></header>
<main>${one.overklagandetid ? html`<p class="alarm">${one.overklagandetid}</p>` : null}
${one.text ? html`<p>${one.text}</p>` : null}
<dl>${one.uppgifter.map(({ namn, varde }) => html`<dt>${namn}</dt><dd>${varde}</dd>`)}<dt>Enligt</dt><dd>${one.lag}</dd></dl>
${one.hurManOverklagar.length > 0 ? html`<h2>Hur man överklagar</h2>${one.hurManOverklagar.map((text) => html`<p>${text}</p>`)}` : null}
</main>`,
  );
}

async function document(title: string, base: string, body: Html): Promise<string> {
  const page = await html`<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="${contentPolicy}">
<title>${title}</title><link rel="stylesheet" href="${base}${boardFileNames.style}"><link rel="alternate" type="application/atom+xml" href="${base}${boardFileNames.feed}" title="Anslagstavlan"></head>
<body>${body}</body></html>
`;
  return String(page);
}

/** The board as an Atom feed; an entry keeps its name for ever, so that nobody is told of it twice. */
async function feed(content: BoardContent, written: Written): Promise<string> {
  const entries = content.anslag.map(
    (one) =>
      html`<entry><id>urn:uuid:${one.id}</id><title>${one.organ}: ${one.rubrik}</title><updated>${one.uppsatt}T00:00:00Z</updated><link href="${noticeFileName(one.id)}"/><summary>${[one.typ, one.text ?? '', one.sistaDagAttOverklaga ? `Sista dag att överklaga: ${one.sistaDagAttOverklaga}` : ''].filter(Boolean).join('. ')}</summary></entry>`,
  );
  return String(
    await html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv"><id>urn:kansli:anslagstavla:${content.mapp}</id><title>Anslagstavla – ${content.anslagstavla}</title><updated>${written.at.toISOString()}</updated><author><name>${content.myndighet}</name></author><link rel="self" href="${boardFileNames.feed}"/>${entries}</feed>
`,
  );
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text);
}
