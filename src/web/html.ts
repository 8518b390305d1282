import { html, raw } from 'hono/html';
import { chartSvg, type SvgOptions } from '../documents/charts/index.ts';
import { type HtmlOptions, writeHtml } from '../documents/out/index.ts';
import type { ChartData, DocumentTree } from '../documents/tree/index.ts';

/**
 * Escaped HTML: what every component returns. Text becomes HTML only through the `html` template, which escapes each value, so that nothing
 * a person wrote can become markup. `raw` is used in this file alone (kept by `test/web-shell/components.test.ts`).
 */
export type Html = ReturnType<typeof html>;

/** What may stand between two tags: HTML, text, a number, a list of these, or nothing. */
export type Content = Html | string | number | false | null | undefined | readonly Content[];

export { html };

export type AttributeValue = string | number | boolean | null | undefined;

/** The attributes of an element: `true` writes the bare name; false, null and undefined write nothing; the rest is escaped. */
export function attributes(values: Readonly<Record<string, AttributeValue>>): Html {
  let written = '';
  for (const [name, value] of Object.entries(values)) {
    if (value === false || value === null || value === undefined) continue;
    if (!/^[a-zA-Z][a-zA-Z0-9:-]*$/.test(name))
      throw new Error(`"${name}" is not an attribute name. Names are written in code, never taken from input.`);
    written += value === true ? ` ${name}` : ` ${name}="${escapeText(String(value))}"`;
  }
  return raw(written);
}

/** A document tree as part of a page: its writer escapes every text of the tree, which is why what it wrote may stand as it is. */
export function documentHtml(tree: DocumentTree, options: HtmlOptions = {}): Html {
  return raw(writeHtml(tree, options));
}

/** The picture of a chart as part of a page: what draws it escapes every text of the data. */
export function chartPicture(data: ChartData, options: SvgOptions): Html {
  return raw(chartSvg(data, options));
}

/** A name made safe to be an `id` in the page and the target of a link: `clauses.0.text` becomes `field-clauses-0-text`. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^a-zA-Z0-9]+/g, '-')}`;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign]!);
}

/** Facts about a page for programs, as data that no browser runs: `<` is written as an escape of JSON, so that no text can end the element. */
export function structuredData(value: unknown): Html {
  return raw(`<script type="application/ld+json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`);
}
