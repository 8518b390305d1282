import * as z from 'zod';
import { disqualifiedItemsOf, listAttendance, requireNotDisqualified } from '../../../domain/attendance/index.ts';
import {
  answeredEndorsements,
  type Decision,
  type Endorsement,
  endorsementsOf,
  listDecisions,
  notePrincipalStand,
  type PrincipalStandKind,
  principalStandCodes,
  setEndorsements,
  standsOf,
} from '../../../domain/decisions/index.ts';
import {
  type AgendaItem,
  expectedReports,
  getMeeting,
  type MeetingDetail,
  officialsItemsOf,
  reportingGroupsOf,
  writeOfficialsItem,
} from '../../../domain/meetings/index.ts';
import { bodyRulesOn, listBodies, listParticipants, nameKey } from '../../../domain/organisation/index.ts';
import { isCivilDate } from '../../../kernel/civil-date.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type FormState, freshForm, type Reader } from '../../contracts.ts';
import { idempotencyField, idField, optionalChoice, optionalCivilDate, optionalText } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { requireFor } from '../meetings/meeting-facts.ts';
import { meetingListPath } from '../meetings/meeting-list-page.ts';
import { anId, byId } from '../meetings/meeting-routes.ts';
import { type OfficialsFacts, officialsPage, officialsPath, standPage } from './officials-page.ts';
import { reportsPage, reportValues } from './reports-page.ts';
import { texts } from './texts.ts';

const one = `${meetingListPath}/:id` as const;
const byDecision = z.object({ id: idField(), beslut: idField() });
const byItem = z.object({ id: idField(), punkt: idField() });
const ofPrincipal = <T>(value: z.ZodType<T>) => z.record(idField() as z.ZodType<string, string>, value).default({});

const standForm = z.object({
  endorsements: optionalText({ maximum: 5_000 }),
  stand: ofPrincipal(optionalChoice(principalStandCodes as readonly [PrincipalStandKind, ...PrincipalStandKind[]])),
  day: ofPrincipal(optionalCivilDate()),
  note: ofPrincipal(optionalText({ maximum: 500 })),
  seen: ofPrincipal(z.coerce.number().int().min(0)),
  idempotencyKey: idempotencyField,
});

const reportsForm = z.object({
  reports: z
    .array(
      z.object({
        subGroup: optionalText({ maximum: 200 }),
        reporter: optionalText({ maximum: 200 }),
        report: optionalText({ maximum: 20_000 }),
      }),
    )
    .max(40)
    .default([]),
  slidesIn: optionalText({ maximum: 300 }),
  idempotencyKey: idempotencyField,
});

