import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assessmentStatusCodes, assessmentStatuses, readAssessmentStatus } from './assessment-status.ts';

test('each standing sentence is read back as its own status', () => {
  for (const code of assessmentStatusCodes)
    assert.equal(readAssessmentStatus(assessmentStatuses[code].sentence).status, code, code);
});

test('the strongest sentence on the assignment wins over earlier weaker ones', () => {
  const text =
    'Även om uppdraget har inletts pågår det. Uppdraget är en pågående process och förväntas inte vara avslutat inom det närmaste året.';
  assert.equal(readAssessmentStatus(text).status, 'multiYear');
});

test('a word between or a missing full stop does not hide the sentence', () => {
  assert.equal(
    readAssessmentStatus('Mer text. Uppdraget har startat men bedöms inte vara helt klart vid årets slut').status,
    'startedPartly',
  );
  assert.equal(readAssessmentStatus('Redogörelse för arbetet sker under året.').status, 'duringYear');
  assert.equal(readAssessmentStatus('Uppdraget har påbörjats och medel har avsatts.').status, 'started');
});

test('a sentence on a part never gives the status of the whole', () => {
  const reading = readAssessmentStatus('Mycket pågår. Utbyggnaden av mottagningarna är pausad på grund av ekonomin.');
  assert.equal(reading.status, 'unspecified');
  assert.deepEqual(
    reading.partStatuses.map((part) => part.status),
    ['paused'],
  );
  assert.match(reading.statusPhrase ?? '', /pausad/);
});

test('a text without any signal is unspecified and has no phrase', () => {
  assert.deepEqual(readAssessmentStatus('Beredningen har arbetat.'), { status: 'unspecified', partStatuses: [] });
});
