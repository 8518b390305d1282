import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProseBlock, ProseInline } from '../../components/prose/prose.ts';
import { type HandbookText, parseHandbook } from './parse-handbook.ts';

const folder = join(import.meta.dirname, '../../../../docs/handbok');

/** The pages of the handbook in the order of their titles; `index` is the contents and comes first. */
export function handbookPages(): readonly { readonly name: string; readonly title: string }[] {
  return namesIn(folder, '.md')
    .map((name) => ({ name, title: parseHandbook(readFileSync(join(folder, `${name}.md`), 'utf8')).title }))
    .sort((a, b) => Number(b.name === 'index') - Number(a.name === 'index') || a.title.localeCompare(b.title, 'sv'));
}

/** A page by name, or undefined. The name is looked up among those that are there and never becomes part of a path by itself. */
export function findHandbookPage(name: string): HandbookText | undefined {
  const names = namesIn(folder, '.md');
  const known = names.find((one) => one === name);
  if (known === undefined) return undefined;
  const { title, blocks } = parseHandbook(readFileSync(join(folder, `${known}.md`), 'utf8'));
  return { title, blocks: withoutDeadLinks(blocks, names) };
}

/** A page that another leads to may not be written yet, or left out of an installation: its link is then only words. */
function withoutDeadLinks(blocks: readonly ProseBlock[], names: readonly string[]): readonly ProseBlock[] {
  const alive = (word: ProseInline): ProseInline => {
    const page = word.kind === 'link' ? /^\/handbok\/([a-z0-9-]+)/.exec(word.href)?.[1] : undefined;
    return page === undefined || names.includes(page) ? word : { kind: 'text', text: word.text };
  };
  return blocks.map((block) => {
    if (block.kind === 'list') return { ...block, items: block.items.map((words) => words.map(alive)) };
    return block.kind === 'paragraph' ? { ...block, words: block.words.map(alive) } : block;
  });
}

/** The bytes of a picture by its file name, or undefined; looked up like the pages. */
export function findHandbookPicture(fileName: string): Uint8Array | undefined {
  const pictures = join(folder, 'bilder');
  const known = namesIn(pictures, '.png').find((one) => `${one}.png` === fileName);
  return known === undefined ? undefined : new Uint8Array(readFileSync(join(pictures, `${known}.png`)));
}

function namesIn(path: string, ending: '.md' | '.png'): readonly string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map(({ name }) => name.slice(0, -ending.length));
}
