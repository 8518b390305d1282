import type { CivilDate } from '../../kernel/civil-date.ts';
import { weekdayOf } from '../../kernel/civil-date.ts';
import type { Localized } from '../../kernel/language.ts';
import { letterMarks, letterTopic, type PostedLetter } from '../../kernel/posted-letter.ts';
import { monthName, weekdayName } from '../../kernel/swedish-dates.ts';
import type { Writer } from '../../storage/database.ts';
import { accountsWhoMay } from '../access/index.ts';
import type { Consultation, ConsultationKind, ConsultationResponse } from './consultation.ts';

/** The letters of a round. */
export const consultationLetterKinds = {
  request: { sv: 'remiss', en: 'request for an opinion' },
  reminder: { sv: 'påminnelse', en: 'reminder' },
  extension: { sv: 'besked om anstånd', en: 'notice of more time' },
} as const satisfies Record<string, Localized>;
export type ConsultationLetterKind = keyof typeof consultationLetterKinds;

/**
 * Lays the same letter to each of them in the outbox, all in one transaction and dated the same day, and notes each. Those without an address are
 * passed over. Answers how many letters there were.
 */
export async function postConsultationLetters(
  w: Writer<'matter.edit'>,
  kind: ConsultationLetterKind,
  consultation: Consultation,
  to: readonly ConsultationResponse[],
): Promise<number> {
  const sender = await senderOf(w, consultation);
  const rows = [];
  for (const { id, respondent, address, extendedTo } of to) {
    if (address === null) continue;
    const dueOn = extendedTo ?? consultation.dueOn;
    const words = letterWords(kind, { ...consultation, dueOn }, w.runtime.today(), sender);
    const letter: PostedLetter = {
      id: w.runtime.newId(),
      to: { name: respondent, address },
      ...words,
      answerBy: 'consultation',
    };
    rows.push({
      tenant_id: w.tenantId,
      id: letter.id,
      consultation_id: consultation.id,
      consultation_response_id: id,
      kind,
      address,
      posted_on: w.runtime.today(),
      posted_by: w.auth.actorName,
      outbox_id: await w.post(letterTopic, letter),
    });
  }
  if (rows.length > 0) await w.db.insertInto('consultation_letter').values(rows).execute();
  return rows.length;
}

const subjects = { request: 'Remiss', reminder: 'Påminnelse om remiss', extension: 'Anstånd med remiss' } as const;

type LetterSender = { readonly name: string; readonly email: string | null };

/** What a letter says: FL 26 § asks for what the opinion should cover and its last day. */
export function letterWords(
  kind: ConsultationLetterKind,
  {
    title,
    body,
    scope,
    dueOn,
    kind: consultationKind,
  }: Pick<Consultation, 'title' | 'body' | 'scope' | 'dueOn' | 'kind'>,
  today: CivilDate,
  sender: LetterSender,
): Pick<PostedLetter, 'subject' | 'text'> {
  if (!body || !scope || !dueOn)
    throw new Error('A letter of a consultation needs who asks, what about and by when: draft the round first.');
  const passed = today > dueOn;
  const lastDay = `Svara senast ${longDate(dueOn)}.`;
  const opening = {
    request: `${body.name} ber er om ett yttrande över ”${title}”.`,
    reminder: passed
      ? `Vi har inte fått ert yttrande över ”${title}”. Sista dagen var ${longDate(dueOn)}. Svara så snart ni kan, eller meddela att ni avstår.`
      : `Vi har inte fått ert yttrande över ”${title}” än.`,
    extension: `Ni har fått längre tid för yttrandet över ”${title}”.`,
  }[kind];
  return {
    subject: `${subjects[kind]}: ${title} (svar senast ${dueOn})`,
    text: [
      opening,
      `Yttrandet ska omfatta:\n${scope}`,
      ...(kind === 'reminder' && passed ? [] : [lastDay]),
      ...howToAnswer(consultationKind, body.name, sender),
      `Hälsningar\n${sender.name}`,
    ].join('\n\n'),
  };
}

/** The way to the answer: a link of one's own, or signed in for who has an account; and who takes what comes by mail. */
function howToAnswer(kind: ConsultationKind, bodyName: string, { email }: LetterSender): readonly string[] {
  const byMail = email ? `Ni kan också skicka svaret till ${email}.` : `Ni kan också skicka svaret till ${bodyName}.`;
  return kind === 'internal'
    ? [`Svara i Kansli, under Mitt arbete (kräver inloggning):\n${letterMarks.site}/mitt-arbete`, byMail]
    : [
        `Läs handlingarna och svara här, utan att logga in:\n${letterMarks.answerLink}\nLänken är er egen. Ni kan spara ett utkast, och ändra ett svar fram till sista dagen.`,
        byMail,
      ];
}

/** Who is answered: the person who sends, when that is an account with an address; reminders of the night name whoever keeps the body's matters. */
async function senderOf(w: Writer<'matter.edit'>, { body }: Consultation): Promise<LetterSender> {
  const accounts = body ? await accountsWhoMay(w, 'matter.edit', body.id, w.runtime.today()) : [];
  const own = accounts.find(({ id }) => id === w.auth.accountId);
  if (own) return { name: own.name, email: own.email };
  const keeper = w.auth.accountId === null ? accounts.find(({ email }) => email !== null) : undefined;
  return { name: keeper?.name ?? w.auth.actorName, email: keeper?.email ?? null };
}

/** "torsdag 3 december 2026" */
function longDate(date: CivilDate): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${weekdayName(weekdayOf(date))} ${day} ${monthName(month)} ${year}`;
}
