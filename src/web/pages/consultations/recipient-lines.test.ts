import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRecipients, recipientLines } from './recipient-lines.ts';

test('a recipient is a name with an address in the ways in which people write them, or a name alone', () => {
  const lines =
    'Granby kommun <Kommun@Example.se>\n\nSjöberga; post@example.se\nOrten (post@ort.example)\nByaföreningen\n';
  assert.deepEqual(
    readRecipients(lines).map(({ respondent, address }) => [respondent, address]),
    [
      ['Granby kommun', 'kommun@example.se'],
      ['Sjöberga', 'post@example.se'],
      ['Orten', 'post@ort.example'],
      ['Byaföreningen', null],
    ],
  );
});

test('what the form shows reads back to the same', () => {
  const recipients = readRecipients('A <a@example.se>\nB\nc@example.se');
  assert.deepEqual(readRecipients(recipientLines(recipients)), recipients);
});
