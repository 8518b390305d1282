import { createFund, extendCommission, keepFundYear, recordCommission } from '../domain/commissions/index.ts';
import { yearOf } from '../kernel/civil-date.ts';
import { oreOf } from '../kernel/ore.ts';
import { bodyId, type DemoWriter } from './demo-writer.ts';
import { bodyNames } from './region.ts';

const kr = (value: number, payer?: string, year?: number) => ({
  value,
  currency: 'SEK',
  ...(payer && { payer }),
  ...(year && { year }),
});
const wholeYear = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` });

/** Three funds with three years each, and commissions of the group of chiefs: some that say all they should, and each fault at least once. */
export async function loadCommissions(demo: DemoWriter): Promise<void> {
  const year = yearOf(demo.db.runtime.today());
  await demo.as('commission.edit', 'loadDemoCommissions', async (w) => {
    const group = await bodyId(w, bodyNames.chiefs);
    const near = await createFund(w, {
      name: 'Nära vård-medel',
      aliases: ['Omställningsmedel nära vård'],
      owner: 'joint',
      kind: 'earmarked',
      purpose: 'Omställningen till nära vård i region och kommuner.',
      conditions: ['Används till gemensamma insatser.', 'Redovisas till staten senast den 31 mars året efter.'],
      bodyId: group,
    });
    const mental = await createFund(w, {
      name: 'Statsbidrag psykisk hälsa',
      aliases: ['Stimulansmedel psykisk hälsa'],
      owner: 'state',
      kind: 'earmarked',
      purpose: 'Tidiga insatser för barn och unga.',
      conditions: ['Ny ansökan varje år.'],
      bodyId: group,
    });
    const pot = await createFund(w, {
      name: 'Länets utvecklingspott',
      owner: 'municipalities',
      kind: 'ordinary',
      purpose: 'Gemensam kompetensutveckling.',
      bodyId: group,
    });
    const told = [
      [near, -1, 2_400_000, 2_150_000, 250_000, 'Resten fördes över efter beslut i chefsgruppen.'],
      [near, 0, 2_600_000, null, null, ''],
      [near, 1, 600_000, null, null, 'Preliminär tilldelning.'],
      [mental, -1, 900_000, 640_000, 0, 'Det som inte användes återbetalades.'],
      [mental, 0, 1_200_000, null, null, ''],
      [mental, 1, 1_000_000, null, null, 'Preliminär tilldelning.'],
      [pot, -1, 300_000, 300_000, 0, ''],
      [pot, 0, 300_000, null, null, ''],
      [pot, 1, 300_000, null, null, ''],
    ] as const;
    for (const [fundId, offset, allocated, spent, carried, note] of told)
      await keepFundYear(w, {
        fundId,
        year: year + offset,
        allocated: oreOf(allocated),
        spent: spent === null ? null : oreOf(spent),
        carried: carried === null ? null : oreOf(carried),
        note,
        expectedVersion: 0,
      });
    const rehab = {
      who: 'Projektgruppen för rehabilitering',
      what: 'Gemensam rehabilitering på primärvårdsnivå',
      fte: 3,
      shares: [
        { payer: 'regionen', fte: 2 },
        { payer: 'kommunerna', fte: 1 },
      ],
      personnelNote: 'Två tillsvidareanställda och en vikarie.',
      fundId: near,
      bodyId: group,
    };
    const first = await recordCommission(w, {
      ...rehab,
      amounts: [kr(1_360_000, 'regionen'), kr(680_000, 'kommunerna')],
      ...wholeYear(year - 1),
    });
    await extendCommission(w, {
      ...rehab,
      extendsId: first,
      amounts: [kr(1_410_000, 'regionen'), kr(705_000, 'kommunerna')],
      ...wholeYear(year),
    });
    await recordCommission(w, {
      who: 'Dietist från en av kommunerna',
      what: 'Stöd när överenskommelsen om nutrition införs',
      fte: 0.25,
      extentKind: 'share',
      employmentForm: 'purchased',
      amounts: [kr(132_500, 'kommunerna'), kr(132_500, 'regionen')],
      ...wholeYear(year),
      fund: 'kommunernas nära vård medel',
      bodyId: group,
    });
    await recordCommission(w, {
      who: 'Logopedmottagningen',
      what: 'Språkstöd på familjecentraler',
      fte: 2,
      extentKind: 'summedRates',
      amounts: [kr(1_150_000)],
      ...wholeYear(year),
      fundId: mental,
      decided: false,
      bodyId: group,
    });
    await recordCommission(w, {
      who: 'Arbetsgruppen för kontinens',
      what: 'Samordnare för kontinensvård',
      fte: 0.5,
      amounts: [],
      bodyId: group,
    });
    await recordCommission(w, {
      who: 'Vård- och omsorgscollege',
      what: 'Handledarutbildning för alla enheter',
      amounts: [kr(640_000), kr(400_000, 'kommunerna'), kr(200_000, 'regionen')],
      from: `${year}-09-01`,
      to: `${year + 1}-12-31`,
      fund: 'Kompetensmedel',
      bodyId: group,
    });
    const team = await recordCommission(w, {
      who: 'Första linjen för unga',
      what: 'Mobilt team för unga',
      fte: 1.5,
      shares: [{ payer: 'regionen', fte: 1.5 }],
      amounts: [kr(420_000, 'regionen', year - 1), kr(980_000, 'regionen', year)],
      from: `${year - 1}-07-01`,
      to: `${year}-12-31`,
      fundId: mental,
      bodyId: group,
    });
    await extendCommission(w, {
      extendsId: team,
      who: 'Första linjen för unga',
      what: 'Mobilt team för unga',
      fte: 2,
      shares: [{ payer: 'regionen', fte: 2 }],
      amounts: [kr(1_290_000, 'regionen', year + 1)],
      from: `${year}-12-01`,
      to: `${year + 1}-12-31`,
      fundId: mental,
      bodyId: group,
    });
    await recordCommission(w, {
      who: 'Länets samverkansledare',
      what: 'Gemensamma fortbildningsdagar',
      amounts: [kr(95_000, 'kommunerna')],
      from: `${year}-03-01`,
      fundId: pot,
      bodyId: group,
    });
  });
}
