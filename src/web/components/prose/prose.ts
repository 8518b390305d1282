import { type Content, type Html, html } from '../../html.ts';

/** A piece of running text: words, or words with a meaning of their own. */
export type ProseInline =
  | { readonly kind: 'text' | 'strong' | 'emphasis' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

export type ProseBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly id: string; readonly words: readonly ProseInline[] }
  | { readonly kind: 'paragraph'; readonly words: readonly ProseInline[] }
  | { readonly kind: 'list'; readonly numbered: boolean; readonly items: readonly (readonly ProseInline[])[] }
  | { readonly kind: 'image'; readonly src: string; readonly alt: string }
  | { readonly kind: 'code'; readonly text: string };

/** Text that is read from beginning to end, such as a page of the handbook: headings, paragraphs, lists, pictures. */
export function prose(blocks: readonly ProseBlock[]): Html {
  return html`<div class="prose">${blocks.map(block)}</div>`;
}

function block(one: ProseBlock): Html {
  switch (one.kind) {
    case 'heading':
      return one.level === 2
        ? html`<h2 id="${one.id}">${inline(one.words)}</h2>`
        : html`<h3 id="${one.id}">${inline(one.words)}</h3>`;
    case 'paragraph':
      return html`<p>${inline(one.words)}</p>`;
    case 'list': {
      const items = one.items.map((words) => html`<li>${inline(words)}</li>`);
      return one.numbered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'image':
      return html`<p class="prose-picture"><img src="${one.src}" alt="${one.alt}" loading="lazy"></p>`;
    case 'code':
      return html`<pre class="prose-code" tabindex="0"><code>${one.text}</code></pre>`;
  }
}

function inline(words: readonly ProseInline[]): Content {
  return words.map(drawn);
}

function drawn(word: ProseInline): Content {
  switch (word.kind) {
    case 'text':
      return word.text;
    case 'strong':
      return html`<strong>${word.text}</strong>`;
    case 'emphasis':
      return html`<em>${word.text}</em>`;
    case 'code':
      return html`<code>${word.text}</code>`;
    case 'link':
      return html`<a href="${word.href}">${word.text}</a>`;
  }
}
