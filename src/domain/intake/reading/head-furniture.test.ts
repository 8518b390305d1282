import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resultOf } from '../../../../test/reading/reading-of.ts';

/** The words of each piece of furniture that has any, with its reason. */
function furnitureOf(text: string): readonly string[] {
  return resultOf(text)
    .furniture.filter(({ reason }) => reason !== 'blank')
    .map(({ start, end, reason }) => `${reason}: ${text.slice(start, end).trim()}`);
}

test('the letterhead of a memo is facts of its head, wherever in the memo a page break put it', () => {
  const found = furnitureOf(
    'Organ\nBeredning för scenkonst\n\nNya scener\n\nFörslag till beslut\n\nBeredning för scenkonst beslutar\n\natt godkänna planen.\n\nTjänsteställe, handläggare\nStaben, Anna Ek\n\nSammanträdesdatum\n2024-02-06\n\nFöredragningsPM\nDnr: 24KN12\n\nBo Al\nKulturchef\nKulturförvaltningen',
  );
  for (const words of ['Staben, Anna Ek', '2024-02-06', 'Dnr: 24KN12'])
    assert.ok(found.includes(`head: ${words}`), words);
  for (const words of ['Bo Al', 'Kulturchef', 'Kulturförvaltningen'])
    assert.ok(found.includes(`signature: ${words}`), words);
});

test('the title and the body are repeated on the cover of a plan, with its day and its stamp', () => {
  const found = furnitureOf(
    'Aktivitetsplan 2024\n\nBeredning för dans\noch scenkonst\n\nUppdaterad 2024-01-12\n\nUTKAST\n\nAktivitetsplan 2024\n\n4.1 Fokusområden\n\n- Dans',
  );
  assert.deepEqual(
    found.filter((words) => /^(?:title|head)/u.test(words)),
    [
      'title: Aktivitetsplan 2024',
      'head: Beredning för dans',
      'head: och scenkonst',
      'head: Uppdaterad 2024-01-12',
      'head: UTKAST',
      'title: Aktivitetsplan 2024',
    ],
  );
});

test('a name inside running text is no signature, and words are never marks', () => {
  const text = 'Protokoll\n\nBo Al\n\nberättade om läget.\n\nDet var allt.\n\n<p>•</p>\n\n<p>Ord</p>';
  const { unplaced } = resultOf(text);
  assert.deepEqual(
    unplaced.map((piece) => piece.text),
    ['Bo Al', 'berättade om läget.', 'Det var allt.', '<p>Ord</p>'],
  );
});
