/**
 * How often the pages of the joint work ask the database: agreements, commissions and funds, projects, deviations, goal areas, indicators, groups,
 * principals and releases. Measured in the demonstration region and again when each of them holds more, as in `query-budget.test.ts`.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addAgreementParty, addAgreementStep, listAgreements } from '../../src/domain/agreements/index.ts';
import { appointRepresentative, filledPlaces, listRepresentations } from '../../src/domain/collaboration/index.ts';
import { createFund, listCommissions, listFunds } from '../../src/domain/commissions/index.ts';
import { askComment, listDeviationFunctions, listDeviations } from '../../src/domain/deviations/index.ts';
import { addGoalArea, linkToArea, listGoalAreas } from '../../src/domain/goalareas/index.ts';
import { keepValues, listIndicatorHeads } from '../../src/domain/indicators/index.ts';
import { addProjectPart, listProjects } from '../../src/domain/projects/index.ts';
import { listPrincipals, releaseRecord } from '../../src/domain/releases/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { buildAgreement, buildCommission, buildDeliverable } from '../support/build-collaboration.ts';
import { buildDeviation } from '../support/build-deviations.ts';
import { buildIndicatorValue } from '../support/build-indicators.ts';
import { buildProject } from '../support/build-projects.ts';
import { sampleContent } from '../support/build-releases.ts';
import { countQueries, keepsBudget, type QueryCounter } from '../support/count-queries.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';

type Places = Awaited<ReturnType<typeof findPlaces>> & { readonly release: Id<'release'> };
type Budget = { readonly path: (places: Places) => string; readonly allowed: number; readonly reason: string };

/** The queries that a page may ask, with what they are for. Two of each tell who is asking: the session and its roles. */
const budgets = {
  agreements: { path: () => '/samverkan', allowed: 16, reason: 'the agreements, their parties, decisions and sources' },
  agreement: {
    path: ({ agreement }) => `/samverkan/avtal/${agreement}`,
    allowed: 32,
    reason: 'the agreement with parties, decisions, claims, texts and steps, and what it hangs together with',
  },
  commissions: {
    path: () => '/samverkan/bestallningar',
    allowed: 12,
    reason: 'the commissions with what each payer pays, and where each was decided',
  },
  commission: {
    path: ({ commission }) => `/samverkan/bestallningar/${commission}`,
    allowed: 32,
    reason: 'the commission, its chain, its fund, its sources, who stands behind it, what it hangs together with',
  },
  money: { path: () => '/samverkan/medel', allowed: 16, reason: 'the funds, their years, and what is drawn on them' },
  fund: {
    path: ({ fund }) => `/samverkan/medel/${fund}`,
    allowed: 24,
    reason: 'the fund, its years, what is drawn on it, and where it was read',
  },
  projects: {
    path: () => '/samverkan/projekt',
    allowed: 12,
    reason: 'the projects with phase, owner and deliverables',
  },
  project: {
    path: ({ project }) => `/samverkan/projekt/${project}`,
    allowed: 32,
    reason: 'the project, a query for each kind of part, their sources, and what it hangs together with',
  },
  deliverables: { path: () => '/samverkan/leveranser', allowed: 12, reason: 'the deliverables with their moves' },
  deviations: { path: () => '/samverkan/avvikelser', allowed: 12, reason: 'a page of deviations and their count' },
  deviation: {
    path: ({ deviation }) => `/samverkan/avvikelser/${deviation}`,
    allowed: 24,
    reason: 'the deviation, its steps and comments, the functions, the improvements, what it hangs together with',
  },
  patterns: { path: () => '/samverkan/avvikelser/monster', allowed: 12, reason: 'what is counted, and who takes part' },
  deviationRegister: {
    path: () => '/samverkan/avvikelser/register',
    allowed: 12,
    reason: 'functions, rules of leave and pilots',
  },
  goalAreas: {
    path: () => '/samverkan/malomraden',
    allowed: 40,
    reason: 'the areas, their series with definitions and targets, and a query or two for each kind of record in them',
  },
  goalArea: {
    path: ({ area }) => `/samverkan/malomraden/${area}`,
    allowed: 40,
    reason: 'the area, its series with definitions and targets, and a query or two for each kind of record in it',
  },
  indicators: { path: () => '/indikatorer', allowed: 10, reason: 'a page of the register, and the areas to choose' },
  indicator: {
    path: ({ indicator }) => `/indikatorer/${indicator}`,
    allowed: 24,
    reason: 'the series with definitions, targets and sources, and what it can be narrowed to',
  },
  comparison: {
    path: ({ indicator }) => `/indikatorer/${indicator}/jamfor`,
    allowed: 16,
    reason: 'the series of every municipality at once',
  },
  claims: {
    path: () => '/indikatorer/pastaenden',
    allowed: 10,
    reason: 'the claims with their indicators and sources',
  },
  deliveries: { path: () => '/indikatorer/leveranser', allowed: 8, reason: 'the deliveries with their principals' },
  population: { path: () => '/indikatorer/befolkning', allowed: 11, reason: 'the tables and the series they feed' },
  groups: { path: () => '/samverkan/grupper', allowed: 12, reason: 'the groups, their places and who fills them' },
  group: {
    path: ({ group }) => `/samverkan/grupper/${group.groupId}`,
    allowed: 24,
    reason: 'the group, its places and who fills them, its meetings, and whose report is missing',
  },
  principals: {
    path: () => '/samverkan/huvudman',
    allowed: 60,
    reason: 'the principals, and a query or two for each kind of thing that one of them can owe',
  },
  principal: {
    path: ({ principal }) => `/samverkan/huvudman/${principal}`,
    allowed: 60,
    reason: 'what one principal owes, of each kind, what it pays and who speaks for it',
  },
  releases: { path: () => '/utlamnat', allowed: 8, reason: 'a page of the log and its receivers' },
  release: {
    path: ({ release }) => `/utlamnat/${release}`,
    allowed: 12,
    reason: 'the release, its receivers, events and answers',
  },
  received: { path: () => '/mottaget', allowed: 8, reason: 'a page of what came from others' },
} as const satisfies Record<string, Budget>;

