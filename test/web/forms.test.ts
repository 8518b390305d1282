import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildConnection } from '../support/build-connections.ts';
import { buildFormReturn } from '../support/build-returns.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let member: Visitor;
before(async () => {
  site = await openDemoSite();
  member = await site.signIn('ledamot');
});
after(() => site.close());

/** A page with the space that keeps a number and its unit together as a plain one. */
const read = async (path: string) => (await member.read(path)).replace(/[\u00a0\u202f]/g, ' ');
const part = 'Del A: Omställningen';
const yesNo = { kind: 'yesNo', options: ['Ja', 'Nej'], section: 'Styrning' };

test('an empty list says how records come', async () => {
  const unused = await openDemoSite({ region: false });
  after(unused.close);
  const page = await (await unused.signIn('controller')).read('/redovisningar');
  assert.match(page, /Läs in en ifylld redovisning/);
  assert.match(page, /href="\/las-in"/);
});

test('a return shows its questions by part and section, each answer with how sure it is and why', async () => {
  const { id, answerIds } = await buildFormReturn(site.database, 'Redovisning av provarbetet', [
    { number: '1', question: 'Finns en plan?', ...yesNo, details: { part, answerReading: 'unreadable' } },
    {
      number: '2',
      question: 'Finns ett mål?',
      ...yesNo,
      details: { part, answerReading: 'inferred' },
      answer: 'Ja',
      certainty: 0.85,
      inferredFrom: 'tom ruta vid Nej',
    },
    {
      number: '2a',
      question: 'Vilket?',
      section: 'Styrning',
      condition: { question: '2', equals: 'Ja' },
      details: { part, answerReading: 'read', comment: 'Se bilagan.' },
      answer: 'Målet för 2030.\nOch för 2035.',
      certainty: 0.9,
    },
    {
      number: '3',
      question: 'För vilka?',
      kind: 'matrix',
      section: 'Målgrupper',
      matrix: [{ label: 'Barn', answer: 'Ja', answerReading: 'read', answerConfidence: 0.95 }, { label: 'Äldre' }],
      details: { part: 'Del B: Utveckling', answerReading: 'unreadable' },
    },
  ]);
  const page = await read(`/redovisningar/${id}`);
  for (const answerId of answerIds) assert.ok(page.includes(`id="fraga-${answerId}"`));
  assert.match(page, /2 svar kunde inte läsas/);
  assert.match(
    page,
    /<a href="#del-1-1"><span lang="sv">Styrning<\/span><\/a><\/span> <span class="link-note">3 frågor/,
  );
  assert.match(page, /<h2 lang="sv">Del B: Utveckling<\/h2>/);
  const [first = '', second = '', third = '', fourth = ''] = page.split('<article class="form-question"').slice(1);
  assert.match(first, /Okänt\. Det som står i originalet kunde inte läsas/);
  assert.equal(first.match(/data-state="unknown"/g)?.length, 2);
  assert.doesNotMatch(first, /data-state="not"/, 'unknown is never No');
  assert.match(second, /framgår av annat, 85 % säkert · slutsats av: <span lang="sv">tom ruta vid Nej/);
  assert.match(second, /data-state="chosen".*Ja/s);
  assert.match(third, new RegExp(`<a href="#fraga-${answerIds[1]}">gäller om svaret på fråga 2 är Ja</a>`));
  assert.match(third, /<p lang="sv">Målet för 2030\.<\/p><p lang="sv">Och för 2035\.<\/p>/);
  assert.match(third, /Se bilagan\./);
  assert.match(fourth, /Barn.*Ja.*avläst, 95 % säkert.*Äldre.*kunde inte läsas/s);
  const list = await member.read('/redovisningar');
  assert.match(list, new RegExp(`<a href="/redovisningar/${id}" lang="sv">Redovisning av provarbetet</a>`));
});

test('what an answer belongs together with stands under the question and at the other end', async () => {
  const { id, answerIds } = await buildFormReturn(site.database, 'Redovisning av samverkan', [
    { number: '12', question: 'Hur samverkar ni?', answer: 'I grupper.' },
  ]);
  const found = await member.get('/uppdrag/2026:3');
  const assignment = found.headers.get('location')!;
  await buildConnection(site.database, {
    from: { noun: 'formAnswer', id: answerIds[0]! },
    to: { noun: 'assignment', id: assignment.split('/').at(-1)! },
    kind: 'reports',
  });
  const page = await member.read(`/redovisningar/${id}`);
  assert.match(
    page.split('<article class="form-question"')[1]!,
    new RegExp(`Hör ihop med.*${assignment}.*redovisar`, 's'),
  );
  assert.match(
    await member.read(assignment),
    new RegExp(`/redovisningar/${id}#fraga-${answerIds[0]}.*redovisas i · svar i redovisning`, 's'),
  );
});
