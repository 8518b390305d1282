import { getFormVersion, questionsOf, takeInShippedForm } from '../domain/forms/index.ts';
import { createBody } from '../domain/organisation/index.ts';
import {
  addCommonPoint,
  addUnits,
  addUnitsOfLastRound,
  agree,
  answerTogether,
  areasOf,
  carryOverPoint,
  getAssessmentRound,
  getSelfAssessment,
  listSelfAssessments,
  moveAssessmentRound,
  noteView,
  startAssessmentRound,
  tellCommonPoint,
  tellParticipants,
} from '../domain/selfassessments/index.ts';
import { addDays } from '../kernel/civil-date.ts';
import type { Id } from '../kernel/id.ts';
import type { Writer } from '../storage/database.ts';
import { bodyId, type DemoWriter, onDay } from './demo-writer.ts';
import { loadStudies } from './load-studies.ts';
import { bodyNames } from './region.ts';

/** Care centres by the home-care unit that they share patients with. */
const units = {
  'Hemsjukvården i Norrfors': ['Vårdcentralen Björken', 'Vårdcentralen Granen', 'Vårdcentralen Rönnen'],
  'Hemsjukvården i Lidåker': ['Vårdcentralen Linden', 'Vårdcentralen Asken', 'Vårdcentralen Almen'],
  'Hemsjukvården i Storhult': ['Vårdcentralen Eken', 'Vårdcentralen Hasseln', 'Vårdcentralen Lönnen'],
  'Hemsjukvården i Sjövik': ['Vårdcentralen Alen', 'Vårdcentralen Pilen', 'Vårdcentralen Tallen'],
} as const;

/** What each pair answered last year, area by area: invented, and different enough for two bands to be shown. */
const lastYear = [
  '2212323',
  '1232212',
  '3323233',
  '2231122',
  '4333344',
  '3222132',
  '1121223',
  '3434333',
  '2323222',
  '4443434',
  '3112321',
  '2333143',
] as const;

/** Two years of joint self-assessments, and the studies of the same units. */
export async function loadLearning(demo: DemoWriter): Promise<void> {
  const today = demo.db.runtime.today();
  const year = Number(today.slice(0, 4));
  const formVersionId = await demo.as('form.edit', 'takeInDemoForm', async (w) => {
    const { formVersionIds } = await takeInShippedForm(w, 'local-cooperation');
    return formVersionIds[0]!;
  });
  await demo.as('organisation.edit', 'loadDemoUnits', loadUnits);
  const before = await openRound(onDay(demo, `${year - 1}-09-01`), {
    year: year - 1,
    formVersionId,
    dueOn: `${year - 1}-11-28`,
  });
  await fillRound(onDay(demo, `${year - 1}-11-10`), before);
  await move(demo, before, 'close');
  const now = await openRound(onDay(demo, addDays(today, -60)), { year, formVersionId, dueOn: addDays(today, 12) });
  await beginThisYear(demo, before, now);
  await loadStudies(demo, year, Object.keys(units));
}

async function loadUnits(w: Writer<'organisation.edit'>): Promise<void> {
  const parentId = await bodyId(w, bodyNames.administration);
  for (const [home, centres] of Object.entries(units)) {
    await createBody(w, { kind: 'unit', name: home, validFrom: '2019-01-01' });
    for (const name of centres) await createBody(w, { kind: 'unit', name, parentId, validFrom: '2019-01-01' });
  }
}

type Round = { readonly year: number; readonly formVersionId: Id<'formVersion'>; readonly dueOn: string };

async function openRound(demo: DemoWriter, { year, formVersionId, dueOn }: Round): Promise<Id<'assessmentRound'>> {
  const roundId = await demo.as('selfassessment.edit', 'startDemoAssessmentRound', async (w) => {
    const leadId = await bodyId(w, bodyNames.chiefs);
    const title = 'Lärande uppföljning av lokal samverkan';
    const id = await startAssessmentRound(w, { title, year, dueOn, bodyId: leadId, formVersionId });
    await addUnitsOfLastRound(w, { roundId: id });
    if ((await getAssessmentRound(w, id)).assessments > 0) return id;
    for (const [home, centres] of Object.entries(units))
      for (const centre of centres)
        await addUnits(w, {
          roundId: id,
          units: [
            { bodyId: await bodyId(w, centre), side: 'region' },
            { bodyId: await bodyId(w, home), side: 'municipality' },
          ],
        });
    return id;
  });
  await move(demo, roundId, 'open');
  return roundId;
}

async function move(demo: DemoWriter, roundId: Id<'assessmentRound'>, to: 'open' | 'close'): Promise<void> {
  await demo.as('selfassessment.edit', 'moveDemoAssessmentRound', async (w) => {
    const { version } = await getAssessmentRound(w, roundId);
    await moveAssessmentRound(w, { roundId, expectedVersion: version, move: to });
  });
}

