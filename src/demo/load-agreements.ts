import {
  addAgreementParty,
  addAgreementStep,
  addAgreementText,
  addAllPrincipals,
  getWholeAgreement,
  moveAgreement,
  notePartyDecision,
  recordAgreement,
  recordAgreementClaim,
} from '../domain/agreements/index.ts';
import { addDays, addMonths, type CivilDate } from '../kernel/civil-date.ts';
import type { Id } from '../kernel/id.ts';
import type { Writer } from '../storage/database.ts';
import { bodyId, type DemoWriter } from './demo-writer.ts';
import { bodyNames } from './region.ts';

type W = Writer<'agreement.edit'>;

/** Agreements of region and municipalities in each state one meets: out for decision, claimed, running out, lapsed, being drawn up. */
export async function loadAgreements(demo: DemoWriter): Promise<void> {
  const today = demo.db.runtime.today();
  await demo.as('agreement.edit', 'loadDemoAgreements', async (w) => {
    const group = await bodyId(w, bodyNames.chiefs);
    await outForDecision(w, group, today);
    await claimed(w, group, today);
    await recordAgreement(w, {
      name: 'Avtal om korttidsplatser',
      kind: 'contract',
      bodyId: group,
      area: 'Korttidsvård',
      purpose: 'Kommunerna köper platser av varandra när de egna inte räcker.',
      from: addMonths(today, -28),
      to: addMonths(today, 8),
      openEnded: false,
      noticeMonths: 6,
      renewMonths: 24,
    });
    await recordAgreement(w, {
      name: 'Överenskommelse om samordnad inkontinensrådgivning',
      bodyId: group,
      area: 'Hjälpmedel',
      state: 'lapsed',
      stateReason: 'Tjänsten som samordnare står tom. Arbetsgruppen återkommer med förslag.',
      from: addMonths(today, -60),
      to: addMonths(today, -12),
      openEnded: false,
    });
    await beingDrawnUp(w, group);
  });
}

const oldText = `§ 1 Syfte
Kommunen ansvarar för hemsjukvård upp till sjuksköterskenivå.
§ 2 Inskrivning
Den som inte kan ta sig till vårdcentralen skrivs in i hemsjukvården.
§ 3 Kostnader
Var part bär sina kostnader.`;

const newText = `§ 1 Syfte
Kommunen och regionen ansvarar tillsammans för en trygg vård i hemmet.
§ 2 Inskrivning
Den som behöver samverkan mellan huvudmännen skrivs in i hemsjukvården, med en plan för individen.
§ 3 Planering efter sjukhus
Den specialiserade vården planerar för sju dagar efter utskrivning.
§ 4 Kostnader
Var part bär sina kostnader.`;

/** Nine of thirteen have decided, one with a reservation; four are waited for. */
async function outForDecision(w: W, group: Id<'body'>, today: CivilDate): Promise<void> {
  const earlier = await recordAgreement(w, {
    name: 'Överenskommelse om hemsjukvård',
    bodyId: group,
    area: 'Vård i hemmet',
    from: '2009-01-01',
    openEnded: true,
    noticeMonths: 12,
  });
  await addAgreementText(w, { agreementId: earlier, text: oldText, madeOn: '2008-11-20' });
  const id = await recordAgreement(w, {
    name: 'Överenskommelse om vård i hemmet',
    bodyId: group,
    area: 'Vård i hemmet',
    purpose: 'Trygg, säker och samordnad vård för den som har både kommunal och regional vård.',
    scope: 'Hemsjukvård, hemrehabilitering och hjälpmedel i ordinärt boende.',
    decided: false,
    startsWhen: 'whenAllDecided',
    openEnded: true,
    noticeMonths: 12,
    predecessorId: earlier,
    diaryNumber: 'SAM 2026/41',
    changes: ['En plan för individen vid inskrivning.', 'Sjukhuset planerar för sju dagar efter utskrivning.'],
  });
  await addAgreementText(w, {
    agreementId: id,
    text: newText
      .replace('\n§ 3 Planering efter sjukhus\nDen specialiserade vården planerar för sju dagar efter utskrivning.', '')
      .replace('§ 4', '§ 3'),
    label: 'Remissversion',
    madeOn: addMonths(today, -9),
  });
  await addAgreementText(w, { agreementId: id, text: newText, label: 'Efter remissen', madeOn: addMonths(today, -4) });
  await addAllPrincipals(w, { agreementId: id });
  await moveAgreement(w, { agreementId: id, expectedVersion: 1, move: 'sendOut' });
  const { parties } = await getWholeAgreement(w, id);
  for (const [index, { id: partyId, kind }] of parties.slice(0, 9).entries())
    await notePartyDecision(w, {
      agreementId: id,
      partyId,
      expectedVersion: 0,
      outcome: index === 4 ? 'withReservation' : 'approved',
      decidedBy: kind === 'region' ? 'Regionfullmäktige' : 'Kommunfullmäktige',
      decidedOn: addDays(today, -70 + index * 6),
      diaryNumber: kind === 'region' ? 'RF 2026/118' : `KS 2026/${210 + index * 7}`,
      ...(index === 4 && { remarks: 'Kostnaden för hjälpmedel ska följas upp efter ett år.' }),
    });
  await addAgreementStep(w, {
    agreementId: id,
    stepFor: 'together',
    what: 'Utbilda samordnare i nya rutiner',
    responsible: 'Chefsgruppens arbetsutskott',
    dueOn: addMonths(today, 3),
  });
}

/** All have decided, says the report that was read; whose minutes are here is another matter. */
async function claimed(w: W, group: Id<'body'>, today: CivilDate): Promise<void> {
  const id = await recordAgreement(w, {
    name: 'Överenskommelse om familjecentraler',
    bodyId: group,
    area: 'Barn och unga',
    purpose: 'Likvärdiga familjecentraler i hela länet.',
    from: addMonths(today, -10),
    openEnded: true,
    noticeMonths: 9,
    planTold: 'Arbetssättet införs under året enligt en fastställd plan.',
  });
  await addAllPrincipals(w, { agreementId: id });
  await recordAgreementClaim(w, {
    agreementId: id,
    words: 'Överenskommelsen är beslutad hos samtliga 13 huvudmän.',
    principals: 13,
  });
  const { parties } = await getWholeAgreement(w, id);
  for (const [index, { id: stepFor }] of parties.slice(1, 5).entries())
    await addAgreementStep(w, {
      agreementId: id,
      stepFor,
      what: 'Utse lokal styrgrupp',
      responsible: 'Barn- och utbildningschefen',
      dueOn: addDays(today, index < 3 ? -20 : 40),
      ...(index < 2 && { doneOn: addDays(today, -30) }),
    });
}

async function beingDrawnUp(w: W, group: Id<'body'>): Promise<void> {
  const id = await recordAgreement(w, {
    name: 'Avsiktsförklaring om en väg in för barn och unga',
    kind: 'letterOfIntent',
    bodyId: group,
    area: 'Barn och unga',
    purpose: 'Ett nummer att ringa, vem man än möter först.',
    decided: false,
    openEnded: false,
  });
  await addAgreementParty(w, {
    agreementId: id,
    kind: 'municipality',
    name: 'Fyra kommuner i norr',
    members: 4,
    decides: true,
  });
  await addAgreementParty(w, { agreementId: id, kind: 'police', name: 'Polisområde Fjällmark', decides: false });
}
