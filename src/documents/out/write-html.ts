import type { Language } from '../../kernel/language.ts';
import {
  type Block,
  type DocumentTree,
  type Fact,
  followsNote,
  type Heading,
  type Inline,
  plainText,
} from '../tree/index.ts';
import { chartHtml, diagramHtml } from './chart-html.ts';
import { type DocumentTexts, dateInWords, documentTexts, notesTitleOf, withNumber } from './document-texts.ts';
import { documentStyle } from './html-style.ts';
import { linkTarget } from './link-target.ts';
import { provedClaims } from './proved-claims.ts';
import { tableHtml } from './table-html.ts';

/** How a tree is fitted into a page of the web: which level its title has there, and what keeps its ids apart from the page's own. */
export type HtmlOptions = {
  readonly titleLevel?: 1 | 2;
  readonly idPrefix?: string;
  /** Whether links to paths of the site work where this is shown; in a file on someone's disk they do not. */
  readonly sitePaths?: boolean;
  /** Whether what proves a sentence can be opened below its paragraph too, so that nobody has to leave the text to see it. */
  readonly notesInPlace?: boolean;
  /** The page around has the title and the author already: only what else stands at the head is written. */
  readonly withoutTitle?: boolean;
};

type Writing = {
  readonly texts: DocumentTexts;
  readonly titleLevel: number;
  readonly id: (name: string) => string;
  readonly sitePaths: boolean;
  readonly language: Language;
  readonly headingIds: ReadonlyMap<Block, string>;
  /** The diagrams written so far, which number their ids. */
  readonly diagrams: Block[];
  /** Notes already pointed at: the way back leads to the first citation. */
  readonly cited: Set<number>;
  /** What each note says, and what they are called together, where they are opened in place. */
  readonly inPlace: { readonly title: string; readonly notes: ReadonlyMap<number, readonly Inline[]> } | undefined;
};

