import * as z from 'zod';
import {
  type Agreement,
  type AgreementKind,
  type AgreementState,
  agreementKindCodes,
  agreementPhase,
  agreementPhaseCodes,
  agreementStateCodes,
  alarmOf,
  allHaveDecided,
  lastDayOfNotice,
  listAgreementPartyBodies,
  listAgreements,
  recordAgreement,
  runsOutWithin,
} from '../../../domain/agreements/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm, type Reader } from '../../contracts.ts';
import {
  choice,
  idempotencyField,
  optionalChoice,
  optionalId,
  optionalText,
  optionalWholeNumber,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { tableFile, tableFormats } from '../../table-file.ts';
import { readAgreementChoices, reading } from './agreement-facts.ts';
import { agreementFormPage } from './agreement-form-page.ts';
import { agreementFields, agreementForm, sampleAgreement } from './agreement-input.ts';
import {
  type AgreementChoice,
  agreementListPage,
  pageSize,
  sortings,
  spans,
  waitingFor,
} from './agreement-list-page.ts';
import { agreementSheet } from './agreement-sheet.ts';
import { texts } from './texts.ts';

const choiceQuery = z.object({
  sok: optionalText({ maximum: 100 }),
  slag: optionalChoice(agreementKindCodes as readonly [AgreementKind, ...AgreementKind[]]),
  lage: optionalChoice(agreementStateCodes as readonly [AgreementState, ...AgreementState[]]),
  part: optionalId(),
  inom: optionalChoice(spans),
  vantar: optionalChoice(waitingFor),
  sortera: optionalChoice(sortings),
  ordning: optionalChoice(['ascending', 'descending']),
  sida: optionalWholeNumber({ minimum: 1, maximum: 10_000 }),
});

/** The register of agreements, as a page and as a file, and the form in which one is added. */
export const agreementListRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/samverkan',
    policy: 'record.read',
    about: 'Visar överenskommelserna: hur länge de gäller, vem som har beslutat och när de senast sägs upp.',
    input: { query: choiceQuery },
    sample: {},
    handler: async (ctx) => {
      const choice = ctx.input.query;
      const today = ctx.services.runtime.today();
      const [chosen, parties] = await ctx.services.db.read(ctx.auth, async (r) => [
        await chooseAgreements(r, choice, today),
        await listAgreementPartyBodies(r),
      ]);
      const from = ((choice.sida ?? 1) - 1) * pageSize;
      return agreementListPage(ctx, choice, {
        agreements: chosen.slice(from, from + pageSize),
        total: chosen.length,
        parties,
      });
    },
  }),
  route({
    method: 'GET',
    path: '/samverkan/avtal/fil/:format',
    policy: 'record.read',
    about: 'Lämnar de valda överenskommelserna som fil.',
    input: { params: z.object({ format: choice(tableFormats) }), query: choiceQuery },
    sample: { params: { format: 'csv' } },
    handler: async (ctx) => {
      const chosen = await ctx.services.db.read(ctx.auth, (r) =>
        chooseAgreements(r, ctx.input.query, ctx.services.runtime.today()),
      );
      return await tableFile(agreementSheet(ctx, chosen), 'overenskommelser', ctx.input.params.format);
    },
  }),
  route({
    method: 'GET',
    path: '/samverkan/avtal/ny',
    policy: 'agreement.edit',
    about: 'Visar formuläret där en överenskommelse läggs upp.',
    input: { query: z.object({ ersatter: optionalId() }) },
    sample: {},
    handler: async (ctx) => {
      const choices = await reading(ctx, readAgreementChoices);
      const replaced = choices.agreements.find(({ id }) => id === ctx.input.query.ersatter);
      return agreementFormPage(
        ctx,
        choices,
        replaced &&
          freshForm({
            kind: 'agreement',
            startsWhen: 'whenAllDecided',
            alarmMonths: '12, 6, 3',
            name: replaced.name,
            predecessorId: replaced.id,
          }),
      );
    },
  }),
  route({
    method: 'POST',
    path: '/samverkan/avtal/ny',
    policy: 'agreement.edit',
    about: 'Lägger upp en överenskommelse som förslag.',
    input: { form: agreementForm.extend({ idempotencyKey: idempotencyField }) },
    sample: { form: { ...sampleAgreement, idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, ...form } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'recordAgreement', idempotencyKey }, (w) =>
        recordAgreement(w, { ...agreementFields(form), decided: false }),
      );
      return redirect(recordAddress('agreement', id), {
        flash: { tone: 'success', text: texts[ctx.language].created },
      });
    },
    onInvalid: async (ctx, state) => agreementFormPage(ctx, await reading(ctx, readAgreementChoices), state),
  }),
];

/** The agreements that are chosen in the address, in the order that is chosen there. */
async function chooseAgreements(r: Reader, choice: AgreementChoice, today: CivilDate): Promise<readonly Agreement[]> {
  const { sok, slag, lage, part, inom, vantar, sortera, ordning } = choice;
  const found = await listAgreements(r, {
    ...(sok !== undefined && { words: sok }),
    ...(slag !== undefined && { kind: slag }),
    ...(lage !== undefined && { state: lage }),
    ...(part !== undefined && { partyBodyId: part }),
  });
  const chosen = found
    .filter((one) => inom === undefined || runsOutWithin(one, Number(inom), today))
    .filter((one) => vantar !== 'decision' || (one.state === 'out' && !allHaveDecided(one.ratification)))
    .filter((one) => vantar !== 'renewal' || awaitsStand(one, today));
  if (sortera === undefined) return chosen;
  const key = keys[sortera];
  const sorted = chosen.toSorted((a, b) => key(a, today).localeCompare(key(b, today), 'sv'));
  return ordning === 'descending' ? sorted.reverse() : sorted;
}

function awaitsStand(agreement: Agreement, today: CivilDate): boolean {
  const phase = agreementPhase(agreement, today);
  return phase === 'ranOut' || phase === 'lapsed' || alarmOf(agreement, today) !== undefined;
}

const keys: Readonly<Record<(typeof sortings)[number], (agreement: Agreement, today: CivilDate) => string>> = {
  name: ({ name }) => name,
  from: ({ from }) => from ?? '',
  state: (agreement, today) => String(agreementPhaseCodes.indexOf(agreementPhase(agreement, today))),
  // What has no last day stands after all that have one.
  last: (agreement, today) => lastDayOfNotice(agreement, today) ?? '9999',
};
