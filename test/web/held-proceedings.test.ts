import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  announceDissent,
  castVotes,
  endVote,
  requestVote,
  saveSectionText,
} from '../../src/domain/proceedings/index.ts';
import { buildHearing, buildMotion, buildOutcome, buildProposition } from '../support/build-proceedings.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let member: Visitor;
before(async () => {
  site = await openDemoSite();
  member = await site.signIn('ledamot');
});
after(() => site.close());

test('what happened in an item stands under it in the words of minutes, and both what was proposed and what was decided', async () => {
  const hearing = await buildHearing(site.database, { clauses: ['att köpa'] });
  const { itemId, members, meetingId } = hearing;
  await buildMotion(site.database, hearing, { kind: 'amendment', clauses: ['att hyra'], movers: members.slice(1, 3) });
  const propositionId = await buildProposition(site.database, hearing);
  const write = <T>(run: Parameters<typeof site.write<'meeting.conduct', T>>[1]) => site.write('meeting.conduct', run);
  const voteId = await write((w) => requestVote(w, { propositionId, expectedVersion: 1 }));
  const choices = ['no', 'no', 'no', 'yes', 'abstain'] as const;
  const votes = choices.map((choice, index) => ({ attendanceId: members[index]!, choice }));
  await write((w) => castVotes(w, { voteId, votes }));
  await write((w) => endVote(w, { voteId, expectedVersion: 2 }));
  await buildOutcome(site.database, hearing);
  await write((w) => announceDissent(w, { itemId, kind: 'reservation', people: [members[3]!], at: '13:30' }));
  await write((w) =>
    saveSectionText(w, { itemId, field: 'summary', body: 'Lokalen ligger i Provköping.', expectedVersion: 0 }),
  );
  await write((w) =>
    saveSectionText(w, { itemId, field: 'dispatchNote', body: 'Regionstyrelsen', expectedVersion: 0 }),
  );
  const page = await member.read(`/sammantraden/${meetingId}`);
  const [, item = ''] = page.split(`id="punkt-${itemId}"`);
  assert.match(item, /Utgång: .*beslutad/s);
  assert.match(item, /Förslaget i kallelsen.*att köpa/s);
  assert.match(item, /Lokalen ligger i Provköping\./);
  assert.match(item, /yrkar, med instämmande av .*, som ändringsyrkande: att hyra\./);
  assert.match(item, /Omröstningen utfaller med nej\./);
  assert.match(item, /Nej vann/);
  assert.match(item, /reserverar sig mot beslutet\./);
  assert.match(item, /Skickas till.*Regionstyrelsen/s);
});