/** A day on which those who take part do. */
const today = '2026-11-22';

type PageName = keyof typeof budgets;
const pages = Object.entries(budgets) as readonly [PageName, Budget][];

let site: DemoSite;
let visitor: Visitor;
let counter: QueryCounter;
let places: Places;
const small = new Map<PageName, readonly string[]>();
const large = new Map<PageName, readonly string[]>();

before(async () => {
  site = await openDemoSite();
  counter = countQueries(site.db);
  visitor = await site.signIn('samverkan');
  const found = await findPlaces();
  places = { ...found, release: await letOut(found.principal, 'Utdrag') };
  await grow(2);
  await measure(small);
  await grow(4);
  await measure(large);
});
after(() => site.close());

for (const [name, { allowed, reason }] of pages)
  test(`the page "${name}" asks at most ${allowed} times: ${reason}`, () =>
    keepsBudget(allowed, small.get(name)!, large.get(name)!));

test('the joint work has grown where the pages look, and the pages show it', async () => {
  const shown: readonly (readonly [PageName, RegExp])[] = [
    ['agreement', /Part 6[\s\S]*Steg 6/],
    ['money', /Fond 6/],
    ['project', /Plats 6/],
    ['deviation', /Fråga 6/],
    ['goalAreas', /Område 6/],
    ['indicator', /1912/],
    ['group', /Talesperson 6/],
    ['releases', /Utdrag 6/],
  ];
  for (const [name, words] of shown) assert.match(await visitor.read(budgets[name].path(places)), words, name);
});

