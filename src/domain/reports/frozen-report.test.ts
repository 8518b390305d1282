import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import pg from 'pg';
import { verbsAround } from '../../../test/support/frozen-verbs.ts';
import { openReportScenes, type ReportScene } from '../../../test/support/report-scenes.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Writer } from '../../storage/database.ts';
import { writeAssessment } from '../assessments/index.ts';
import { changeMeeting, getMeeting } from '../meetings/index.ts';
import {
  approveReport,
  chooseQuotation,
  deliverReport,
  editEntry,
  editReportTexts,
  linkEvidence,
  markReady,
  mayReport,
  type ReportAction,
  type ReportState,
  refreshDraft,
  reopenReport,
  reportTransitions,
  treeHash,
  unlinkEvidence,
} from './index.ts';

const { t, write, read, linkTo, current, key, scene } = await openReportScenes();
after(() => t.close());

type Scene = ReportScene;

/** All that a report is in the database: its row, its entries, their evidence, its annexes and who it goes to. */
async function rowsOf(reportId: string) {
  return await read(async (r) => ({
    report: await r.db.selectFrom('report').selectAll().where('id', '=', reportId).executeTakeFirstOrThrow(),
    entries: await r.db
      .selectFrom('report_entry')
      .selectAll()
      .where('report_id', '=', reportId)
      .orderBy('id')
      .execute(),
    evidence: await r.db
      .selectFrom('evidence')
      .innerJoin('report_entry', 'report_entry.id', 'evidence.report_entry_id')
      .selectAll('evidence')
      .where('report_id', '=', reportId)
      .orderBy('evidence.id')
      .execute(),
    annexes: await r.db
      .selectFrom('report_annex')
      .selectAll()
      .where('report_id', '=', reportId)
      .orderBy('id')
      .execute(),
    // What becomes of a report with its receivers happens after it is frozen and is no part of it.
    receivers: await r.db
      .selectFrom('report_receiver')
      .select(['id', 'body_id', 'position', 'purpose'])
      .where('report_id', '=', reportId)
      .orderBy('id')
      .execute(),
  }));
}

type Real = Scene & { frozen: Awaited<ReturnType<typeof rowsOf>> | undefined };
type Model = { state: ReportState };
type Verb = {
  readonly name: string;
  readonly action?: ReportAction;
  /** It depends on more than the state of the report whether it succeeds. */
  readonly either?: boolean;
  readonly run: (real: Real) => Promise<unknown>;
};

/** Every verb that touches a report, and those that change the register around it. The latter always succeed, and must not reach a frozen report. */
const verbs: readonly Verb[] = [
  {
    name: 'editEntry',
    action: 'edit',
    run: async (real) => {
      const entry = (await current(real)).entries[0]!;
      const input = { entryId: entry.id, expectedVersion: entry.version, answer: `Ny text ${entry.version}.` };
      await write('report.edit', (w) => editEntry(w, input));
    },
  },
  {
    name: 'chooseQuotation',
    action: 'edit',
    run: async (real) => {
      const entry = (await current(real)).entries[0]!;
      const input = { entryId: entry.id, expectedVersion: entry.version, choice: 'refresh' as const };
      await write('report.edit', (w) => chooseQuotation(w, input));
    },
  },
  {
    name: 'editReportTexts',
    action: 'edit',
    run: async (real) => {
      const input = { ...(await key(real)), closing: 'Tack.' };
      await write('report.edit', (w) => editReportTexts(w, input));
    },
  },
  { name: 'refreshDraft', action: 'edit', run: (real) => write('report.edit', (w) => refreshDraft(w, real.reportId)) },
  {
    name: 'markReady',
    action: 'markReady',
    run: async (real) => {
      const input = await key(real);
      await write('report.edit', (w) => markReady(w, input));
    },
  },
  {
    name: 'reopen',
    action: 'reopen',
    run: async (real) => {
      const input = await key(real);
      await write('report.edit', (w) => reopenReport(w, input));
    },
  },
  {
    name: 'approve',
    action: 'approve',
    run: async (real) => {
      const input = { ...(await key(real)), decisionId: real.decisionId, linkTo };
      await write('report.approve', (w) => approveReport(w, input));
    },
  },
  {
    name: 'deliver',
    action: 'deliver',
    run: async (real) => {
      const input = await key(real);
      await write('report.deliver', (w) => deliverReport(w, input));
    },
  },
  { name: 'link', run: (real) => write('meeting.linkAssignment', (w) => linkEvidence(w, real)) },
  { name: 'unlink', run: (real) => write('meeting.linkAssignment', (w) => unlinkEvidence(w, real)) },
  {
    name: 'moveMeeting',
    run: async (real) => {
      const { version, heldOn } = await read((r) => getMeeting(r, real.meetingId));
      const changes = { heldOn: heldOn.endsWith('30') ? `${real.year}-05-31` : `${real.year}-05-30` };
      const input = { meetingId: real.meetingId, expectedVersion: version, changes };
      await write('meeting.edit', (w) => changeMeeting(w, input));
    },
  },
  {
    name: 'writeAssessment',
    run: async ({ assignmentId, periodId, assessmentId }) =>
      await write('assessment.write', async (w) => {
        const { version } = await w.db
          .selectFrom('assessment')
          .select('version')
          .where('id', '=', assessmentId)
          .executeTakeFirstOrThrow();
        const text = `Läget är ett annat, för gång ${version}.`;
        await writeAssessment(w, { assignmentId, periodId, text, expectedVersion: version });
      }),
  },
];

