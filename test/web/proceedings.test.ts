import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { recordAttendance } from '../../src/domain/attendance/index.ts';
import { buildAgreement } from '../support/build-collaboration.ts';
import { buildConnection } from '../support/build-connections.ts';
import { buildAgendaItem, buildMeeting } from '../support/build-meetings.ts';
import { buildBody } from '../support/build-organisation.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let member: Visitor;
before(async () => {
  site = await openDemoSite();
  member = await site.signIn('ledamot');
});
after(() => site.close());

const ada = { person: 'Ada Berg', party: 'S' };
const bo = { person: 'Bo Ek', party: 'C' };

test('a meeting shows who was there and who was not in words, its several days and its note', async () => {
  const bodyId = await buildBody(site.database);
  const more = { heldOn: '2026-03-30', lastDay: '2026-03-31', note: 'med remissdialog' };
  const meetingId = await buildMeeting(site.database, { bodyId, ...more });
  await site.write('meeting.edit', async (w) => {
    await recordAttendance(w, { meetingId, name: ada.person, party: 'S', role: 'ordförande', present: true });
    await recordAttendance(w, { meetingId, name: bo.person, organisation: 'Granby', present: false });
  });
  const page = await member.read(`/sammantraden/${meetingId}`);
  const [, list = ''] = page.split('<section id="narvaro">');
  assert.match(list, /1 närvarande, 1 frånvarande/);
  assert.match(list, /Ada Berg \(S\).*närvarande.*ordförande.*<s>Bo Ek<\/s>.*frånvarande.*Granby/s);
  assert.match(page, /30 mars 2026 – 31 mars 2026/);
  assert.match(page, /med remissdialog/);
});

test('what minutes tell of an item stands under it: motions, votes with names, reservations, who receives it', async () => {
  const meetingId = await buildMeeting(site.database, { bodyId: await buildBody(site.database) });
  const itemId = await buildAgendaItem(site.database, {
    meetingId,
    title: 'Taxan',
    proceedings: {
      proposals: [{ by: [ada], text: 'Ada Berg yrkar bifall.' }],
      propositionOrder: 'Förslagen ställs mot varandra.',
      votes: [
        {
          question: 'Ja för bifall',
          yes: { count: 31, names: [ada] },
          no: { count: 30, names: [bo] },
          abstain: { count: 0, names: [] },
          absent: 4,
          outcome: 'yes',
          annex: 'bilaga 2',
        },
      ],
      reservations: [{ by: [bo], text: 'Bo Ek reserverar sig.' }],
      notes: [{ by: [], text: 'En anteckning.' }],
      disqualified: [{ person: 'Cia Dal', party: 'M' }],
      sentTo: ['Regionstyrelsen'],
      sections: 'inte en lista',
    },
  });
  const agreement = await buildAgreement(site.database, { name: 'Avtal om taxan' });
  await buildConnection(site.database, {
    from: { noun: 'agendaItem', id: itemId },
    to: { noun: 'agreement', id: agreement },
  });
  const page = await member.read(`/sammantraden/${meetingId}`);
  assert.match(
    page,
    /Yrkanden.*yrkar bifall.*Propositionsordning.*ställs mot varandra.*Ja för bifall.*31.*30.*Frånvarande.*4.*Ja vann/s,
  );
  assert.match(page, /<details class="help"><summary>Nej: Visa namnet<\/summary>.*Bo Ek \(C\)/s);
  assert.match(page, /bilaga 2.*Reservationer.*reserverar sig.*Protokollsanteckningar.*Jäv.*Cia Dal \(M\)/s);
  assert.match(page, /Skickas till.*Regionstyrelsen/s);
  assert.doesNotMatch(page, /Avstår/, 'nobody abstained');
  assert.match(page, new RegExp(`Hör ihop med.*/samverkan/avtal/${agreement}.*berörs|rör`, 's'));
});

test('a meeting of which no minutes were read in has no list of attendance', async () => {
  const meetingId = await buildMeeting(site.database, { bodyId: await buildBody(site.database) });
  assert.doesNotMatch(await member.read(`/sammantraden/${meetingId}`), /id="narvaro"/);
});
