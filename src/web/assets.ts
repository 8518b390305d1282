import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path/posix';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** A file that is sent to browsers: its name carries the hash of its content, so that it may be kept for ever. */
export type Asset = {
  readonly path: string;
  readonly type: string;
  readonly etag: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly br?: Uint8Array<ArrayBuffer>;
  readonly gzip?: Uint8Array<ArrayBuffer>;
};

/** The addresses that the layout writes. */
export type AssetLinks = {
  readonly theme: string;
  readonly script: string;
  /** Keys and replacement in place, for the review of read papers alone. */
  readonly reviewScript: string;
  /** Counting and moving in place, for the form of a timetable alone. */
  readonly timetableScript: string;
  readonly reportScript: string;
  /** Autosave and follow-up questions, for the answering of a form alone. */
  readonly answersScript: string;
  /** Autosave, keys and news of others, for the screen on which a meeting is conducted alone. */
  readonly meetingScript: string;
  /** Passkeys, for the pages on which somebody shows who they are. */
  readonly passkeyScript: string;
  readonly font: string;
  readonly icon: string;
};

export type Assets = { readonly links: AssetLinks; readonly find: (path: string) => Asset | undefined };

export const assetFolder = '/tillgang/';
const here = import.meta.dirname;
const require = createRequire(import.meta.url);
const fontFolder = '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-';
const digdirParts = ['button', 'input'] as const;

/** Reads, joins and hashes all assets once at start: the theme (with Digdir's parts and every component's css), the scripts, font and icon. */
export function loadAssets(): Assets {
  const byPath = new Map<string, Asset>();
  const add = (name: string, type: string, bytes: Uint8Array<ArrayBuffer>): string => {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    const path = `${assetFolder}${name.replace(/(\.\w+)$/, `.${hash}$1`)}`;
    const packed = type.startsWith('font/')
      ? {}
      : { br: new Uint8Array(brotliCompressSync(bytes)), gzip: new Uint8Array(gzipSync(bytes)) };
    byPath.set(path, { path, type, etag: `"${hash}"`, bytes, ...packed });
    return path;
  };
  const font = add('source-sans-3.woff2', 'font/woff2', readBytes(require.resolve(`${fontFolder}normal.woff2`)));
  const fontItalic = add(
    'source-sans-3-italic.woff2',
    'font/woff2',
    readBytes(require.resolve(`${fontFolder}italic.woff2`)),
  );
  const icon = add('kansli.svg', 'image/svg+xml', readBytes(`${here}/assets/icon.svg`));
  const scriptAt = (name: string) => add(name, 'text/javascript; charset=utf-8', readBytes(`${here}/assets/${name}`));
  // A script of several files: each imports the others by names that carry their hashes, too.
  const moduleAt = (name: string): string => {
    const source = readFileSync(`${here}/assets/${name}`, 'utf8');
    const linked = source.replace(
      / from '(\.\/[\w/-]+\.js)'/g,
      (_, other: string) => ` from '${moduleAt(join(dirname(name), other))}'`,
    );
    return add(name, 'text/javascript; charset=utf-8', new TextEncoder().encode(linked));
  };
  const script = scriptAt('app.js');
  const reviewScript = scriptAt('review.js');
  const timetableScript = scriptAt('timetable.js');
  const reportScript = scriptAt('report.js');
  const answersScript = scriptAt('answers.js');
  const passkeyScript = scriptAt('passkey.js');
  const meetingScript = moduleAt('meeting.js');
  const css = themeCss().replace('{font}', font).replace('{fontItalic}', fontItalic);
  const theme = add('theme.css', 'text/css; charset=utf-8', new TextEncoder().encode(css));
  return {
    links: {
      theme,
      script,
      reviewScript,
      timetableScript,
      reportScript,
      answersScript,
      meetingScript,
      passkeyScript,
      font,
      icon,
    },
    find: (path) => byPath.get(path),
  };
}

/** The names of the components: one folder each. */
export function componentNames(): readonly string[] {
  return readdirSync(`${here}/components`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** The whole style: tokens and page, Digdir's parts, and the named components; all of them unless told. Fonts stand as `{font}` and `{fontItalic}`. */
export function themeCss(names: readonly string[] = componentNames()): string {
  const digdir = digdirParts.map((part) =>
    readFileSync(require.resolve(`@digdir/designsystemet-css/${part}.css`), 'utf8'),
  );
  const theme = readdirSync(`${here}/assets/theme`)
    .sort()
    .map((file) => readFileSync(`${here}/assets/theme/${file}`, 'utf8'));
  const components = names.map((name) => readIfThere(`${here}/components/${name}/${name}.css`));
  const joined = `${theme.join('\n')}\n@layer digdir{${digdir.join('\n')}}\n@layer components{${components.join('\n')}}`;
  return joined
    .replace(/\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function readBytes(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(path));
}