/** One verb as a command of the model: it succeeds exactly when the table of states says so, and never changes what is frozen. */
class VerbCommand implements fc.AsyncCommand<Model, Real> {
  readonly verb: Verb;
  succeeded = 0;
  constructor(verb: Verb) {
    this.verb = verb;
  }
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const { action, name, either } = this.verb;
    const allowed = action === undefined || mayReport(model.state, action);
    const outcome = await this.verb.run(real).then(
      () => 'done',
      (error: unknown) => {
        if (error instanceof AppError) return error.code;
        throw error;
      },
    );
    if (!either) assert.equal(outcome, allowed ? 'done' : 'record.wrongState', `${name} in ${model.state}`);
    if (either && outcome === 'done') this.succeeded += 1;
    const row = reportTransitions.find((one) => one.action === action);
    if ((either ? outcome === 'done' : allowed) && row && row.to !== 'same') model.state = row.to;
    const now = await rowsOf(real.reportId);
    assert.equal(now.report.state, model.state);
    if (model.state !== 'approved' && model.state !== 'delivered') return;
    real.frozen ??= now;
    const { state: _s, version: _v, delivered_on: _d, ...before } = real.frozen.report;
    const { state: _s2, version: _v2, delivered_on: _d2, ...after } = now.report;
    assert.deepEqual({ ...now, report: after }, { ...real.frozen, report: before }, `${name} changed a frozen report`);
    const { frozen } = await current(real);
    assert.equal(treeHash(frozen!.tree), frozen!.hash, 'the seal fits the document');
  }
  toString = () => this.verb.name;
}

/** The way to a frozen report is walked first in half of the runs, so that most commands meet one. */
const freezing = ['link', 'markReady', 'approve'].map(
  (name) => new VerbCommand(verbs.find((verb) => verb.name === name)!),
);

async function runModel(commands: readonly VerbCommand[], numRuns: number): Promise<void> {
  const any = fc.commands(
    commands.map((command) => fc.constant(command)),
    { maxCommands: 12 },
  );
  await fc.assert(
    fc.asyncProperty(any, fc.boolean(), async (rest, frozenFirst) => {
      const real: Real = { ...(await scene()), frozen: undefined };
      const model: Model = { state: 'draft' };
      if (frozenFirst) for (const command of freezing) await command.run(model, real);
      await fc.asyncModelRun(() => ({ model, real }), rest);
    }),
    { numRuns, endOnFailure: true },
  );
}

test('random verbs never change a frozen report, and each succeeds exactly where the table says', async () => {
  await runModel(
    verbs.map((verb) => new VerbCommand(verb)),
    25,
  );
});

