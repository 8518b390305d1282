import assert from 'node:assert/strict';
import { it } from 'node:test';
import { linkTarget } from './link-target.ts';

const targets: readonly (readonly [href: string, kind: string])[] = [
  ['https://mellanbygd.example/a?b=1#c', 'web'],
  ['mailto:registrator@mellanbygd.example', 'web'],
  ['#uppdrag-4', 'anchor'],
  ['/sammantraden/12', 'path'],
  ['#', 'none'],
  ['', 'none'],
  ['//annan.example/a', 'none'],
  ['/\\annan.example', 'none'],
  ['javascript:alert(1)', 'none'],
  [' JaVaScRiPt:alert(1)', 'none'],
  ['java\tscript:alert(1)', 'none'],
  ['data:text/html,<script>', 'none'],
  ['file:///etc/passwd', 'none'],
  ['vbscript:x', 'none'],
];
for (const [href, kind] of targets)
  it(`${JSON.stringify(href)} leads to ${kind}`, () => assert.equal(linkTarget(href).kind, kind));