type Assessing = Writer<'selfassessment.answer'>;

async function answers(w: Assessing, id: Id<'selfAssessment'>, steps: string, improve: string): Promise<void> {
  const assessment = await getSelfAssessment(w, id);
  const { structure } = await getFormVersion(w, assessment.round.formVersionId);
  const areas = areasOf(structure).map(({ code }) => code);
  const required = questionsOf(structure).filter((one) => one.required);
  await answerTogether(w, {
    assessmentId: id,
    answers: required.flatMap(({ code }) => {
      const at = areas.indexOf(code);
      if (at >= steps.length) return [];
      const value =
        at < 0 ? ({ kind: 'text', text: improve } as const) : ({ kind: 'scale', step: Number(steps[at]) } as const);
      return [{ question: code, answer: { value, comment: null }, expectedVersion: 0 }];
    }),
  });
  for (const { id: partyId, side, version } of assessment.parties)
    await tellParticipants(w, {
      partyId,
      participants:
        side === 'region'
          ? 'Verksamhetschef, två distriktsläkare, SVP-sköterska'
          : 'Enhetschef, två sjuksköterskor, arbetsterapeut',
      expectedVersion: version,
    });
}

async function fillRound(demo: DemoWriter, roundId: Id<'assessmentRound'>): Promise<void> {
  await demo.as('selfassessment.answer', 'answerDemoAssessments', async (w) => {
    const all = await listSelfAssessments(w, { roundId });
    for (const [at, { id, parties }] of all.entries()) {
      await answers(w, id, lastYear[at % lastYear.length]!, 'Att ronderna blir av varje vecka, också under sommaren.');
      if (at === 0)
        await planLastYear(
          w,
          id,
          parties.map(({ body }) => body.id),
        );
      for (const party of parties) await agree(w, { partyId: party.id });
    }
  });
}

async function planLastYear(
  w: Assessing,
  assessmentId: Id<'selfAssessment'>,
  bodies: readonly Id<'body'>[],
): Promise<void> {
  const dueOn = addDays(w.runtime.today(), 150);
  const [care, home] = bodies as [Id<'body'>, Id<'body'>];
  const point = { assessmentId, dueOn };
  await addCommonPoint(w, {
    ...point,
    question: '1',
    what: 'Gemensam rond varje tisdag',
    responsibleBodyId: care,
    responsibleFunction: 'verksamhetschef',
  });
  await addCommonPoint(w, {
    ...point,
    question: '2',
    what: 'En telefonlista som båda håller aktuell',
    responsibleBodyId: home,
    responsibleFunction: 'enhetschef',
  });
  await addCommonPoint(w, {
    ...point,
    question: '5',
    what: 'Läkemedelsgenomgång inom en månad för nyinskrivna',
    responsibleBodyId: care,
    responsibleFunction: 'medicinskt ansvarig läkare',
  });
}

/** This year the first pair has agreed, the second has answered and sees an area differently, the third has begun. */
async function beginThisYear(
  demo: DemoWriter,
  before: Id<'assessmentRound'>,
  now: Id<'assessmentRound'>,
): Promise<void> {
  await demo.as('selfassessment.answer', 'answerDemoAssessments', async (w) => {
    const earlier = await listSelfAssessments(w, { roundId: before });
    const [first, second, third] = await listSelfAssessments(w, { roundId: now });
    const [rounds, phones, medicines] = earlier[0]!.points;
    await answers(w, first!.id, '3323323', 'Att ny personal lär känna den andra enheten första veckan.');
    await tellCommonPoint(w, {
      pointId: rounds!.id,
      expectedVersion: 1,
      move: 'finish',
      told: 'Ronden har blivit av 31 av 36 tisdagar. Den var vikarierna mest hjälpta av.',
    });
    await tellCommonPoint(w, {
      pointId: phones!.id,
      expectedVersion: 1,
      move: 'drop',
      told: 'Listan blev inaktuell på en månad. Gemensam funktionsbrevlåda används i stället.',
    });
    await carryOverPoint(w, {
      pointId: medicines!.id,
      expectedVersion: 1,
      assessmentId: first!.id,
      dueOn: addDays(w.runtime.today(), 120),
      told: 'Görs för hälften. Läkaren har bytts ut, och rutinen var inte nedskriven.',
    });
    for (const { id } of first!.parties) await agree(w, { partyId: id });
    await answers(w, second!.id, '2232212', 'Att vi når varandra efter klockan tre.');
    await noteView(w, {
      partyId: second!.parties[1]!.id,
      question: '2',
      step: 1,
      note: 'Från hemsjukvården når vi sällan läkare på eftermiddagen.',
      expectedVersion: 0,
    });
    await agree(w, { partyId: second!.parties[0]!.id });
    await answers(w, third!.id, '33', '');
  });
}
