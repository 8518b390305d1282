import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sampleNoteCount, sampleTableRows, sampleTree } from '../../../test/documents-out/sample-tree.ts';
import { anyText, treeArbitrary } from '../../../test/documents-out/tree-arbitrary.ts';
import { elementsNamed, parseXml, textOf, type XmlElement } from '../../../test/support/xml.ts';
import { heading, paragraph } from '../tree/index.ts';
import { wrapHtml, writeHtml } from './write-html.ts';

/** The fragment is written so strictly that it is XML but for its empty elements. */
const parsed = (html: string) => parseXml(html.replace(/<(br|hr)>/g, '<$1/>'));
const all = (element: XmlElement): readonly XmlElement[] =>
  element.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...all(child)]));

describe('a document as HTML', () => {
  const page = parsed(writeHtml(sampleTree));

  it('has one title and headings that follow it without a gap', () => {
    const levels = all(page).flatMap((element) => (/^h\d$/.test(element.name) ? [Number(element.name[1])] : []));
    assert.equal(levels.filter((level) => level === 1).length, 1);
    assert.ok(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1));
  });

  it('names its table, its columns and its rows', () => {
    const [table] = elementsNamed(page, 'table');
    assert.match(textOf(elementsNamed(table!, 'caption')[0]!), /^Uppdrag som beredningen följer/);
    const scopes = elementsNamed(table!, 'th').map((cell) => cell.attributes.scope);
    assert.equal(scopes.filter((scope) => scope === 'col').length, 5);
    assert.equal(scopes.filter((scope) => scope === 'row').length, sampleTableRows);
  });

  it('leads from the text to each note and from each note back', () => {
    const ids = new Set(all(page).map((element) => element.attributes.id));
    const marks = elementsNamed(page, 'a').filter((link) => link.attributes.role === 'doc-noteref');
    const backs = elementsNamed(page, 'a').filter((link) => link.attributes.role === 'doc-backlink');
    assert.equal(backs.length, sampleNoteCount);
    assert.equal(marks.length, sampleNoteCount + 1);
    for (const link of [...marks, ...backs]) {
      assert.ok(ids.has(link.attributes.href!.slice(1)), `${link.attributes.href} leads nowhere`);
      assert.ok(link.attributes['aria-label']);
    }
  });

  it('says in words what a struck text says to the eye', () => {
    const struck = elementsNamed(page, 's').map(textOf);
    assert.ok(struck.includes('[överstruket: ambulanssjukvården slut på överstruket]'));
  });

  it('keeps links to scripts as text only', () => {
    const targets = elementsNamed(page, 'a').map((link) => link.attributes.href!);
    assert.ok(targets.every((target) => /^(#|\/|https:)/.test(target)));
    assert.match(textOf(page), /en länk som inte får leda någonstans/);
  });

  it('fits under the heading of a page that has its own', () => {
    const html = writeHtml(
      { title: 'T', author: 'A', language: 'en', blocks: [heading(4, 'D')] },
      { titleLevel: 2, idPrefix: 'x-' },
    );
    assert.match(html, /<h2>T<\/h2>/);
    assert.match(html, /<h6 id="x-section-1">D<\/h6>/);
  });

  it('contains of every tree nothing but the elements of documents, and all its words', () => {
    const allowed = new Set(
      'article header h1 h2 h3 h4 h5 p time dl div dt dd nav ul ol li a section s span strong em sup br hr table caption thead tbody tr th td figure figcaption blockquote cite svg rect'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(treeArbitrary(anyText), (tree) => {
        const fragment = parsed(writeHtml(tree));
        for (const element of all(fragment)) {
          assert.ok(allowed.has(element.name), `<${element.name}>`);
          for (const name of Object.keys(element.attributes)) assert.doesNotMatch(name, /^on|^style$|^src/);
          if (element.attributes.href) assert.match(element.attributes.href, /^(#|\/(?!\/)|https?:|mailto:|tel:)/);
        }
        const words = textOf(fragment);
        for (const block of tree.blocks)
          if (block.kind === 'paragraph')
            for (const part of block.content) if (part.kind === 'text') assert.ok(words.includes(visible(part.text)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a page that stands alone', () => {
  it('loads nothing and runs nothing', () => {
    const html = wrapHtml(sampleTree);
    assert.match(html, /^<!doctype html>\n<html lang="sv">/);
    assert.match(html, /default-src 'none'/);
    assert.doesNotMatch(html, /<script|<link|<img|url\(/);
    assert.match(html, /@media print/);
  });

  it('links no paths of a site that is not there', () => {
    assert.doesNotMatch(
      wrapHtml({ ...sampleTree, blocks: [paragraph({ kind: 'link', href: '/a', text: 'väg' })] }),
      /href="\/a"/,
    );
  });

  it('links a stylesheet instead when it is given one', () => {
    const html = wrapHtml(sampleTree, { stylesheet: '/assets/document.css' });
    assert.match(html, /<link rel="stylesheet" href="\/assets\/document.css">/);
    assert.doesNotMatch(html, /<style/);
  });
});

/** What of a text HTML can hold at all. */
function visible(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\t\n\r]|\p{NChar}/gu, '');
}
