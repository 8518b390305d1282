import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildIndicatorValue, buildPopulationRow } from '../support/build-indicators.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let member: Visitor;
before(async () => {
  site = await openDemoSite();
  member = await site.signIn('ledamot');
});
after(() => site.close());

/** A page with every kind of space as a plain one. */
const read = async (path: string) => (await member.read(path)).replace(/\s/g, ' ');

test('an empty list says how records come', async () => {
  const unused = await openDemoSite({ region: false });
  after(unused.close);
  const controller = await unused.signIn('controller');
  assert.match(await controller.read('/indikatorer'), /Det finns inga mätvärden än/);
  assert.match(await controller.read('/indikatorer/befolkning'), /Det finns inga befolkningstabeller än/);
});

test('an indicator shows its values with unit and day, the stated change, and what the value before must have been', async () => {
  const change = { changePercent: 150, changedFrom: '2024' };
  const { indicatorId, valueId } = await buildIndicatorValue(site.database, { value: 50_000, ...change });
  const page = await read(`/indikatorer/${indicatorId}`);
  assert.ok(page.includes(`id="varde-${valueId}"`));
  assert.match(page, /<title[^>]*>2024, beräknat ur förändringen: 20 000<\/title>/);
  assert.match(page, /<title[^>]*>2025: 50 000<\/title>/);
  assert.match(page, /class="bar-counted"/);
  assert.match(page, /\+150 % sedan 2024/);
  assert.match(await read('/indikatorer'), /Digitala besök/);
});

test('two values of the same time are pointed out, and a limited value keeps its word', async () => {
  const name = 'vårdcentraler';
  await buildIndicatorValue(site.database, { name, value: 6 });
  const { indicatorId } = await buildIndicatorValue(site.database, { name, value: 16, qualifier: 'över' });
  const page = await read(`/indikatorer/${indicatorId}`);
  assert.match(page, /2 olika värden anges för samma tid/);
  assert.match(page, /över 16/);
});

test('a population table is checked row by row and against the row of the whole county', async () => {
  await buildPopulationRow(site.database, 'Sjöberga', [100, 150], { printedChange: 50, printedPercent: 50 });
  const wrong = await buildPopulationRow(site.database, 'Granby', [200, 180], {
    printedChange: 20,
    printedPercent: -10,
  });
  await buildPopulationRow(site.database, 'Fjällmarks län', [300, 331], { printedChange: 31, printedPercent: 10 });
  const page = await read('/indikatorer/befolkning');
  assert.match(page, /1 rad stämmer inte/);
  assert.match(page, new RegExp(`id="rad-${wrong}".*?\\+20 \\(−10 %\\).*?stämmer inte.*?−20 \\(−10 %\\)`));
  assert.match(page, /Raden för hela länet anger 331 för 2030, men kommunerna blir 330/);
});
