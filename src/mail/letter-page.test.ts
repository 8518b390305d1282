import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeMessage } from './compose-message.ts';
import { handOverLetters } from './hand-over-letter.ts';
import type { Letter } from './letter.ts';
import { letterPage, plainLetter } from './letter-page.ts';

const site = 'https://kansli.example';
const letter = {
  subject: 'Ditt arbete den här veckan: en sak',
  text: 'Hej Siv!\n\nDet här väntar på dig.',
  sections: [
    {
      heading: 'Idag',
      lines: [
        { text: 'Svara på <script>alert(1)</script> & "mer"', note: 'Nämnden · senast 2 mars', path: '/uppdrag/1' },
      ],
    },
  ],
  closing: { text: 'Ändra vilka brev du får', path: '/mitt-arbete/brev' },
} as const;

test('in plain text each thing has its own line and its link below it', () => {
  assert.equal(
    plainLetter(letter, site),
    [
      'Hej Siv!\n\nDet här väntar på dig.',
      'Idag\n----\n- Svara på <script>alert(1)</script> & "mer" · Nämnden · senast 2 mars\n  https://kansli.example/uppdrag/1',
      'Ändra vilka brev du får\nhttps://kansli.example/mitt-arbete/brev',
    ].join('\n\n'),
  );
});

test('as a page every word of a record is escaped, every line leads somewhere, and nothing is fetched', () => {
  const page = letterPage(letter, site);
  assert.match(page, /<html lang="sv">/);
  assert.ok(page.includes('Svara på &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;mer&quot;'));
  assert.doesNotMatch(page, /<script|<img|<link|url\(/);
  assert.deepEqual(
    [...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href),
    ['https://kansli.example/uppdrag/1', 'https://kansli.example/mitt-arbete/brev'],
  );
});

test('a letter with sections leaves as both; one without leaves as it always did', async () => {
  const carried: Letter[] = [];
  const handOver = handOverLetters({
    carry: async (one) => void carried.push(one),
    from: { name: 'Kansliet', address: 'kansli@example.se' },
    site,
    now: () => new Date(0),
    answerPath: async () => '/svar/x',
  });
  const to = { name: 'Siv', address: 'siv@example.se' };
  await handOver({ tenantId: 't', payload: { id: '1', to, ...letter } });
  await handOver({ tenantId: 't', payload: { id: '2', to, subject: 'Kort', text: 'Se {{adress}}/protokoll/1' } });
  assert.match(carried[0]?.html ?? '', /<h2[^>]*>Idag<\/h2>/);
  assert.deepEqual(carried[1], { id: '2', to, subject: 'Kort', text: 'Se https://kansli.example/protokoll/1' });
  const message = composeMessage(carried[0]!, { name: 'Kansliet', address: 'kansli@example.se' }, new Date(0));
  assert.equal(message.html, carried[0]?.html);
  assert.match(String(message.text), /kansli\.example\/uppdrag\/1/);
});
