import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseHandbook } from '../../src/web/pages/help/parse-handbook.ts';
import { helpRoutes } from '../../src/web/pages/help/routes.ts';
import { shellApp } from '../support/web.ts';

const app = shellApp({ routes: helpRoutes('Region Prov') });
const folder = join(import.meta.dirname, '../../docs/handbok');
const read = async (path: string, status = 200): Promise<string> => {
  const answer = await app.request(path);
  assert.equal(answer.status, status, path);
  return answer.text();
};

test('every page of the handbook is shown to anyone, and its links and pictures within the handbook exist', async () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  assert.ok(names.includes('index.md') && names.includes('sammantraden.md'));
  const known = new Set<string>();
  for (const name of names) {
    const page = await read(name === 'index.md' ? '/handbok' : `/handbok/${name.replace('.md', '')}`);
    assert.match(page, /<h1>[^<]+<\/h1>/);
    for (const [, address] of page.matchAll(/(?:src|href)="(\/handbok[^"#]*)/g)) {
      if (!known.has(address!)) await read(address!);
      known.add(address!);
    }
  }
});

test('only files that are there by name are given: no way leads out of the folder', async () => {
  for (const path of [
    '/handbok/..%2F..%2Fpackage',
    '/handbok/..%2Freference%2Ferrors',
    '/handbok/%2e%2e%2fglossary',
    '/handbok/..',
    '/handbok/index.md',
    '/handbok/bilder/..%2Findex.md',
    '/handbok/bilder/..%2F..%2F..%2Fpackage.json',
    '/handbok/bilder/%2Fetc%2Fpasswd',
    '/handbok/bilder/finns-inte.png',
    `/handbok/${'a'.repeat(200)}`,
  ]) {
    const answer = await app.request(path);
    const text = await answer.text();
    assert.equal(answer.status, 404, path);
    assert.doesNotMatch(text, /"dependencies"|root:/);
  }
});

test('the small part of Markdown becomes blocks, and nothing becomes markup', () => {
  const { title, blocks } = parseHandbook(
    [
      '# Titel',
      'En **stark** och *mjuk* rad med `kod` och <b>inget</b>.',
      '## En rubrik: åäö',
      '- ett',
      '- två\n  fortsätter',
      '',
      '1. först',
      '2. sedan',
      '',
      '![Bild av sidan](bilder/sidan.png)',
      '',
      '![utanför](../hemligt.png)',
      '',
      '```',
      'kommando\n\n# inte rubrik',
      '```',
      '',
      '[in](uppdrag.md#a) [hem](index.md) [ut](https://exempel.se) [skript](javascript:alert(1)) [bort](//exempel.se)',
    ].join('\n'),
  );
  assert.equal(title, 'Titel');
  assert.deepEqual(
    blocks.map(({ kind }) => kind),
    ['paragraph', 'heading', 'list', 'list', 'image', 'paragraph', 'code', 'paragraph'],
  );
  const [words, heading, , numbered, image, , code, links] = blocks;
  assert.ok(words?.kind === 'paragraph' && words.words.at(-1)?.text === ' och <b>inget</b>.');
  assert.ok(heading?.kind === 'heading' && heading.id === 'en-rubrik-aao');
  assert.ok(numbered?.kind === 'list' && numbered.numbered);
  assert.ok(image?.kind === 'image' && image.src === '/handbok/bilder/sidan.png');
  assert.ok(code?.kind === 'code' && code.text === 'kommando\n\n# inte rubrik');
  assert.ok(links?.kind === 'paragraph');
  assert.deepEqual(
    links.words.flatMap((word) => (word.kind === 'link' ? [word.href] : [])),
    ['/handbok/uppdrag#a', '/handbok', 'https://exempel.se'],
  );
});

test('the statement of accessibility names the authority, in Swedish and English', async () => {
  assert.match(await read('/tillganglighet'), /Hör av dig till Region Prov/);
  assert.match(await read('/tillganglighet?lang=en'), /Contact Region Prov/);
});
