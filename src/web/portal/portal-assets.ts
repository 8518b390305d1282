import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Asset, themeCss } from '../assets.ts';

/** The components whose style the portal needs; the rest belongs to the pages of those who have signed in. */
const portalComponents = [
  'breadcrumb',
  'button',
  'card',
  'chart',
  'document-view',
  'empty-state',
  'error-summary',
  'evidence-list',
  'export-links',
  'field',
  'field-row',
  'filter-bar',
  'form',
  'help',
  'hit-list',
  'language-switch',
  'link-list',
  'notice',
  'pagination',
  'portal-search',
  'status-chart',
  'summary-list',
  'table',
  'tabs',
  'tag',
  'thread',
] as const;

export const portalAssetFolder = '/oppet/-/';

export type PortalAssets = {
  readonly style: string;
  readonly font: string;
  readonly icon: string;
  readonly find: (path: string) => Asset | undefined;
};

const require = createRequire(import.meta.url);

/** The one style sheet of the portal, its font and its icon, made once when the process starts. There is no script to load. */
export function loadPortalAssets(): PortalAssets {
  const byPath = new Map<string, Asset>();
  const add = (name: string, type: string, bytes: Uint8Array<ArrayBuffer>): string => {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    const path = `${portalAssetFolder}${name.replace(/(\.\w+)$/, `.${hash}$1`)}`;
    const packed = type.startsWith('font/')
      ? {}
      : { br: new Uint8Array(brotliCompressSync(bytes)), gzip: new Uint8Array(gzipSync(bytes)) };
    byPath.set(path, { path, type, etag: `"${hash}"`, bytes, ...packed });
    return path;
  };
  const font = add(
    'source-sans-3.woff2',
    'font/woff2',
    bytesOf(require.resolve('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2')),
  );
  // Slanted letters are drawn from the upright ones: a second font would double what a reader on a slow line waits for.
  const css = themeCss(portalComponents)
    .replace(/@font-face \{[^}]*\{fontItalic\}[^}]*\}/, '')
    .replace('{font}', font);
  const style = add('oppet.css', 'text/css; charset=utf-8', new TextEncoder().encode(tight(css)));
  const icon = add('kansli.svg', 'image/svg+xml', bytesOf(`${import.meta.dirname}/../assets/icon.svg`));
  return { style, font, icon, find: (path) => byPath.get(path) };
}

/** A style sheet without the spaces that only people need. */
function tight(css: string): string {
  return css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/;\}/g, '}');
}

function bytesOf(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(path));
}
