import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { counted, question, told } from '../../../../test/support/build-national-report.ts';
import { withPassage } from './choose-passage.ts';
import type { DraftSource } from './draft-source.ts';
import { besideLastYear } from './last-year.ts';
import { draftAnswerTo, holdsPassage, joined, withDraft } from './prefill-draft.ts';
import { liesIn, seriesAt, timeOf } from './question-time.ts';
import {
  agreementPassage,
  decisionPassage,
  deliverablePassage,
  indicatorPassage,
  projectPassage,
} from './source-passages.ts';
import { passageStandings } from './taken-passage.ts';

const source = (own: Partial<DraftSource>): DraftSource => ({
  kind: 'decision',
  ref: 'a',
  title: 'Titel',
  secret: false,
  passage: 'Ett beslut fattades.',
  evidence: [],
  speaksForYes: null,
  value: null,
  ...own,
});

test('passages are written as papers are', () => {
  const decision = {
    title: 'Plan för omställningen.',
    bodyName: 'Regionfullmäktige',
    decidedOn: '2024-06-12',
    section: 84,
  };
  assert.equal(
    decisionPassage({ ...decision, precision: 'day' }),
    'Plan för omställningen beslutades av regionfullmäktige den 12 juni 2024 (§ 84).',
  );
  assert.equal(decisionPassage({ ...decision, decidedOn: null, precision: 'day' }), '');
  const agreement = { name: 'Hälsa hemma', from: '2024-01-01', to: null, openEnded: true, decided: true };
  assert.equal(
    agreementPassage(agreement, []),
    'Överenskommelsen ”Hälsa hemma” gäller från den 1 januari 2024 och tills vidare.',
  );
  assert.equal(
    deliverablePassage({ what: 'Lathund', project: null, dueOn: '2024-10', movedTo: '2025-01' }),
    '”Lathund” skulle levereras i oktober 2024 och har flyttats till januari 2025.',
  );
  const point = (value: number, asOf: string) => ({ value, asOf, qualifier: null });
  assert.equal(
    indicatorPassage('digitala besök', 'antal', point(47_254, '2024'), point(19_855, '2023')),
    'Digitala besök: 47 254 under 2024 (+138 % jämfört med 2023).',
  );
  assert.equal(
    indicatorPassage('Andel', '%', point(46, '2024-12-31'), point(44, '2023-12-31')),
    'Andel: 46 % den 31 december 2024 (+2 procentenheter jämfört med 2023).',
  );
});

test('a value is taken from the very time that is asked about', () => {
  const at = (asOf: string, value: number) => ({ asOf, value, qualifier: null });
  const values = [at('2023-12-31', 1), at('2024-06-30', 2), at('2024-12-31', 3)];
  const period = { kind: 'asOf', date: '2024-12-31' } as const;
  assert.equal(seriesAt(values, { period }, 2024)?.now.value, 3);
  assert.equal(seriesAt(values, { period }, 2024)?.before?.value, 1);
  assert.equal(seriesAt(values.slice(0, 2), { period }, 2024), null, 'a value of June is none of December');
  assert.equal(seriesAt(values.slice(0, 2), { period: null }, 2024)?.now.value, 2);
  assert.ok(liesIn(timeOf({ period: { kind: 'since', year: 2019 } }, 2024), '2021'));
});

test('a yes rests on something that speaks for it; two series that disagree suggest no number; a closed matter says nothing', () => {
  const yesNo = { answer: { kind: 'yesNo' }, commentLabel: null } as const;
  assert.equal(draftAnswerTo(yesNo, [source({})])?.suggested, null);
  assert.equal(draftAnswerTo(yesNo, [source({ speaksForYes: 'Ja.' })])?.suggested?.because, 'Ja.');
  assert.equal(draftAnswerTo(yesNo, [source({ secret: true, passage: '' })]), null);
  const count = { answer: { kind: 'count', cannotStateLabel: null }, commentLabel: null } as const;
  const value = (number: number, unit: 'count' | 'percent' = 'count') =>
    source({ value: { number, unit, asOf: '2024' } });
  assert.deepEqual(draftAnswerTo(count, [value(5), value(46, 'percent')])?.suggested?.value, counted(5).value);
  assert.equal(draftAnswerTo(count, [value(5), value(6)])?.suggested, null);
});

