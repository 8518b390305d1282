import type { ProseBlock, ProseInline } from '../../components/prose/prose.ts';

/** A page of the handbook: its title, the sentence that the contents show, and its text. */
export type HandbookText = { readonly title: string; readonly blocks: readonly ProseBlock[] };

/**
 * Reads a page of `docs/handbok`. The pages are ours and are written in a small part of Markdown, which is all that this understands: one `#`
 * title, `##` and `###` headings, paragraphs, `-` and `1.` lists, pictures on a line of their own, fenced code, and within a line `**strong**`,
 * `*emphasis*`, `code` and links. What is not of these stands as plain text; nothing in a page becomes markup.
 */
export function parseHandbook(text: string): HandbookText {
  const blocks: ProseBlock[] = [];
  let title = '';
  for (const part of partsOf(text.replace(/\r\n?/g, '\n'))) {
    const heading = /^(#{1,3})\s+(.+)$/.exec(part);
    if (heading?.[1] === '#') title = heading[2] ?? '';
    else blocks.push(blockOf(part, heading));
  }
  return { title, blocks };
}

/** Parts are parted by blank lines, except within a fence; a heading is a part of its own. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let lines: string[] = [];
  let fenced = false;
  const end = () => {
    if (lines.length > 0) parts.push(lines.join('\n'));
    lines = [];
  };
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) {
      if (!fenced) end();
      lines.push(line);
      if (fenced) end();
      fenced = !fenced;
    } else if (fenced) lines.push(line);
    else if (line.trim() === '') end();
    else if (/^#{1,3}\s/.test(line)) {
      end();
      parts.push(line);
    } else lines.push(line);
  }
  end();
  return parts;
}

function blockOf(part: string, heading: RegExpExecArray | null): ProseBlock {
  if (heading) {
    const words = inlineOf(heading[2] ?? '');
    return { kind: 'heading', level: heading[1] === '##' ? 2 : 3, id: anchorOf(words), words };
  }
  if (part.startsWith('```')) return { kind: 'code', text: part.replace(/^```.*\n?/, '').replace(/\n?```$/, '') };
  const image = /^!\[([^\]]*)\]\(bilder\/([a-z0-9-]+\.png)\)$/.exec(part);
  if (image) return { kind: 'image', alt: image[1] ?? '', src: `/handbok/bilder/${image[2]}` };
  const marker = /^(?:-|\d+\.)\s+/;
  if (marker.test(part)) {
    const items = part
      .split(/\n(?=(?:-|\d+\.)\s)/)
      .map((item) => inlineOf(item.replace(marker, '').replace(/\n\s*/g, ' ')));
    return { kind: 'list', numbered: /^\d/.test(part), items };
  }
  return { kind: 'paragraph', words: inlineOf(part.replace(/\n\s*/g, ' ')) };
}

const inlinePattern = /\*\*([^*]+)\*\*|\*([^*]+)\*|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)/g;

function inlineOf(text: string): readonly ProseInline[] {
  const words: ProseInline[] = [];
  let at = 0;
  for (const match of text.matchAll(inlinePattern)) {
    const [whole, strong, emphasis, code, label, target] = match;
    if (match.index > at) words.push({ kind: 'text', text: text.slice(at, match.index) });
    at = match.index + whole.length;
    if (strong) words.push({ kind: 'strong', text: strong });
    else if (emphasis) words.push({ kind: 'emphasis', text: emphasis });
    else if (code) words.push({ kind: 'code', text: code });
    else words.push(linkOf(label ?? '', target ?? ''));
  }
  if (at < text.length) words.push({ kind: 'text', text: text.slice(at) });
  return words;
}

/** Links lead to other pages of the handbook (`uppdrag.md`), to pages of the product (`/uppdrag`) and to the web; anything else is words. */
function linkOf(text: string, target: string): ProseInline {
  const page = /^([a-z0-9-]+)\.md(#[a-z0-9-]+)?$/.exec(target);
  if (page) return { kind: 'link', text, href: `/handbok${page[1] === 'index' ? '' : `/${page[1]}`}${page[2] ?? ''}` };
  return /^(?:\/(?!\/)|#|https:\/\/)/.test(target) ? { kind: 'link', text, href: target } : { kind: 'text', text };
}

function anchorOf(words: readonly ProseInline[]): string {
  return words
    .map(({ text }) => text)
    .join('')
    .toLocaleLowerCase('sv')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
