import * as z from 'zod';
import type { Sheet } from '../../../documents/out/index.ts';
import {
  addWitness,
  findLatestHead,
  keyLine,
  listAlarms,
  listLogEntries,
  listNeighbours,
  listTreeHeads,
  listWatchedLogs,
  listWitnesses,
  originOf,
  removeWitness,
  settleAlarm,
  stopWatching,
  watchLog,
  writeLogFile,
} from '../../../domain/witnessing/index.ts';
import { addDays } from '../../../kernel/civil-date.ts';
import { AppError } from '../../../kernel/errors.ts';
import { stockholmMidnight } from '../../../kernel/stockholm-midnight.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import {
  idempotencyField,
  idField,
  manyOf,
  optionalCivilDate,
  optionalId,
  optionalText,
  optionalWholeNumber,
  text,
  versionField,
  wholeNumber,
} from '../../input.ts';
import { file, json, redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { tableFile, tableFormats } from '../../table-file.ts';
import { type LogQuery, logPage, logPaths } from './log-page.ts';
import { texts } from './texts.ts';
import { type WitnessFacts, witnessPage } from './witness-page.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });
const pageSize = 100;
const chosen = {
  vem: optionalText({ maximum: 100 }),
  atgard: optionalText({ maximum: 100 }),
  slag: optionalText({ maximum: 100 }),
  fran: optionalCivilDate(),
  till: optionalCivilDate(),
};

/** The log of the authority, its heads and its witnesses; and the address at which others hand us theirs. */
export const logRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: logPaths.log,
    policy: 'log.read',
    about: 'Visar loggen: vem som gjorde vad, med det signerade huvudet och öppna larm.',
    input: { query: z.object({ ...chosen, fore: optionalWholeNumber({ minimum: 1 }) }) },
    sample: {},
    handler: (ctx) => drawLog(ctx, ctx.input.query),
  }),
  ...tableFormats.map((format) =>
    route({
      method: 'GET',
      path: `${logPaths.log}/poster.${format}`,
      policy: 'log.read',
      about: `Lämnar valda poster ur loggen som ${format.toUpperCase()}.`,
      input: { query: z.object(chosen) },
      sample: {},
      handler: async (ctx) => {
        const filter = { ...filterOf(ctx.input.query), limit: 10_000 };
        const entries = await ctx.services.db.read(ctx.auth, (r) => listLogEntries(r, filter));
        return tableFile(sheetOf(ctx, entries), 'logg', format);
      },
    }),
  ),
  route({
    method: 'GET',
    path: `${logPaths.log}/fil`,
    policy: 'log.read',
    about: 'Lämnar hela loggen som en fil som kan kontrolleras utan Kansli.',
    sample: {},
    rate: 'upload',
    handler: async (ctx) => {
      const parts: string[] = [];
      const at = ctx.services.runtime.now();
      const name = ctx.actor.tenantId;
      await ctx.services.db.read(ctx.auth, (r) =>
        writeLogFile(r, { name, at, write: (part) => void parts.push(part) }),
      );
      return file({ bytes: Buffer.from(parts.join('')), type: 'application/jsonl', name: 'logg.jsonl' });
    },
  }),
  route({
    method: 'POST',
    path: `${logPaths.alarms}/:id`,
    policy: 'witness.edit',
    about: 'Avslutar ett larm om loggen, med vad som har gjorts.',
    input: {
      params: byId,
      form: z.object({ settlement: text({ maximum: 2_000 }), version: versionField, idempotencyKey: idempotencyField }),
    },
    sample: { params: { id: anId }, form: { settlement: 'Utrett.', version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { settlement, version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'settleAlarm', idempotencyKey }, (w) =>
        settleAlarm(w, { alarmId: ctx.input.params.id, settlement, expectedVersion: version }),
      );
      return redirect(logPaths.witnesses, { flash: { tone: 'success', text: texts[ctx.language].settled } });
    },
    onInvalid: (ctx, state) => drawLog(ctx, {}, state),
  }),
  route({
    method: 'GET',
    path: logPaths.witnesses,
    policy: 'log.read',
    about: 'Visar vilka som vittnar om loggen, vilka loggar myndigheten vittnar om, och signerade huvuden.',
    sample: {},
    handler: async (ctx) => witnessPage(ctx, await readWitnessFacts(ctx)),
  }),
  route({
    method: 'POST',
    path: logPaths.witnesses,
    policy: 'witness.edit',
    about: 'Lägger till ett vittne till loggen.',
    input: {
      form: z.object({
        name: text({ maximum: 200 }),
        neighbourId: optionalId(),
        address: optionalText({ maximum: 500 }),
        key: optionalText({ maximum: 200 }),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { form: { name: 'Vittnet', address: 'http://x', key: 'x', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { idempotencyKey, ...witness } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'addWitness', idempotencyKey }, (w) => addWitness(w, witness));
      return redirect(logPaths.witnesses, { flash: { tone: 'success', text: texts[ctx.language].added } });
    },
    onInvalid: async (ctx, state) => witnessPage(ctx, await readWitnessFacts(ctx), { add: state }),
  }),
  route({
    method: 'POST',
    path: `${logPaths.witnesses}/bevaka`,
    policy: 'witness.edit',
    about: 'Börjar vittna om en annan myndighets logg.',
    input: {
      form: z.object({
        logName: text({ maximum: 200 }),
        origin: text({ maximum: 100 }),
        logKey: text({ maximum: 200 }),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { form: { logName: 'Loggen', origin: 'x', logKey: 'x', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { logName, origin, logKey, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'watchLog', idempotencyKey }, (w) =>
        watchLog(w, { name: logName, origin, key: logKey }),
      );
      return redirect(logPaths.witnesses, { flash: { tone: 'success', text: texts[ctx.language].watchAdded } });
    },
    onInvalid: async (ctx, state) =>
      witnessPage(ctx, await readWitnessFacts(ctx), {
        watch: {
          ...state,
          // The verb speaks of name and key; this form has two of each on its page.
          problems: state.problems.map((one) => ({
            ...one,
            path: one.path === 'name' ? 'logName' : one.path === 'key' ? 'logKey' : one.path,
          })),
        },
      }),
  }),
  route({
    method: 'POST',
    path: `${logPaths.witnesses}/bevaka/:id/avsluta`,
    policy: 'witness.edit',
    about: 'Slutar vittna om en annan myndighets logg; det som har setts av den finns kvar.',
    input: { params: byId, form: z.object({ version: versionField, idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'stopWatching', idempotencyKey }, (w) =>
        stopWatching(w, { watchedLogId: ctx.input.params.id, expectedVersion: version }),
      );
      return redirect(logPaths.witnesses, { flash: { tone: 'success', text: texts[ctx.language].watchEnded } });
    },
    onInvalid: async (ctx) => witnessPage(ctx, await readWitnessFacts(ctx)),
  }),
  route({
    method: 'POST',
    path: `${logPaths.witnesses}/:id/ta-bort`,
    policy: 'witness.edit',
    about: 'Tar bort ett vittne; det som det har skrivit under finns kvar.',
    input: { params: byId, form: z.object({ version: versionField, idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { version: '1', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'removeWitness', idempotencyKey }, (w) =>
        removeWitness(w, { witnessId: ctx.input.params.id, expectedVersion: version }),
      );
      return redirect(logPaths.witnesses, { flash: { tone: 'success', text: texts[ctx.language].removed } });
    },
    onInvalid: async (ctx) => witnessPage(ctx, await readWitnessFacts(ctx)),
  }),
  route({
    method: 'POST',
    path: '/vittne/:slug',
    policy: 'public',
    about:
      'Tar emot ett signerat huvud av en annan myndighets logg och skriver under det, om det inte motsäger vad som har setts.',
    signed: true,
    input: {
      params: z.object({ slug: text({ maximum: 200 }) }),
      form: z.object({
        old: wholeNumber({ minimum: 0 }),
        proof: manyOf(z.string().regex(/^[0-9a-f]{64}$/), { maximum: 64 }),
        checkpoint: z.string().max(2_000),
      }),
    },
    sample: { params: { slug: 'exempel' }, form: { old: '0', checkpoint: 'kansli/x' } },
    handler: async (ctx) => {
      if (!ctx.services.receiveHead) throw new AppError('record.notFound');
      return json(await ctx.services.receiveHead(ctx.input.params.slug, ctx.input.form));
    },
    onInvalid: () => {
      throw new AppError('record.invalid');
    },
  }),
];

async function drawLog(
  ctx: RequestContext & Pick<HandlerContext<'log.read' | 'witness.edit'>, 'auth'>,
  { fore, ...query }: LogQuery & { readonly fore?: number | undefined },
  state?: FormState,
) {
  const filter = { ...filterOf(query), below: fore, limit: pageSize + 1 };
  const { entries, head, alarms } = await ctx.services.db.read(ctx.auth, async (r) => ({
    entries: await listLogEntries(r, filter),
    head: await findLatestHead(r),
    alarms: await listAlarms(r, { open: true }),
  }));
  const shown = entries.slice(0, pageSize);
  const set = Object.entries(query).filter((one): one is [string, string] => one[1] !== undefined);
  const older = new URLSearchParams([...set, ['fore', String(shown.at(-1)?.seq ?? 1)]]);
  return logPage(
    ctx,
    { entries: shown, query, head, alarms, older: entries.length > pageSize ? `${logPaths.log}?${older}` : undefined },
    state,
  );
}

async function readWitnessFacts(
  ctx: RequestContext & Pick<HandlerContext<'log.read' | 'witness.edit'>, 'auth' | 'actor'>,
): Promise<WitnessFacts> {
  const { db, publicUrl } = ctx.services;
  const authorities = await listNeighbours(db);
  const own = authorities.find(({ id }) => id === ctx.actor.tenantId);
  const facts = await db.read(ctx.auth, async (r) => ({
    witnesses: await listWitnesses(r),
    watched: await listWatchedLogs(r),
    heads: await listTreeHeads(r, { limit: 20 }),
    alarms: await listAlarms(r, { open: true }),
  }));
  const head = facts.heads[0];
  return {
    ...facts,
    neighbours: authorities.filter(({ id }) => id !== ctx.actor.tenantId),
    origin: originOf(ctx.actor.tenantId),
    key: head && keyLine({ name: head.keyName, publicKey: Buffer.from(head.publicKey, 'hex') }),
    address: `${publicUrl}/vittne/${own?.slug ?? ''}`,
  };
}

function filterOf({ vem, atgard, slag, fran, till }: LogQuery) {
  return {
    actor: vem,
    verb: atgard,
    noun: slag,
    from: fran === undefined ? undefined : stockholmMidnight(fran),
    until: till === undefined ? undefined : stockholmMidnight(addDays(till, 1)),
  };
}

function sheetOf(ctx: RequestContext, entries: Awaited<ReturnType<typeof listLogEntries>>): Sheet {
  const t = texts[ctx.language];
  return {
    title: t.title,
    language: ctx.language,
    columns: [t.number, t.when, t.who, t.what, t.noun, t.record, t.entryHash].map((head) => ({ head, kind: 'text' })),
    rows: entries.map((one) => [
      String(one.seq),
      one.at.toISOString(),
      one.actorName ?? t.erased,
      one.verb,
      one.noun,
      one.recordId,
      one.hash,
    ]),
  };
}
