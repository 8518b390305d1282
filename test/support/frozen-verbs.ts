/**
 * The verbs of all nouns around a report, for the model that shows that a frozen report never changes (`frozen-report.test.ts`). Which of them succeed
 * depends on more than the state of the report; what they may never do is reach a frozen one.
 */
import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { changeAssignment, getAssignment } from '../../src/domain/assignments/index.ts';
import { putReportOnAgenda } from '../../src/domain/execution/index.ts';
import { recordIndicatorValue } from '../../src/domain/indicators/index.ts';
import { changeAgendaItem, getMeeting } from '../../src/domain/meetings/index.ts';
import { changeBody, getBody } from '../../src/domain/organisation/index.ts';
import {
  addAnnex,
  answerStanding,
  arrangeReport,
  attachEvidence,
  detachEvidence,
  editReportTexts,
  getReport,
  noteReceived,
  type Report,
  removeAnnex,
  settleClaim,
  takePosition,
  takeUpReport,
  useDraft,
  withdrawPosition,
} from '../../src/domain/reports/index.ts';
import type { Writer } from '../../src/storage/database.ts';
import { buildMeeting } from './build-meetings.ts';
import type { TestDatabase } from './database.ts';

/** Where a report stands in the register, for verbs that change what is around it. */
export type FrozenScene = {
  readonly body: string;
  readonly assignmentId: string;
  readonly meetingId: string;
  readonly itemId: string;
  readonly reportId: string;
  readonly year: number;
};

/** A verb that may succeed or be refused, by name. */
export type AnyVerb = { readonly name: string; readonly run: (scene: FrozenScene) => Promise<unknown> };

/** The verbs, run as the operator in one database. */
export function verbsAround(t: TestDatabase): readonly AnyVerb[] {
  const { db, tenantId } = t;
  const operator = operatorOf(tenantId);
  const told: number[] = [];
  const days: number[] = [];
  const verb = (
    name: string,
    action: Parameters<typeof authorize>[1],
    run: (w: Writer<never>, scene: FrozenScene, report: Report) => Promise<unknown>,
  ): AnyVerb => ({
    name,
    run: async (scene) => {
      const report = await db.read(authorize(operator, 'record.read'), (r) => getReport(r, scene.reportId));
      await db.transact(authorize(operator, action), { verb: name }, (w) => run(w as Writer<never>, scene, report));
    },
  });
  const key = ({ entries }: Report) => ({ entryId: entries[0]!.id, expectedVersion: entries[0]!.version });
  const claim = ({ entries }: Report) => ({ entryId: entries[0]!.id, claimHash: entries[0]!.claims[0]?.hash ?? 'x' });
  const item = (scene: FrozenScene) => ({ noun: 'agendaItem' as const, sourceId: scene.itemId });
  return [
    verb('addAnnex', 'report.edit', (w, { reportId }) =>
      addAnnex(w, { reportId, kind: 'text', title: 'Bilaga', text: 'Text.' }),
    ),
    verb('removeAnnex', 'report.edit', (w, _, { annexes }) =>
      removeAnnex(w, { annexId: annexes[0]?.id ?? t.runtime.newId(), expectedVersion: annexes[0]?.version ?? 1 }),
    ),
    verb('arrangeReport', 'report.edit', (w, { reportId }, { version, grouping }) =>
      arrangeReport(w, {
        reportId,
        expectedVersion: version,
        grouping: grouping === 'number' ? 'heading' : 'number',
        selection: 'own',
        chosen: [],
      }),
    ),
    verb('chooseReceivers', 'report.edit', (w, { reportId }, { version, receivers }) =>
      editReportTexts(w, {
        reportId,
        expectedVersion: version,
        receivers: receivers.map(({ body }) => ({ bodyId: body.id, purpose: 'information' as const })),
      }),
    ),
    verb('answerStanding', 'report.edit', (w, _, report) => answerStanding(w, { ...key(report), answer: 'notNow' })),
    verb('useDraft', 'report.edit', (w, _, report) => useDraft(w, key(report))),
    verb('attachEvidence', 'report.edit', (w, scene, report) =>
      attachEvidence(w, { ...claim(report), ...item(scene) }),
    ),
    verb('detachEvidence', 'report.edit', (w, scene, report) =>
      detachEvidence(w, { ...claim(report), ...item(scene) }),
    ),
    verb('settleClaim', 'report.edit', (w, _, report) => settleClaim(w, { ...claim(report), reason: 'Det stämmer.' })),
    verb('takePosition', 'report.edit', (w, { assignmentId, body, year }) =>
      takePosition(w, { assignmentId, bodyId: body, year, text: 'Beredningen berörs ej av uppdraget.' }),
    ),
    verb('withdrawPosition', 'report.edit', (w, { assignmentId, body, year }) =>
      withdrawPosition(w, { assignmentId, bodyId: body, year }),
    ),
    verb('changeAssignment', 'assignment.edit', async (w, { assignmentId }) => {
      const { version } = await getAssignment(w, assignmentId);
      await changeAssignment(w, {
        assignmentId,
        expectedVersion: version,
        title: `Ny rubrik ${version}`,
        text: 'Ny text.',
      });
    }),
    verb('changeItem', 'meeting.edit', async (w, { meetingId, itemId }) => {
      const found = (await getMeeting(w, meetingId)).items.find(({ id }) => id === itemId)!;
      const changes = { title: `Ny punkt ${found.version}` };
      await changeAgendaItem(w, { itemId, expectedVersion: found.version, changes });
    }),
    verb('changeBody', 'organisation.edit', async (w, { body }) => {
      const { version, kind, parentId } = await getBody(w, body);
      await changeBody(w, {
        bodyId: body,
        expectedVersion: version,
        kind,
        name: `Nytt namn ${version}`,
        ...(parentId && { parentId }),
      });
    }),
    verb('recordIndicatorValue', 'intake.confirm', (w, { year }) =>
      recordIndicatorValue(w, { name: 'Besök', unit: 'antal', value: 47_254 + told.push(year), asOf: String(year) }),
    ),
    verb('putReportOnAgenda', 'meeting.edit', (w, { reportId, meetingId }) =>
      putReportOnAgenda(w, { reportId, meetingId }),
    ),
    verb('noteReceived', 'meeting.edit', (w, _, { receivers }) =>
      noteReceived(w, { receiverId: receivers.at(-1)?.id ?? t.runtime.newId() }),
    ),
    {
      name: 'takeUpReport',
      run: async (scene) => {
        const report = await db.read(authorize(operator, 'record.read'), (r) => getReport(r, scene.reportId));
        const [receiver] = report.receivers;
        if (!receiver) return;
        const meetingId = await buildMeeting(t, {
          bodyId: receiver.body.id,
          heldOn: `${scene.year}-12-${String((days.push(scene.year) % 28) + 1).padStart(2, '0')}`,
        });
        await db.transact(authorize(operator, 'meeting.edit'), { verb: 'takeUpReport' }, (w) =>
          takeUpReport(w, { receiverId: receiver.id, meetingId }),
        );
      },
    },
  ];
}
