import { type Actor, authorize, operatorOf } from '../../src/domain/access/index.ts';
import { getFormVersion, questionsOf, takeInShippedForm } from '../../src/domain/forms/index.ts';
import { areasOf } from '../../src/domain/selfassessments/assessment-rules.ts';
import {
  addUnits,
  agree,
  answerTogether,
  getAssessmentRound,
  getSelfAssessment,
  moveAssessmentRound,
  startAssessmentRound,
  tellParticipants,
} from '../../src/domain/selfassessments/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { buildBody } from './build-organisation.ts';
import type { TestDatabase } from './database.ts';

type Where = Pick<TestDatabase, 'db' | 'tenantId'>;

/** Takes in the form that comes with the product; the version of it. */
export async function buildCooperationForm({ db, tenantId }: Where): Promise<Id<'formVersion'>> {
  const auth = authorize(operatorOf(tenantId), 'form.edit');
  const { formVersionIds } = await db.transact(auth, { verb: 'takeInShippedForm' }, (w) =>
    takeInShippedForm(w, 'local-cooperation'),
  );
  return formVersionIds[0]!;
}

/** A round through the verb, led by a new body and for 2026 unless told. */
export async function buildAssessmentRound(
  where: Where,
  input: { readonly bodyId?: Id<'body'>; readonly year?: number; readonly title?: string } = {},
): Promise<Id<'assessmentRound'>> {
  const bodyId = input.bodyId ?? (await buildBody(where, { kind: 'administration' }));
  const formVersionId = await buildCooperationForm(where);
  const auth = authorize(operatorOf(where.tenantId), 'selfassessment.edit');
  const round = { title: 'Lärande uppföljning', year: 2026, dueOn: '2026-11-30', ...input, bodyId, formVersionId };
  return await where.db.transact(auth, { verb: 'startAssessmentRound' }, (w) => startAssessmentRound(w, round));
}

/** A care centre and a home-care unit that assess together. */
export async function buildPair(
  where: Where,
  roundId: Id<'assessmentRound'>,
  bodyIds?: readonly [Id<'body'>, Id<'body'>],
): Promise<Id<'selfAssessment'>> {
  const [care, home] = bodyIds ?? [await buildBody(where, { kind: 'unit' }), await buildBody(where, { kind: 'unit' })];
  const auth = authorize(operatorOf(where.tenantId), 'selfassessment.edit');
  return await where.db.transact(auth, { verb: 'addUnits' }, (w) =>
    addUnits(w, {
      roundId,
      units: [
        { bodyId: care, side: 'region' },
        { bodyId: home, side: 'municipality' },
      ],
    }),
  );
}

/** Opens or closes a round. */
export async function moveRound(
  { db, tenantId }: Where,
  roundId: Id<'assessmentRound'>,
  move: 'open' | 'close',
): Promise<void> {
  const auth = authorize(operatorOf(tenantId), 'selfassessment.edit');
  await db.transact(auth, { verb: 'moveAssessmentRound' }, async (w) => {
    const { version } = await getAssessmentRound(w, roundId);
    await moveAssessmentRound(w, { roundId, expectedVersion: version, move });
  });
}

/** Answers every area with the same step and what must be written in words, and tells who sat down. */
export async function answerAll(
  { db, tenantId }: Where,
  assessmentId: Id<'selfAssessment'>,
  step: number,
  actor: Actor = operatorOf(tenantId),
): Promise<void> {
  await db.transact(authorize(actor, 'selfassessment.answer'), { verb: 'answerTogether' }, async (w) => {
    const assessment = await getSelfAssessment(w, assessmentId);
    const { structure } = await getFormVersion(w, assessment.round.formVersionId);
    const areas = new Set(areasOf(structure).map(({ code }) => code));
    await answerTogether(w, {
      assessmentId,
      answers: questionsOf(structure)
        .filter(({ required }) => required)
        .map(({ code }) => ({
          question: code,
          answer: {
            value: areas.has(code) ? { kind: 'scale', step } : { kind: 'text', text: 'Gemensamma ronder.' },
            comment: null,
          },
          expectedVersion: 0,
        })),
    });
    for (const party of assessment.parties)
      await tellParticipants(w, { partyId: party.id, participants: 'En chef', expectedVersion: party.version });
  });
}

/** Lets all units say that they agree. */
export async function agreeAll({ db, tenantId }: Where, assessmentId: Id<'selfAssessment'>): Promise<void> {
  const auth = authorize(operatorOf(tenantId), 'selfassessment.answer');
  await db.transact(auth, { verb: 'agree' }, async (w) => {
    for (const party of (await getSelfAssessment(w, assessmentId)).parties) await agree(w, { partyId: party.id });
  });
}
