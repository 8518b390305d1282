import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { buildAssignment } from '../../../test/support/build-assignments.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { isAllowedIn } from '../../kernel/transition-table.ts';
import type { Writer } from '../../storage/database.ts';
import { type Action, authorize, operatorOf } from '../access/index.ts';
import {
  askContributionAgain,
  askPerformers,
  askUnits,
  carryOver,
  closePeriod,
  confirmCarried,
  contributionsOf,
  contributionTransitions,
  getContribution,
  getPeriod,
  makePeriod,
  markReadyContribution,
  remindContributors,
  reopenContribution,
  reopenPeriod,
  takeText,
  withdrawContribution,
  writeAssessment,
  writeContribution,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const write = <T, A extends Action>(action: A, run: (w: Writer<A>) => Promise<T>): Promise<T> =>
  t.db.transact(authorize(operatorOf(t.tenantId), action), { verb: 'prov' }, run as (w: Writer) => Promise<T>);
const read = <T>(run: Parameters<typeof t.db.read<T, 'record.read'>>[1]) =>
  t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), run);

const performer = await buildBody(t);
const unit = await buildBody(t, { parentId: performer });
let year = 2040;

/** What can be tried on the contributions of a period, in any order. */
const steps = [
  'write',
  'writeReady',
  'overwrite',
  'carry',
  'confirm',
  'ready',
  'reopen',
  'withdraw',
  'askAgain',
  'askUnits',
  'askAll',
  'take',
  'remind',
  'closePeriod',
  'reopenPeriod',
] as const;
type Step = (typeof steps)[number];
/** The action of the table that a step is. */
const tableActions: Partial<Record<Step, (typeof contributionTransitions)[number]['action']>> = {
  ready: 'markReady',
  reopen: 'reopen',
  withdraw: 'withdraw',
  askAgain: 'askAgain',
};

test('property: states follow the table, and what was said at a closed period never changes by any sequence of verbs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...steps), { minLength: 4, maxLength: 14 }), async (tried) => {
      year += 1;
      const parties = [{ bodyId: performer, role: 'performer' as const }];
      const assignmentId = await buildAssignment(t, { year, parties });
      const make = (kind: 'interim' | 'annual', endsOn: string) =>
        write('period.edit', (w) => makePeriod(w, { year, kind, endsOn, contributionsDueOn: endsOn }));
      const interim = await make('interim', `${year}-06-30`);
      await write('assessment.write', (w) =>
        writeAssessment(w, { assignmentId, periodId: interim, bodyId: performer, text: 'Förra.' }),
      );
      const periodId = await make('annual', `${year}-12-31`);
      await write('period.edit', (w) => askPerformers(w, { periodId }));
      for (const step of tried) {
        const before = await stateOf(periodId);
        const done = await attempt(step, { assignmentId, periodId });
        const now = await stateOf(periodId);
        if (before.period === 'closed' && step !== 'reopenPeriod') {
          assert.equal(done, false, `${step} was done at a closed period`);
          assert.deepEqual(now, before);
        }
        const action = tableActions[step];
        const own = before.contributions[0]!.state as 'asked';
        if (action && done) assert.ok(isAllowedIn(contributionTransitions, own, action), `${step} from ${own}`);
        if (!done) assert.deepEqual(now, before, `${step} was refused and changed something`);
      }
    }),
    { numRuns: 12 },
  );
});

async function stateOf(periodId: string) {
  return await read(async (r) => ({
    period: (await getPeriod(r, periodId)).state,
    contributions: await contributionsOf(r, { periodId }),
    texts: await r.db
      .selectFrom('assessment')
      .select(['id', 'version', 'status', 'assessment_text', 'forecast_on', 'carried_confirmed_by'])
      .where('tenant_id', '=', r.tenantId)
      .where('period_id', '=', periodId)
      .orderBy('id')
      .execute(),
  }));
}

/** Tries a step; a rule that says no is an answer, anything else is a fault. */
async function attempt(step: Step, where: { assignmentId: string; periodId: string }): Promise<boolean> {
  const { periodId } = where;
  const all = await read((r) => contributionsOf(r, { periodId }));
  const own = all.find(({ body }) => body.id === performer)!;
  const part = all.find(({ body }) => body.id === unit);
  const key = { contributionId: own.id, expectedVersion: own.version };
  const expectedVersion = own.written?.version ?? 0;
  const verbs: Readonly<Record<Step, () => Promise<unknown>>> = {
    write: () => sayOf(own.id, `Text ${expectedVersion}`, false, expectedVersion),
    writeReady: () => sayOf(own.id, `Klar ${expectedVersion}`, true, expectedVersion),
    overwrite: () =>
      write('assessment.write', (w) =>
        writeAssessment(w, { ...where, bodyId: performer, text: 'Över.', expectedVersion }),
      ),
    carry: () => write('assessment.write', (w) => carryOver(w, { ...where, bodyId: performer })),
    confirm: () =>
      write('assessment.write', (w) => confirmCarried(w, { assessmentId: own.written?.id ?? '', expectedVersion })),
    ready: () => write('assessment.write', (w) => markReadyContribution(w, key)),
    reopen: () => write('assessment.write', (w) => reopenContribution(w, key)),
    withdraw: () => write('assessment.write', (w) => withdrawContribution(w, key)),
    askAgain: () => write('assessment.write', (w) => askContributionAgain(w, key)),
    askUnits: () =>
      write('assessment.write', (w) => askUnits(w, { ...where, partOfBodyId: performer, bodyIds: [unit] })),
    askAll: () => write('period.edit', (w) => askPerformers(w, { periodId })),
    take: async () => {
      if (part && !part.written) await sayOf(part.id, 'Enhetens.', false, 0);
      const source = part && (await read((r) => getContribution(r, part.id))).written;
      if (!source) throw new AppError('record.notFound');
      const now = (await read((r) => getContribution(r, own.id))).written?.version ?? 0;
      return await write('assessment.write', (w) =>
        takeText(w, { bodyId: performer, sourceId: source.id, expectedVersion: now }),
      );
    },
    remind: () => write('period.edit', (w) => remindContributors(w, { periodId })),
    closePeriod: async () => {
      const { version } = await read((r) => getPeriod(r, periodId));
      await write('period.edit', (w) => closePeriod(w, { periodId, expectedVersion: version }));
    },
    reopenPeriod: async () => {
      const { version } = await read((r) => getPeriod(r, periodId));
      await write('period.edit', (w) => reopenPeriod(w, { periodId, expectedVersion: version, reason: 'Prov' }));
    },
  };
  try {
    await verbs[step]();
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // What was taken in two steps may have done the first.
    return step === 'take' && part !== undefined && part.written === null && (await isOpen(periodId));
  }
  async function isOpen(id: string): Promise<boolean> {
    return (await read((r) => getPeriod(r, id))).state === 'open';
  }
}

function sayOf(contributionId: string, text: string, ready: boolean, expectedVersion: number) {
  return write('assessment.write', (w) =>
    writeContribution(w, { contributionId, status: 'started', text, forecastOn: null, expectedVersion, ready }),
  );
}