/** Writes a tree as a fragment of HTML, for a page that brings its own frame and style. Every text is escaped; nothing in a tree is markup. */
export function writeHtml(tree: DocumentTree, options: HtmlOptions = {}): string {
  const { titleLevel = 1, idPrefix = 'doc-', sitePaths = true, notesInPlace = false, withoutTitle = false } = options;
  const headings = tree.blocks.filter((block) => block.kind === 'heading');
  const headingIds = new Map<Block, string>(
    headings.map((heading, index) => [heading, heading.anchor ?? `section-${index + 1}`]),
  );
  const id = (name: string) => escapeHtml(idPrefix + name);
  const writing = {
    texts: documentTexts[tree.language],
    titleLevel,
    id,
    sitePaths,
    language: tree.language,
    headingIds,
    diagrams: [],
    cited: new Set<number>(),
    inPlace: notesInPlace
      ? {
          title: notesTitleOf(tree),
          notes: new Map((tree.notes ?? []).map(({ number, content }) => [number, content])),
        }
      : undefined,
  };
  return [
    `<article class="document" lang="${tree.language}">`,
    withoutTitle ? factList(tree.facts ?? []) : head(tree, writing),
    ...(tree.contents && headings.length > 0 ? [contents(headings, writing)] : []),
    ...tree.blocks.map((block) => blockHtml(block, writing)),
    notes(tree, writing),
    '</article>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** A page that stands alone: it can be saved, printed and mailed. Its style is embedded, or linked when a stylesheet's address is given. */
export function wrapHtml(tree: DocumentTree, options: { readonly stylesheet?: string } = {}): string {
  const style = options.stylesheet
    ? `<link rel="stylesheet" href="${escapeHtml(options.stylesheet)}">`
    : `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n<style>\n${documentStyle}</style>`;
  return `<!doctype html>
<html lang="${tree.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(tree.title)}</title>
<meta name="author" content="${escapeHtml(tree.author)}">
${tree.date ? `<meta name="dcterms.date" content="${escapeHtml(tree.date)}">\n` : ''}${style}
</head>
<body>
<main>
${writeHtml(tree, { idPrefix: '', sitePaths: false })}
</main>
</body>
</html>
`;
}

/** Text for HTML, inside elements and inside quoted attributes. Control characters and code points
 * that are no characters mean nothing there and are left out. */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|\p{NChar}/gu, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function head(tree: DocumentTree, { titleLevel }: Writing): string {
  const date = tree.date
    ? `<p class="document-date"><time datetime="${escapeHtml(tree.date)}">${dateInWords(tree.date, tree.language)}</time></p>`
    : '';
  return `<header class="document-head">
<p class="document-author">${escapeHtml(tree.author)}</p>
<h${titleLevel}>${escapeHtml(tree.title)}</h${titleLevel}>
${tree.subtitle ? `<p class="document-subtitle">${escapeHtml(tree.subtitle)}</p>\n` : ''}${date}${factList(tree.facts ?? [])}
</header>`;
}

function contents(headings: readonly Heading[], writing: Writing): string {
  const entries = headings
    .filter((heading) => heading.level <= 2)
    .map((heading) => {
      const target = writing.id(writing.headingIds.get(heading) ?? '');
      return `<li class="level-${heading.level}"><a href="#${target}">${escapeHtml(plainText(heading.content))}</a></li>`;
    });
  const title = writing.id('contents');
  const level = writing.titleLevel + 1;
  return `<nav class="document-contents" aria-labelledby="${title}"><h${level} id="${title}">${writing.texts.contents}</h${level}><ul>\n${entries.join('\n')}\n</ul></nav>`;
}

function blockHtml(block: Block, writing: Writing): string {
  const inline = (content: readonly Inline[]) => inlineHtml(content, writing);
  switch (block.kind) {
    case 'heading': {
      const tag = `h${block.level + writing.titleLevel}`;
      return `<${tag} id="${writing.id(writing.headingIds.get(block) ?? '')}">${inline(block.content)}</${tag}>`;
    }
    case 'paragraph':
      return `<p>${inline(block.content)}</p>${evidenceHtml(block.content, writing)}`;
    case 'list': {
      const [open, close] = block.ordered
        ? [`ol${(block.start ?? 1) === 1 ? '' : ` start="${block.start}"`}`, 'ol']
        : ['ul', 'ul'];
      return block.items.length > 0
        ? `<${open}>${block.items.map((item) => `\n<li>${inline(item.content)}</li>`).join('')}\n</${close}>`
        : '';
    }
    case 'table':
      return tableHtml(block, inline, escapeHtml);
    case 'decision': {
      const clauses = block.clauses.map((clause) => `\n<li>${inline(clause)}</li>`).join('');
      return `<div class="decision"><p><strong>${inline(block.intro)}</strong></p>${clauses ? `<ul>${clauses}\n</ul>` : ''}</div>`;
    }
    case 'quotation': {
      const label = block.label ? `<figcaption>${escapeHtml(block.label)}</figcaption>` : '';
      const cite = block.cite ? `<p class="quotation-source"><cite>${escapeHtml(block.cite)}</cite></p>` : '';
      return `<figure class="quotation">${label}<blockquote><p>${inline(block.content)}</p></blockquote>${cite}</figure>`;
    }
    case 'facts':
      return factList(block.facts);
    case 'callout':
      return `<div class="callout callout-${block.tone}" role="note"><p><strong>${writing.texts.tone[block.tone]}:</strong> ${inline(block.content)}</p></div>`;
    case 'chart':
      return chartHtml(block, escapeHtml);
    case 'diagram':
      return diagramHtml(block.data, writing.id(`diagram-${writing.diagrams.push(block)}`), writing.language);
    case 'divider':
      return '<hr>';
    case 'pageBreak':
      return '<div class="page-break"></div>';
  }
}

function factList(facts: readonly Fact[]): string {
  if (facts.length === 0) return '';
  return `<dl class="facts">${facts.map((fact) => `\n<div><dt>${escapeHtml(fact.label)}</dt><dd>${escapeHtml(fact.value)}</dd></div>`).join('')}\n</dl>`;
}

function notes(tree: DocumentTree, writing: Writing): string {
  if (!tree.notes || tree.notes.length === 0) return '';
  const cited = new Set(writing.cited);
  const items = tree.notes.map(({ number, content }) => {
    const back = `<a class="note-back" role="doc-backlink" href="#${writing.id(`cited-${number}`)}" aria-label="${withNumber(writing.texts.backToText, number)}">↑</a>`;
    return `\n<li id="${writing.id(`note-${number}`)}" value="${number}">${inlineHtml(content, writing)}${cited.has(number) ? ` ${back}` : ''}</li>`;
  });
  const title = writing.id('notes');
  const level = writing.titleLevel + 1;
  return `<section class="document-notes" role="doc-endnotes" aria-labelledby="${title}">
<h${level} id="${title}">${escapeHtml(notesTitleOf(tree))}</h${level}>
<ol>${items.join('')}\n</ol>
</section>`;
}

/** Below a paragraph, for each sentence that has notes: the notes themselves, folded away. */
function evidenceHtml(content: readonly Inline[], writing: Writing): string {
  const { inPlace } = writing;
  if (!inPlace) return '';
  return provedClaims(content)
    .map(({ claim, numbers }) => {
      const proofs = numbers.flatMap((number) => {
        const note = inPlace.notes.get(number);
        return note ? [`\n<li value="${number}">${inlineHtml(note, writing)}</li>`] : [];
      });
      if (proofs.length === 0) return '';
      const words = `<span class="claim-words">”${escapeHtml(claim)}”</span>`;
      return `\n<details class="claim-evidence"><summary>${escapeHtml(inPlace.title)} ${numbers.join(', ')} ${words}</summary><ol>${proofs.join('')}\n</ol></details>`;
    })
    .join('');
}

function inlineHtml(content: readonly Inline[], writing: Writing): string {
  const comma = '<sup class="note-mark">, </sup>';
  return content.map((part, i) => (followsNote(content, i) ? comma : '') + partHtml(part, writing)).join('');
}

function partHtml(part: Inline, writing: Writing): string {
  switch (part.kind) {
    case 'text': {
      const { struckStart, struckEnd } = writing.texts;
      let html = escapeHtml(part.text);
      if (part.bold) html = `<strong>${html}</strong>`;
      if (part.italic) html = `<em>${html}</em>`;
      if (part.struck)
        html = `<s><span class="visually-hidden">[${struckStart} </span>${html}<span class="visually-hidden"> ${struckEnd}]</span></s>`;
      return html;
    }
    case 'link': {
      const href = hrefOf(part.href, writing);
      return href === undefined ? escapeHtml(part.text) : `<a href="${href}">${escapeHtml(part.text)}</a>`;
    }
    case 'noteRef': {
      const first = writing.cited.has(part.number) ? '' : ` id="${writing.id(`cited-${part.number}`)}"`;
      writing.cited.add(part.number);
      return `<sup class="note-mark"><a${first} role="doc-noteref" href="#${writing.id(`note-${part.number}`)}" aria-label="${withNumber(writing.texts.toNote, part.number)}">${part.number}</a></sup>`;
    }
    case 'lineBreak':
      return '<br>';
  }
}

function hrefOf(href: string, { id, sitePaths }: Writing): string | undefined {
  const target = linkTarget(href);
  if (target.kind === 'web') return escapeHtml(target.url);
  if (target.kind === 'anchor') return `#${id(target.anchor)}`;
  return target.kind === 'path' && sitePaths ? escapeHtml(target.path) : undefined;
}