test('random verbs of all nouns, among them those of its parts, never change a frozen report', async () => {
  const around = verbsAround(t).map((verb) => new VerbCommand({ ...verb, either: true }));
  const known = (name: string) => new VerbCommand(verbs.find((verb) => verb.name === name)!);
  // Every verb at every stage once, so that each is known to do something, before chance takes over.
  const real: Real = { ...(await scene()), frozen: undefined };
  const model: Model = { state: 'draft' };
  for (const command of [known('link'), ...around, known('markReady'), ...around, known('approve'), ...around])
    await command.run(model, real);
  for (const command of [known('deliver'), ...around]) await command.run(model, real);
  const never = around.filter(({ succeeded }) => succeeded === 0).map(String);
  assert.deepEqual(never, [], 'a verb that never succeeds shows nothing');
  await runModel([...verbs.map((verb) => new VerbCommand({ ...verb, either: true })), ...around], 10);
});

test('negative control: a change past the verbs is found by the model', async () => {
  const tamper: Verb = {
    name: 'tamper',
    run: async ({ reportId }) =>
      await asOwner(async (client) => {
        // The owner of the table can take its guards away for a moment, whether or not it may do everything on the server.
        await client.query('alter table report_entry disable trigger user, no force row level security');
        await client.query(`update report_entry set answer_text = answer_text || ' Ändrat.' where report_id = $1`, [
          reportId,
        ]);
        await client.query('alter table report_entry enable trigger user, force row level security');
      }),
  };
  await assert.rejects(runModel([new VerbCommand(tamper)], 20), ({ cause }: Error) => {
    assert.match(String(cause), /changed a frozen report/);
    return true;
  });
});

test('the database itself refuses a change to a frozen report, its entries and their evidence', async () => {
  const real: Real = { ...(await scene()), frozen: undefined };
  const model: Model = { state: 'draft' };
  const entry = async (w: Writer) =>
    await w.db.updateTable('report_entry').set({ answer_text: 'x' }).where('report_id', '=', real.reportId).execute();
  await write('report.edit', async (w) => {
    await entry(w);
    await w.log({ noun: 'report', recordId: real.reportId });
  });
  for (const command of freezing) await command.run(model, real);
  const attempts: readonly ((w: Writer) => Promise<unknown>)[] = [
    entry,
    (w) => w.db.deleteFrom('report_entry').where('report_id', '=', real.reportId).execute(),
    (w) => w.db.deleteFrom('evidence').execute(),
    (w) => w.db.updateTable('evidence').set({ confirmed: true }).execute(),
    async (w) => {
      const entryOfFrozen = await w.db
        .selectFrom('report_entry')
        .select('id')
        .where('report_id', '=', real.reportId)
        .executeTakeFirstOrThrow();
      await w.db
        .insertInto('evidence')
        .values({
          tenant_id: w.tenantId,
          id: w.runtime.newId(),
          report_entry_id: entryOfFrozen.id,
          claim_hash: 'annan',
          claim_text: 'x',
          source_noun: 'assignment',
          source_id: w.runtime.newId(),
          confirmed: true,
        })
        .execute();
    },
    (w) => w.db.updateTable('report').set({ title: 'x' }).where('id', '=', real.reportId).execute(),
    (w) => w.db.updateTable('report').set({ state: 'draft' }).where('id', '=', real.reportId).execute(),
    (w) => w.db.updateTable('report').set({ state: 'delivered', title: 'x' }).where('id', '=', real.reportId).execute(),
    (w) => w.db.deleteFrom('report').where('id', '=', real.reportId).execute(),
    (w) =>
      w.db
        .insertInto('report_annex')
        .values({
          tenant_id: w.tenantId,
          id: w.runtime.newId(),
          report_id: real.reportId,
          position: 1,
          kind: 'text',
          title: 'x',
          annex_text: 'x',
          document_id: null,
        })
        .execute(),
    (w) =>
      w.db
        .updateTable('report_receiver')
        .set({ purpose: 'information' })
        .where('report_id', '=', real.reportId)
        .execute(),
    (w) => w.db.deleteFrom('report_receiver').where('report_id', '=', real.reportId).execute(),
  ];
  for (const attempt of attempts) await assert.rejects(write('report.edit', attempt), { code: 'KA001' });
});

async function asOwner(run: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(t.connection);
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}
