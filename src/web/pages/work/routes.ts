import * as z from 'zod';
import type { Actor } from '../../../domain/access/index.ts';
import {
  answerDelegation,
  delegateWork,
  receiversFor,
  restWork,
  saveWorkSetting,
  type WorkKind,
  wakeWork,
  workKindCodes,
  workOf,
  workSettingOf,
} from '../../../domain/work/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { freshForm } from '../../contracts.ts';
import {
  choice,
  civilDateField,
  idempotencyField,
  idField,
  optionalChoice,
  optionalText,
  text,
  versionField,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { texts } from './texts.ts';
import { arrangePage, settingValues, workLettersPage, workListPage } from './work-pages.ts';
import { workAddress, workSettingAddress } from './work-rows.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const key = text({ maximum: 200 });
const aKey = `doTask:${anId}`;
const kindCodes = workKindCodes as unknown as readonly [WorkKind, ...WorkKind[]];
const weekdayCodes = ['0', '1', '2', '3', '4', '5', '6', '7'] as const;
type SignedIn = Pick<HandlerContext<'work.arrange'>, 'services'> & {
  readonly actor: Actor;
  readonly auth: HandlerContext<'work.arrange' | 'record.read'>['auth'];
};

/** Somebody's own work: the list, what rests, what was handed over, and the letters about it. */
export const workRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: workAddress,
    policy: 'record.read',
    about:
      'Visar allt som den som är inloggad har att göra: idag, den här veckan, senare, hos andra och det som vilar.',
    input: { query: z.object({ slag: optionalChoice(kindCodes) }) },
    sample: {},
    handler: async (ctx) => workListPage(ctx, await entriesOf(ctx), ctx.input.query.slag),
  }),
  route({
    method: 'GET',
    path: `${workAddress}/uppgift`,
    policy: 'record.read',
    about: 'Visar en uppgift, med formulär för att låta den vila eller lämna över den.',
    input: { query: z.object({ nyckel: key }) },
    sample: { query: { nyckel: aKey } },
    // Work ends by itself when it is done, also while its line still stands on somebody's screen.
    handler: async (ctx) => {
      const found = await findEntry(ctx, ctx.input.query.nyckel);
      if (found) return arrangePage(ctx, found);
      return redirect(workAddress, { flash: { tone: 'info', text: texts[ctx.language].noLongerThere } });
    },
  }),
  route({
    method: 'POST',
    path: `${workAddress}/vila`,
    policy: 'work.arrange',
    about: 'Låter en uppgift vila till en dag, dock aldrig förbi en dag som lagen sätter.',
    input: {
      form: z.object({ key, untilOn: civilDateField(), reason: text(), idempotencyKey: idempotencyField }),
    },
    sample: { form: { key: aKey, untilOn: '2026-12-24', reason: 'Väntar på svar', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { idempotencyKey, ...input } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'restWork', idempotencyKey }, (w) =>
        restWork(w, ctx.actor, input),
      );
      return back(texts[ctx.language].rested);
    },
    onInvalid: async (ctx, state) =>
      arrangePage(ctx, await entryWithReceivers(ctx, String(state.values.key ?? '')), { rest: state }),
  }),
  route({
    method: 'POST',
    path: `${workAddress}/vack`,
    policy: 'work.arrange',
    about: 'Tar upp en uppgift som vilar före dess dag.',
    input: { form: z.object({ key, idempotencyKey: idempotencyField }) },
    sample: { form: { key: aKey, idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { idempotencyKey, key: own } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'wakeWork', idempotencyKey }, (w) =>
        wakeWork(w, ctx.actor, own),
      );
      return back(texts[ctx.language].woken);
    },
    onInvalid: async (ctx) => workListPage(ctx, await entriesOf(ctx), undefined),
  }),
  route({
    method: 'POST',
    path: `${workAddress}/lamna-over`,
    policy: 'work.arrange',
    about: 'Erbjuder en uppgift till någon annan som får göra den.',
    input: {
      form: z.object({
        key,
        toAccountId: idField(),
        note: optionalText({ maximum: 1_000 }),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { form: { key: aKey, toAccountId: anId, idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { idempotencyKey, note, ...input } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'delegateWork', idempotencyKey }, (w) =>
        delegateWork(w, ctx.actor, { ...input, note: note ?? null }),
      );
      return back(texts[ctx.language].delegated);
    },
    onInvalid: async (ctx, state) =>
      arrangePage(ctx, await entryWithReceivers(ctx, String(state.values.key ?? '')), { delegate: state }),
  }),
  route({
    method: 'POST',
    path: `${workAddress}/overlamning/:id`,
    policy: 'work.arrange',
    about: 'Tar emot, lämnar tillbaka eller tar tillbaka en uppgift som lämnats över.',
    input: {
      params: z.object({ id: idField() }),
      form: z.object({
        action: choice(['accept', 'return', 'takeBack']),
        answer: optionalText({ maximum: 1_000 }),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: { id: anId }, form: { action: 'accept', version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { action, answer, version, idempotencyKey } = ctx.input.form;
      const input = { delegationId: ctx.input.params.id, action, answer: answer ?? null, expectedVersion: version };
      await ctx.services.db.transact(ctx.auth, { verb: 'answerDelegation', idempotencyKey }, (w) =>
        answerDelegation(w, input),
      );
      const t = texts[ctx.language];
      return back({ accept: t.accepted, return: t.returned, takeBack: t.takenBack }[action]);
    },
    onInvalid: async (ctx) => workListPage(ctx, await entriesOf(ctx), undefined),
  }),
  route({
    method: 'GET',
    path: workSettingAddress,
    policy: 'record.read',
    about: 'Visar vilka brev om sitt arbete man får: veckobrevets dag och påminnelser.',
    sample: {},
    handler: async (ctx) => {
      const setting = await settingOf(ctx);
      return workLettersPage(ctx, setting, freshForm(settingValues(setting)));
    },
  }),
  route({
    method: 'POST',
    path: workSettingAddress,
    policy: 'work.arrange',
    about: 'Sparar vilka brev om sitt arbete man får.',
    input: {
      form: z.object({
        weekday: choice(weekdayCodes),
        reminders: choice(['all', 'law']),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { form: { weekday: '1', reminders: 'all', version: '0', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { weekday, reminders, version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'saveWorkSetting', idempotencyKey }, (w) =>
        saveWorkSetting(w, ctx.actor, {
          digestWeekday: Number(weekday) || null,
          reminders: reminders === 'all',
          expectedVersion: version,
        }),
      );
      return redirect(workSettingAddress, { flash: { tone: 'success', text: texts[ctx.language].saved } });
    },
    onInvalid: async (ctx, state) => workLettersPage(ctx, await settingOf(ctx), state),
  }),
];

async function entriesOf({ services: { db, runtime }, auth, actor }: SignedIn) {
  return await db.read(auth, (r) => workOf(r, actor, runtime.today()));
}

/** A line of one's own list with those who could take it. Throws `work.notOnList`. */
async function findEntry({ services: { db, runtime }, auth, actor }: SignedIn, own: string) {
  const today = runtime.today();
  return await db.read(auth, async (r) => {
    const entry = (await workOf(r, actor, today)).find((one) => one.key === own);
    return entry && { entry, receivers: await receiversFor(r, actor, entry, today) };
  });
}

async function entryWithReceivers(ctx: SignedIn, own: string) {
  const found = await findEntry(ctx, own);
  if (!found) throw new AppError('work.notOnList');
  return found;
}

async function settingOf({ services: { db }, auth, actor }: SignedIn) {
  return await db.read(auth, (r) => workSettingOf(r, actor.accountId ?? ''));
}

function back(message: string) {
  return redirect(workAddress, { flash: { tone: 'success', text: message } });
}