function findPlaces() {
  return site.read(async (r) => {
    const principals = await listPrincipals(r);
    const { groupId } = (await listRepresentations(r)).find(({ capacity }) => capacity === 'representative')!;
    const [place] = (await filledPlaces(r, [groupId], today)).get(groupId)!;
    return {
      agreement: (await listAgreements(r)).find(({ state }) => state === 'out')!.id,
      commission: (await listCommissions(r)).find(({ fundRecord }) => fundRecord)!.id,
      fund: (await listFunds(r))[0]!.id,
      project: (await listProjects(r))[0]!.id,
      deviation: (await listDeviations(r)).rows.find(({ state }) => state === 'received')!.id,
      functionId: (await listDeviationFunctions(r))[0]!.id,
      area: (await listGoalAreas(r))[0]!.id,
      indicator: (await listIndicatorHeads(r, { origin: 'measured' })).rows.find((one) => one.places > 1)!.id,
      group: { groupId, forBodyId: place!.forBody.id },
      principal: principals.find(({ authorityId }) => authorityId && authorityId !== r.tenantId)!.bodyId,
    };
  });
}

async function measure(into: Map<PageName, readonly string[]>): Promise<void> {
  for (const [name, { path }] of pages) {
    counter.start();
    await visitor.read(path(places));
    into.set(name, counter.asked());
  }
}

let grown = 0;

/** So many more of each kind, and so many more in the one whose page is measured. */
async function grow(times: number): Promise<void> {
  const where = site.database;
  for (let count = 0; count < times; count += 1) {
    grown += 1;
    const { agreement, fund, project, deviation, functionId, area, indicator, group, principal } = places;
    const told: Id<'agreement'> = await buildAgreement(where);
    const commission = await buildCommission(where, { fundId: fund, from: '2026-01-01', to: '2026-12-31' });
    const another = await buildProject(where);
    await site.write('agreement.edit', async (w) => {
      for (const agreementId of [told, agreement]) {
        await addAgreementParty(w, { agreementId, kind: 'other', name: `Part ${grown}`, decides: true });
        await addAgreementStep(w, {
          agreementId,
          what: `Steg ${grown}`,
          responsible: 'Samordnaren',
          stepFor: 'together',
        });
      }
    });
    await site.write('commission.edit', (w) =>
      createFund(w, { name: `Fond ${grown}`, owner: 'joint', kind: 'earmarked' }),
    );
    await buildDeliverable(where, { projectId: project, what: `Leverans ${grown}` });
    const fields = { name: `Plats ${grown}`, state: 'planned', startsOn: null, reason: '' } as const;
    await site.write('project.edit', (w) => addProjectPart(w, { projectId: project, kind: 'site', fields }));
    await buildDeviation(where);
    await site.write('deviation.handle', (w) =>
      askComment(w, { deviationId: deviation, functionId, question: `Fråga ${grown}` }),
    );
    const { indicatorId } = await buildIndicatorValue(where, { name: `digitala besök ${grown}` });
    await site.write('indicator.edit', (w) =>
      keepValues(w, {
        origin: 'measured',
        values: [
          { indicatorId: indicator, asOf: String(1906 + grown), value: grown },
          { indicatorId: indicator, asOf: '2024', place: `Kommun ${grown}`, value: grown },
        ],
      }),
    );
    await site.write('goalArea.edit', async (w) => {
      const areas = [area, await addGoalArea(w, { name: `Område ${grown}` })];
      for (const areaId of areas) {
        await linkToArea(w, { areaId, noun: 'indicator', recordId: indicatorId, year: 2026 });
        await linkToArea(w, { areaId, noun: 'project', recordId: another, year: 2026 });
        await linkToArea(w, { areaId, noun: 'commission', recordId: commission, year: 2026 });
      }
    });
    await site.write('collaboration.edit', (w) =>
      appointRepresentative(w, {
        groupId: group.groupId,
        forBodyId: group.forBodyId,
        capacity: 'substitute',
        name: `Talesperson ${grown}`,
        validFrom: today,
      }),
    );
    await letOut(principal, `Utdrag ${grown}`);
  }
}

function letOut(principal: Id<'body'>, title: string): Promise<Id<'release'>> {
  const content = sampleContent(`Ord ur ${title}.`, { title });
  return site.write('release.make', (w) => releaseRecord(w, { content, receivers: [principal], ground: 'noSecrecy' }));
}
