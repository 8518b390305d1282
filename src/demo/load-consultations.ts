import { authorize } from '../domain/access/index.ts';
import {
  addPoint,
  addStation,
  answerConsultation,
  answerPoint,
  type DraftConsultation,
  draftConsultation,
  findConsultationLink,
  getConsultation,
  giveMoreTime,
  makeConsultationLink,
  passStation,
  type Stance,
  sendAnswer,
  sendConsultation,
  setRemittedDocuments,
} from '../domain/consultations/index.ts';
import { listDocuments } from '../domain/matters/index.ts';
import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import type { Id } from '../kernel/id.ts';
import type { Writer } from '../storage/database.ts';
import { bodyId, type DemoWriter, onDay } from './demo-writer.ts';
import { bodyNames } from './region.ts';

type DemoAnswer = {
  readonly respondent: string;
  /** How many days before the loading it came. */
  readonly daysAgo: number;
  readonly sender: string;
  readonly stance: Stance;
  readonly comment: string | null;
  /** Sent in through the link of the letter, not entered by hand. */
  readonly byLink?: boolean;
};

const municipalities = [
  'Granhult',
  'Norrbäck',
  'Sörbyn',
  'Fjällsta',
  'Tallåsen',
  'Älvdala',
  'Myrskog',
  'Stensjö',
  'Björknäs',
  'Hedvik',
  'Lillfors',
  'Öreby',
] as const;

const answers: readonly DemoAnswer[] = [
  {
    respondent: 'Granhults kommun',
    daysAgo: 33,
    sender: 'Socialnämnden',
    stance: 'supports',
    comment: 'Bra att målen är skrivna som löften. Skriv ut vad kommunen ansvarar för i hemmet.',
    byLink: true,
  },
  {
    respondent: 'Norrbäcks kommun',
    daysAgo: 26,
    sender: 'Kommunstyrelsen',
    stance: 'supports',
    comment: null,
  },
  {
    respondent: 'Fjällsta kommun',
    daysAgo: 19,
    sender: 'Vård- och omsorgsnämnden',
    stance: 'comments',
    comment: 'Resorna är långa. Målet om vård nära behöver gälla också där det är glest.',
    byLink: true,
  },
  { respondent: 'Myrskogs kommun', daysAgo: 17, sender: 'Socialchefen', stance: 'noObjection', comment: null },
  {
    respondent: 'Hedviks kommun',
    daysAgo: 10,
    sender: 'Socialnämnden',
    stance: 'opposes',
    comment: 'Målbilden saknar en beräkning av vad kommunerna får betala.',
  },
  {
    respondent: 'Öreby kommun',
    daysAgo: 5,
    sender: 'Kommunstyrelsen',
    stance: 'supports',
    comment: 'Ta med de unga i uppföljningen.',
  },
];

/** A round to twelve municipalities, half of them answered, with points that led to changes and the way to the decision; and advice within the house. */
export async function loadConsultations(demo: DemoWriter): Promise<void> {
  const roundId = await sendRound(demo);
  for (const answer of answers) await takeAnswer(demo, roundId, answer);
  await giveTime(demo, roundId);
  await takePoints(demo, roundId);
  await layPath(demo, roundId);
  await askWithin(demo);
}

async function sendRound(demo: DemoWriter): Promise<Id<'consultation'>> {
  const sending = onDay(demo, dayFrom(demo, -48), demo.operator);
  return await sending.as('matter.edit', 'loadDemoConsultation', async (w) => {
    const board = await bodyId(w, bodyNames.board);
    const consultationId = await draftConsultation(w, {
      bodyId: board,
      title: 'Förslag till Målbild 2040 för hälsa och vård i Fjällmark',
      scope: 'Vi vill veta vad ni anser om målen, vad som saknas, och vad målbilden betyder för er verksamhet.',
      dueOn: dayFrom(demo, 12),
      recipients: municipalities.map((name) => ({
        respondent: /[aösy]$/u.test(name) ? `${name} kommun` : `${name}s kommun`,
        address: `registrator@${name.toLowerCase().replace(/[åä]/g, 'a').replaceAll('ö', 'o')}.example`,
      })),
    });
    const documents = await listDocuments(w, { limit: 1 });
    await setRemittedDocuments(w, { consultationId, documentIds: documents.map(({ id }) => id) });
    await sendConsultation(w, { consultationId, expectedVersion: 1 });
    return consultationId;
  });
}

async function takeAnswer(demo: DemoWriter, roundId: Id<'consultation'>, answer: DemoAnswer): Promise<void> {
  const { sender, stance, comment } = answer;
  const on = dayFrom(demo, -answer.daysAgo);
  const coming = onDay(demo, on, demo.operator);
  const token = await coming.as('matter.edit', 'loadDemoAnswer', async (w) => {
    const response = await responseOf(w, roundId, answer.respondent);
    if (answer.byLink) return await makeConsultationLink(w, await letterOf(w, response.id));
    const { version: expectedVersion, id: responseId } = response;
    await answerConsultation(w, { responseId, expectedVersion, receivedOn: on, sender, stance, comment });
    return undefined;
  });
  if (token === undefined) return;
  const link = await findConsultationLink(demo.db, token);
  if (!link) throw new Error('The link of a demonstration letter opens nothing.');
  await demo.db.transact(authorize(link.actor, 'consultation.answer'), { verb: 'loadDemoAnswer' }, (w) => {
    const { now, today } = { now: () => new Date(`${on}T10:00:00Z`), today: () => on };
    return sendAnswer(
      { ...w, runtime: { ...w.runtime, now, today } },
      {
        place: { token },
        expectedVersion: 0,
        content: { stance, comment, answers: [], sender, decidedOn: on, decisionSection: '87', answeredBy: null },
      },
    );
  });
}

