import * as z from 'zod';
import { disqualifiedItemsOf, listAttendance } from '../../../domain/attendance/index.ts';
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
import { expectedReports, getMeeting, officialsItemsOf, reportingGroupsOf } from '../../../domain/meetings/index.ts';
import { bodyRulesOn, listParticipants } from '../../../domain/organisation/index.ts';
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
import { texts } from './texts.ts';

const one = `${meetingListPath}/:id` as const;
const byDecision = z.object({ id: idField(), beslut: idField() });
const ofPrincipal = <T>(value: z.ZodType<T>) => z.record(idField() as z.ZodType<string, string>, value).default({});

const standForm = z.object({
  endorsements: optionalText({ maximum: 5_000 }),
  stand: ofPrincipal(optionalChoice(principalStandCodes as readonly [PrincipalStandKind, ...PrincipalStandKind[]])),
  day: ofPrincipal(optionalCivilDate()),
  note: ofPrincipal(optionalText({ maximum: 500 })),
  seen: ofPrincipal(z.coerce.number().int().min(0)),
  idempotencyKey: idempotencyField,
});

/** What a group of officials has beside an ordinary meeting: for which principals its decisions hold, and who stands behind them. */
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
];

type OnDecision = Pick<HandlerContext<'decision.record'>, 'services' | 'auth' | 'actor'> & {
  readonly input: { readonly params: z.output<typeof byDecision> };
};

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

async function ownDecision(ctx: OnDecision) {
  const { id, beslut } = ctx.input.params;
  const facts = await ctx.services.db.read(ctx.auth, (r) => readOfficials(r, id));
  requireFor(ctx.actor, 'decision.record', facts.meeting);
  const decision = facts.decisions.find((other) => other.id === beslut);
  if (!decision) throw new AppError('record.notFound');
  return { facts, decision };
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

/** Back to the page of the principals with what was done. */
export function toOfficials(meetingId: string, text: string) {
  return redirect(officialsPath(meetingId), { flash: { tone: 'success', text } });
}