const passages = fc.array(
  fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
  { minLength: 1, maxLength: 4 },
);

test('property: taking over loses no word of what was written, and doing it again changes nothing', () => {
  const answer = question('1', 'Beskriv.');
  fc.assert(
    fc.property(fc.string(), passages, (before, texts) => {
      const draft = draftAnswerTo(
        answer,
        texts.map((passage, i) => source({ ref: String(i), passage })),
      )!;
      const take = { value: false, passages: draft.passages };
      const once = withDraft(answer, told(before), draft, take);
      const text = (once.value as { text: string }).text;
      assert.ok(text.startsWith(before.trim()));
      for (const passage of texts) assert.ok(holdsPassage(text, passage));
      assert.deepEqual(withDraft(answer, once, draft, take), once);
      assert.equal(joined(text, texts), text);
    }),
  );
});

test('property: refreshing puts the new passage where the old one stood and touches nothing else', () => {
  const word = fc.stringMatching(/^[a-zåäö().*+]{1,8}$/u);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
      const before = `«${words.join(' ')}»`;
      const broken = `Först. «${words.join('\n')}» Sist.`;
      const { value } = withPassage(told(broken), before, 'Nytt $& stycke.');
      assert.equal((value as { text: string }).text, 'Först. Nytt $& stycke. Sist.');
    }),
  );
});

test('a taken passage is current, changed, gone or reworded by somebody', () => {
  const taken = {
    kind: 'decision',
    ref: 'a',
    text: 'Så var det.',
    seen: null,
    reason: null,
    takenBy: 'N',
    takenAt: new Date(0),
  } as const;
  const state = (text: string, now: DraftSource | undefined, seen: string | null = null) =>
    passageStandings([{ ...taken, seen }], told(text), () => now)[0]!.state;
  assert.equal(state('Så var det. Och mer.', source({ passage: 'Så var det.' })), 'current');
  assert.equal(state('Så var det.', source({ passage: 'Så är det.' })), 'changed');
  assert.equal(state('Så var det.', source({ passage: 'Så är det.' }), 'Så är det.'), 'kept');
  assert.equal(state('Så var det.', source({ passage: 'Nu igen.' }), 'Så är det.'), 'changed');
  assert.equal(state('Så var det.', undefined), 'gone');
  assert.equal(state('Vi skriver om.', source({ passage: 'Så är det.' })), 'rewritten');
  assert.equal(state('Vi skriver om.', source({ secret: true, passage: '' })), 'secret');
});

test('last year’s answer to a question that only names another year was put in the same words', () => {
  const [then, now] = [question('1', 'Vad gjordes under 2023?'), question('1', 'Vad gjordes under 2024?')];
  const last = { reportId: 'r', year: 2023, question: then, answer: told('Detta.') };
  const beside = besideLastYear(now, told('Detta.'), last)!;
  assert.deepEqual([beside.asked, beside.same], [null, true]);
  assert.equal(besideLastYear(now, told('Annat.'), { ...last, answer: told(' ') }), null);
});

test('a project is told by its phase and by its newest number of the time of the question, never by a later one', () => {
  const count = { id: 'c', version: 1, number: 1, asOf: '2024-12', value: 38, maximum: 120, note: '' };
  const project = { name: 'Mobilt team', phase: 'pilot', startsOn: '2023-04', endsOn: null, count } as const;
  assert.equal(
    projectPassage(project, '2024-12-31'),
    'Projektet ”Mobilt team” bedrivs som pilot från april 2023. I december 2024 var antalet 38 av 120 möjliga.',
  );
  assert.equal(projectPassage(project, '2023-12-31'), 'Projektet ”Mobilt team” bedrivs som pilot från april 2023.');
});
