import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type Actor, actionNames, authorize, operatorOf, readingActions } from '../../src/domain/access/index.ts';
import type { Reader, Writer } from '../../src/storage/database.ts';
import { openTestDatabase } from '../support/database.ts';

/** A proof of looking opens no door for writing: the compiler says so for each verb, and storage says so when it runs. */
const { db, tenantId, runtime, close } = await openTestDatabase();
after(close);

const member: Actor = {
  ...operatorOf(tenantId),
  grants: [{ role: 'archivist', bodyId: null, validFrom: '2020-01-01', validTo: null }],
};
const note = (w: Writer): Promise<void> => w.log({ noun: 'trial', recordId: runtime.newId(), after: {} });

test('storage takes no proof of looking for a verb, and nothing of it is left', async () => {
  for (const action of readingActions) {
    let ran = false;
    await assert.rejects(
      db.transact(authorize(member, action), { verb: 'slip', idempotencyKey: action }, async (w) => {
        ran = true;
        await note(w);
      }),
      new RegExp(`slip was given a proof of ${action.replace('.', '\\.')}, which only looks`),
    );
    assert.equal(ran, false, 'the verb never starts');
  }
});

test('control: every other action opens it', async () => {
  for (const action of actionNames.filter((one) => !(readingActions as readonly string[]).includes(one)))
    await db.transact(authorize(operatorOf(tenantId), action), { verb: 'trial' }, note);
});

/** The names of a door's verbs that would take a proof of looking: functions that ask for a Writer, and accept one of `record.read`. */
type OpenVerbs<Door> = {
  [Name in keyof Door]: Door[Name] extends (w: infer W, ...rest: never[]) => unknown
    ? Writer<'record.read'> extends W
      ? Reader<'record.read'> extends W
        ? never
        : Name
      : never
    : never;
}[keyof Door];
type Closed<Door> = [OpenVerbs<Door>] extends [never] ? true : OpenVerbs<Door>;

/** The compiler reads each door: a verb that takes any proof at all makes its line an error that names the verb. */
export const closedDoors: readonly true[] = [
  true satisfies Closed<typeof import('../../src/domain/access/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/organisation/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/goals/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/plans/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/matters/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/releases/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/assignments/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/meetings/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/decisions/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/attendance/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/proceedings/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/minutes/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/notices/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/indicators/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/assessments/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/measures/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/reports/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/inputs/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/collaboration/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/agreements/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/commissions/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/projects/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/consultations/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/disclosures/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/forms/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/returns/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/selfassessments/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/studies/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/polls/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/dialogues/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/deviations/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/goalareas/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/execution/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/connections/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/intake/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/work/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/overview/index.ts')>,
  true satisfies Closed<typeof import('../../src/domain/thread/index.ts')>,
];

/** Control: a verb that asks for a Writer without saying with which proof is found. */
declare const careless: { readonly save: (w: Writer, text: string) => Promise<void> };
// @ts-expect-error -- the verb `save` takes a proof of looking
export const found = true satisfies Closed<typeof careless>;