async function giveTime(demo: DemoWriter, roundId: Id<'consultation'>): Promise<void> {
  await onDay(demo, dayFrom(demo, -4), demo.operator).as('matter.edit', 'loadDemoExtension', async (w) => {
    const { id: responseId, version: expectedVersion } = await responseOf(w, roundId, 'Tallåsens kommun');
    const reason = 'Socialnämnden sammanträder först efter sista dagen.';
    await giveMoreTime(w, { responseId, expectedVersion, extendedTo: dayFrom(demo, 19), reason });
  });
}

async function takePoints(demo: DemoWriter, roundId: Id<'consultation'>): Promise<void> {
  await onDay(demo, dayFrom(demo, -3), demo.operator).as('matter.edit', 'loadDemoPoints', async (w) => {
    const point = async (name: string, words: string, theme: string) =>
      await addPoint(w, { responseId: (await responseOf(w, roundId, name)).id, words, theme });
    const clear = await point('Granhults kommun', 'Skriv ut vad kommunen ansvarar för i hemmet.', 'Ansvar');
    const far = await point('Fjällsta kommun', 'Målet om vård nära behöver gälla också där det är glest.', 'Närhet');
    await point('Hedviks kommun', 'Beräkna vad kommunerna får betala.', 'Ekonomi');
    const none = { changed: null, expectedVersion: 1 };
    await answerPoint(w, {
      ...none,
      pointId: clear,
      theme: 'Ansvar',
      outcome: 'takenUp',
      reason: 'Ansvaret ska gå att läsa ur målbilden.',
      changedIn: 'Förslag 2, mål 6',
      fromText: 'Region och kommuner planerar tillsammans.',
      toText: 'Region och kommuner planerar tillsammans, och det framgår vem som ansvarar för vad i hemmet.',
    });
    await answerPoint(w, {
      ...none,
      pointId: far,
      theme: 'Närhet',
      outcome: 'partly',
      reason: 'Restiden följs upp, men målet anger ingen gräns.',
      changedIn: 'Förslag 2, mål 1',
      fromText: 'Det jag behöver ofta finns nära mig.',
      toText: 'Det jag behöver ofta finns nära mig, också där det är glest.',
    });
  });
}

async function layPath(demo: DemoWriter, consultationId: Id<'consultation'>): Promise<void> {
  const stations = [
    ['Hälso- och sjukvårdsnämndens arbetsutskott', -5],
    [bodyNames.board, 23],
    ['Regionstyrelsen', 59],
    [bodyNames.assembly, 86],
  ] as const;
  await onDay(demo, dayFrom(demo, -4), demo.operator).as('matter.edit', 'loadDemoPath', async (w) => {
    for (const [index, [name, days]] of stations.entries()) {
      const plannedOn = dayFrom(demo, days);
      const stepId = await addStation(w, { consultationId, name, plannedOn, meetingId: null });
      if (index === 0) await passStation(w, { stepId, expectedVersion: 1, passed: true });
    }
  });
}

async function askWithin(demo: DemoWriter): Promise<void> {
  await onDay(demo, dayFrom(demo, -6), demo.operator).as('matter.edit', 'loadDemoAdvice', async (w) => {
    const asked = [bodyNames.administration, bodyNames.hospital, bodyNames.mental];
    const round: DraftConsultation = {
      bodyId: await bodyId(w, bodyNames.local),
      title: 'Samråd om gemensam vårdplan för äldre',
      scope: 'Vad behöver ändras i utkastet innan beredningen föreslår det?',
      kind: 'internal',
      dueOn: null,
      workingDays: 7,
      questions: ['Vad fungerar i dag och bör stå kvar?', 'Vilket stöd behöver ni för att arbeta så?'],
      recipients: await Promise.all(
        asked.map(async (name) => ({ respondent: name, address: null, bodyId: await bodyId(w, name) })),
      ),
    };
    const consultationId = await draftConsultation(w, round);
    await sendConsultation(w, { consultationId, expectedVersion: 1 });
  });
}

/** A day counted from the one on which the demonstration is loaded, so that the round is always half answered. */
function dayFrom({ db }: DemoWriter, days: number): CivilDate {
  return addDays(db.runtime.today(), days);
}

async function responseOf(w: Writer<'matter.edit'>, roundId: Id<'consultation'>, respondent: string) {
  const found = (await getConsultation(w, roundId)).responses.find((one) => one.respondent === respondent);
  if (!found) throw new Error(`The demonstration asks nobody called ”${respondent}”.`);
  return found;
}

/** The letter that asked a respondent. */
async function letterOf(w: Writer<'matter.edit'>, responseId: string): Promise<Id<'consultationLetter'>> {
  const row = await w.db
    .selectFrom('consultation_letter')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('consultation_response_id', '=', responseId)
    .executeTakeFirstOrThrow();
  return row.id;
}