/** What a group of officials has beside an ordinary meeting: its principals, its sub-groups and its slides. */
export const officialsRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${one}/huvudman`,
    policy: 'record.read',
    about: 'Visar för vilka huvudmän en chefsgrupps beslut gäller, och undergruppernas rapporter.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      officialsPage(ctx, await ctx.services.db.read(ctx.auth, (r) => readOfficials(r, ctx.input.params.id))),
  }),
  route({
    method: 'GET',
    path: `${one}/huvudman/:beslut`,
    policy: 'decision.record',
    about: 'Visar formuläret där huvudmännens besked om ett beslut antecknas.',
    input: { params: byDecision },
    sample: { params: { id: anId, beslut: anId } },
    handler: async (ctx) => {
      const { facts, decision } = await ownDecision(ctx);
      return standPage(ctx, facts, decision, freshForm(standValues(facts, decision)));
    },
  }),
  route({
    method: 'POST',
    path: `${one}/huvudman/:beslut`,
    policy: 'decision.record',
    about: 'Antecknar huvudmännens besked om ett beslut, och vilka som ställt sig bakom förslaget.',
    input: { params: byDecision, form: standForm },
    sample: { params: { id: anId, beslut: anId }, form: { endorsements: 'Styrgruppen', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { idempotencyKey, ...typed } = ctx.input.form;
      const { facts, decision } = await ownDecision(ctx);
      const endorsements = typedEndorsements(typed.endorsements);
      await ctx.services.db.transact(ctx.auth, { verb: 'notePrincipalStands', idempotencyKey }, async (w) => {
        await setEndorsements(w, { decisionId: decision.id, endorsements });
        for (const saved of facts.stands.get(decision.id) ?? []) {
          const { principalId } = saved;
          const expectedVersion = typed.seen[principalId] ?? 0;
          const [stand, ownDecisionOn, note] = [
            typed.stand[principalId] ?? null,
            typed.day[principalId] ?? null,
            typed.note[principalId] ?? null,
          ];
          const same = stand === saved.stand && ownDecisionOn === saved.ownDecisionOn && note === saved.note;
          if (!same)
            await notePrincipalStand(w, {
              decisionId: decision.id,
              principalId,
              expectedVersion,
              stand,
              ownDecisionOn,
              note,
            });
        }
      });
      return toOfficials(ctx.input.params.id, texts[ctx.language].saved);
    },
    onInvalid: async (ctx, state) => {
      const { facts, decision } = await ownDecision(ctx);
      return standPage(ctx, facts, decision, state);
    },
  }),
  route({
    method: 'GET',
    path: `${one}/punkter/:punkt/rapporter`,
    policy: 'meeting.conduct',
    about: 'Visar formuläret för undergruppernas rapporter i en punkt och var bilderna finns.',
    input: { params: byItem },
    sample: { params: { id: anId, punkt: anId } },
    handler: async (ctx) => {
      const { meeting, item, found, subGroups } = await ownItem(ctx);
      return reportsPage(ctx, meeting, item, freshForm(reportValues(found, subGroups)));
    },
  }),
  route({
    method: 'POST',
    path: `${one}/punkter/:punkt/rapporter`,
    policy: 'meeting.conduct',
    about: 'Sparar undergruppernas rapporter i en punkt och var bilderna finns.',
    input: { params: byItem, form: reportsForm },
    sample: { params: { id: anId, punkt: anId }, form: { slidesIn: 'samarbetsytan', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id, punkt } = ctx.input.params;
      const { reports, slidesIn, idempotencyKey } = ctx.input.form;
      await ownItem(ctx);
      await ctx.services.db.transact(ctx.auth, { verb: 'writeOfficialsItem', idempotencyKey }, async (w) => {
        await requireNotDisqualified(w, punkt);
        await writeOfficialsItem(w, {
          itemId: punkt,
          reports: reports.map((row) => ({
            subGroup: row.subGroup ?? '',
            reporter: row.reporter ?? null,
            report: row.report ?? '',
          })),
          slidesIn: slidesIn ?? null,
        });
      });
      return toOfficials(id, texts[ctx.language].saved);
    },
    onInvalid: async (ctx, state) => {
      const { meeting, item } = await ownItem(ctx);
      return reportsPage(ctx, meeting, item, state);
    },
  }),
];

type On<P extends 'decision.record' | 'meeting.conduct', S extends z.ZodType> = Pick<
  HandlerContext<P>,
  'services' | 'auth' | 'actor'
> & { readonly input: { readonly params: z.output<S> } };

async function readOfficials(r: Reader, meetingId: string): Promise<OfficialsFacts> {
  const whole = await getMeeting(r, meetingId);
  // Who is disqualified from an item sees nothing of what was decided in it (R-KL-24).
  const hidden = new Set<string>(await disqualifiedItemsOf(r, r.auth.accountId, meetingId));
  const meeting = { ...whole, items: whole.items.filter((item) => !hidden.has(item.id)) };
  const { id } = meeting.body;
  const listed = await listDecisions(r, { meetingId, bodyId: id });
  const decisions = listed.decisions.filter(({ item }) => !hidden.has(item?.id ?? ''));
  const ids = decisions.map((decision) => decision.id);
  const items = await officialsItemsOf(
    r,
    meeting.items.map((item) => item.id),
  );
  return {
    meeting,
    rules: await bodyRulesOn(r, id, meeting.heldOn),
    principals: await listParticipants(r, id, meeting.heldOn),
    decisions: decisions.toReversed(),
    stands: await standsOf(r, id, meeting.heldOn, ids),
    endorsements: await endorsementsOf(r, ids),
    answered: await answeredEndorsements(r, ids),
    attendance: await listAttendance(r, meetingId),
    items,
    expected: expectedReports(
      await reportingGroupsOf(r, id),
      [...items.values()].flatMap(({ reports }) => reports),
      meeting.heldOn,
    ),
  };
}

async function ownDecision(ctx: On<'decision.record', typeof byDecision>) {
  const { id, beslut } = ctx.input.params;
  const facts = await ctx.services.db.read(ctx.auth, (r) => readOfficials(r, id));
  requireFor(ctx.actor, 'decision.record', facts.meeting);
  const decision = facts.decisions.find((other) => other.id === beslut);
  if (!decision) throw new AppError('record.notFound');
  return { facts, decision };
}

async function ownItem(ctx: On<'meeting.conduct', typeof byItem>) {
  const { id, punkt } = ctx.input.params;
  return await ctx.services.db.read(ctx.auth, async (r) => {
    const meeting = await getMeeting(r, id);
    requireFor(ctx.actor, 'meeting.edit', meeting);
    await requireNotDisqualified(r, punkt);
    const item = meeting.items.find((other) => other.id === punkt);
    if (!item) throw new AppError('record.notFound');
    const subGroups = await groupsReportingIn(r, meeting, item);
    return { meeting, item, subGroups, found: (await officialsItemsOf(r, [punkt])).get(punkt) };
  });
}

/**
 * The groups that report at each meeting and do so in this item; all of them where the agenda has no item of theirs. Where nobody has said which groups
 * report, all sub-groups of the day.
 */
async function groupsReportingIn(r: Reader, { body, heldOn, items }: MeetingDetail, item: AgendaItem) {
  const reporting = (await reportingGroupsOf(r, body.id)).filter(({ since }) => since <= heldOn);
  const within = ({ title }: AgendaItem) => reporting.filter((one) => nameKey(one.itemTitle) === nameKey(title));
  if (reporting.length > 0)
    return (items.some((one) => within(one).length > 0) ? within(item) : reporting).map(({ name }) => name);
  const bodies = await listBodies(r, { onDate: heldOn });
  return bodies.filter(({ parentId }) => parentId === body.id).map(({ name }) => name);
}

function standValues({ stands, endorsements }: OfficialsFacts, decision: Decision): FormState['values'] {
  return {
    endorsements: (endorsements.get(decision.id) ?? [])
      .map(({ endorsedBy, endorsedOn }) => [endorsedOn, endorsedBy].filter(Boolean).join(' '))
      .join('\n'),
    ...Object.fromEntries(
      (stands.get(decision.id) ?? []).flatMap(({ principalId, stand, ownDecisionOn, note }) => [
        [`stand.${principalId}`, stand ?? ''],
        [`day.${principalId}`, ownDecisionOn ?? ''],
        [`note.${principalId}`, note ?? ''],
      ]),
    ),
  };
}

/** "2026-02-01 Styrgruppen", one a line; the day is left out when it is not known. */
function typedEndorsements(words: string | undefined): readonly Endorsement[] {
  return (words ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const day = line.slice(0, 10);
      return isCivilDate(day)
        ? { endorsedBy: line.slice(10).trim(), endorsedOn: day }
        : { endorsedBy: line, endorsedOn: null };
    });
}

function toOfficials(meetingId: string, text: string) {
  return redirect(officialsPath(meetingId), { flash: { tone: 'success', text } });
}
