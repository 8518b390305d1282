import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Route } from '../../src/web/route.ts';
import { allRoutes } from '../../src/web/routes.ts';
import { again, type FoundForm, filled, type Walk, walk, wrongFields } from '../support/crawl.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { hostileSample, hostileTexts, mark, unescapedTags } from '../support/hostile-texts.ts';
import { isLongRun } from '../support/long-run.ts';

/**
 * What someone writes never becomes anything but what they wrote. Every form that the product shows is filled with each of these texts, with
 * everything else as it stands on the page, and then every page, table and file is read. The forms come from the pages and the pages from the
 * registry: a new text field is attacked because it is there.
 */
const hostile = [
  `${mark}"><img src=x onerror=alert(1)>' onmouseover='alert(1)`,
  `javascript:alert('${mark}')`,
  `${mark}</textarea></title></option><script>alert(1)</script>{{7*7}}\${7*7}<%= 7*7 %>&lt;b&gt;`,
  `${mark}\u202eomvänt\u202c \u2066\u200f \ud800 halvt tecken \udc00`,
  `${mark}${'å'.repeat(10_000)}`,
  `${mark}\u0000noll\u0007\u001b[31m`,
  `=HYPERLINK("https://${mark}.example","öppna")`,
  `${mark}'); drop table body; -- #let x = 1; $x^2$ @ref \\ *fet* _kursiv_ \`kod\` <etikett> [`,
  `${mark}\r\nSet-Cookie: kansli=1\r\n\r\n<b>`,
] as const;

const routes = allRoutes({ development: false, demoLogins: [] });
let site: DemoSite;
let secretary: Visitor;
let last: Walk;
/** Forms that took a hostile text and saved it, by route. */
const saved = new Map<Route, number>();
const faults: string[] = [];

before(async () => {
  site = await openDemoSite();
  secretary = await site.signIn('sekreterare');
  const byRoute = Map.groupBy((await walk(secretary, routes, isLongRun ? 4 : 2)).forms, ({ route }) => route);
  for (const [place, [route, forms]] of [...byRoute].entries())
    for (const [index, text] of textsFor(place).entries()) await attack(route, forms[index % forms.length]!, text);
  last = await walk(secretary, routes, isLongRun ? 12 : 3);
});
after(() => site.close());

/** What one field can hold of the corpus: several texts after each other, so that few requests try many. */
const bundles = Map.groupBy(hostileTexts.keys(), (index) => Math.floor(index / 6))
  .values()
  .map((indexes) => indexes.map((index) => hostileTexts[index]!).join(' '))
  .toArray();

/** All texts in a long run, with a new part of the corpus for each form; else three for each form, another three for the next. */
function textsFor(place: number): readonly string[] {
  const ofCorpus = [1, 2].map((step) => bundles[(place * 2 + step) % bundles.length]!);
  if (isLongRun) return [...hostile, ...ofCorpus, ...hostileSample(30, place)];
  const formula = hostile[6];
  return [hostile[place % hostile.length]!, hostile[(place + 4) % hostile.length]!, place % 2 ? formula : ofCorpus[0]!];
}

/** Sends the text in every field that takes words; where a field says no, that field is left as it was and the rest is sent again. */
async function attack(route: Route, found: FoundForm, text: string): Promise<void> {
  const form = await again(secretary, found);
  const takesWords = form?.fields.filter(({ kind }) => kind === 'text' || kind === 'textarea') ?? [];
  if (!form || takesWords.length === 0) return;
  const refused = new Set<string>();
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const open = takesWords.filter(({ name }) => !refused.has(name));
    if (open.length === 0) return;
    const values = filled(form, ({ name, kind, value }) => {
      if (open.some((field) => field.name === name)) return text;
      return kind === 'day' && value === '' ? defaultOf(name) : undefined;
    });
    const response = await secretary.post(form.action, values);
    const body = await response.text();
    if (response.status >= 500) faults.push(`${response.status} POST ${route.path}: ${text.slice(0, 40)}`);
    if (response.status === 303) {
      saved.set(route, (saved.get(route) ?? 0) + 1);
      return;
    }
    faults.push(...unescapedTags(body).map((tag) => `${route.path} shows ${tag}`));
    for (const name of wrongFields(body)) refused.add(name);
  }
}

/** A day after today of the demonstration, or a number; what does not fit is refused and left. */
function defaultOf(name: string): string {
  return /day|On$|from|to$/i.test(name) ? '2026-12-15' : '2026';
}

suite('hostile text', () => {
  test('is saved by most forms that take words, and no form answers with a bug page', () => {
    assert.deepEqual(faults, []);
    assert.ok(saved.size >= 10, `saved through ${[...saved.keys()].map(({ path }) => path).join(', ')}`);
  });

  test('is shown on many pages, never as markup, and every page says what the browser may run', async () => {
    const shown = [...last.pages].filter(([, page]) => page.includes(mark));
    assert.ok(shown.length >= 20, `only ${shown.length} pages show it`);
    assert.deepEqual(
      last.faults.filter((fault) => fault.startsWith('5')),
      [],
    );
    for (const [path, page] of last.pages) {
      if (!page.startsWith('<!doctype html>')) continue;
      assert.deepEqual(unescapedTags(page), [], path);
    }
    for (const [path, headers] of last.headers) {
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'/, path);
      if (!policy.includes('sandbox')) assert.match(policy, /frame-ancestors 'none'/, path);
      assert.doesNotMatch(policy, /unsafe/, path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.match(headers.get('cache-control') ?? '', /^(private, )?no-store$/, `${path} is kept by a browser`);
      assert.doesNotMatch(headers.get('set-cookie') ?? '', /kansli=1/, path);
    }
  });

  test('does not become a formula in a table', () => {
    const tables = [...last.pages].filter(([path]) => path.includes('.csv'));
    assert.ok(tables.some(([, table]) => table.includes('HYPERLINK')));
    for (const [path, table] of tables)
      assert.deepEqual(table.match(/(?:^|[;,\n"])[=+@\t][^;,\n]{0,40}/gm), null, path);
  });

  test('control: the check finds what it is made for', () => {
    for (const bad of [
      '<img src=x onerror=alert(1)>',
      `<a href="javascript:${mark}">`,
      '<script>alert(1)</script>',
      '<p style="">',
    ])
      assert.equal(unescapedTags(`<main>${bad}</main>`).length, 1, bad);
    assert.deepEqual(unescapedTags('<script type="module" src="/a.js"></script><a href="/x" title="a onclick=b">'), []);
  });
});
