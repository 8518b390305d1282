import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MeetingKind } from '../../meetings/index.ts';
import { occasionTitle } from './occasion-title.ts';

const rows: readonly (readonly [sentence: string, title: string, kind?: MeetingKind])[] = [
  ['Föredragning vid sammanträde med beredningen den 30 maj och den 20 september.', 'Föredragning'],
  ['Information om förstärkt elevhälsa vid sammanträde den 20 september 2023.', 'Information om förstärkt elevhälsa'],
  [
    'Beredningen informerades om vårdplatser på Kullen vid sammanträde den 30 maj 2023.',
    'Information om vårdplatser på Kullen',
  ],
  [
    'Vid beredningens sammanträde den 14 mars hölls föredragning om fast vårdkontakt.',
    'Föredragning om fast vårdkontakt',
  ],
  ['Vid sammanträdena den 14 mars och den 30 maj informerades om 1177 Direkt.', 'Information om 1177 Direkt'],
  [
    'En redogörelse kring överenskommelsen hölls vid beredningens sammanträde den 14 mars 2023.',
    'Redogörelse om överenskommelsen',
  ],
  ['Beredningen fick 5 mars 2020 en nulägesrapport från förvaltningen.', 'Nulägesrapport'],
  [
    'Vid sammanträde den 14 mars informerades beredningen om ledningen av samverkan.',
    'Information om ledningen av samverkan',
  ],
  [
    'Beredningen fick en redogörelse den 15 november, i samband med studiebesök på Ekmottagningen, Dala vårdcentral, där teamet finns.',
    'Studiebesök på Ekmottagningen, Dala vårdcentral',
    'studyVisit',
  ],
  ['Den 3 maj gjordes ett studiebesök.', 'Studiebesök', 'studyVisit'],
];
for (const [sentence, title, kind = 'meeting'] of rows)
  test(`”${sentence}”`, () => assert.equal(occasionTitle(sentence, kind).title, title));

test('what names nothing that is known is dealt with', () => {
  assert.deepEqual(occasionTitle('Frågan togs upp den 3 maj.', 'meeting'), { title: 'Behandling', category: 'other' });
});
