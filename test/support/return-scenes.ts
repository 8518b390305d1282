import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { type Answers, type FormStructure, makeForm, publishFormVersion } from '../../src/domain/forms/index.ts';
import {
  answerInReport,
  getNationalReport,
  markReportReady,
  markSectionReady,
  sendToReview,
  startNationalReport,
} from '../../src/domain/returns/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { TestDatabase } from './database.ts';

type At = Pick<TestDatabase, 'db' | 'tenantId'>;

/** A small form of every kind of answer, with a question that is asked only after Ja. */
export const smallForm: FormStructure = {
  title: 'Läsande län',
  introduction: null,
  parts: [
    {
      code: 'A',
      title: 'Del A: Biblioteken',
      introduction: null,
      sections: [
        {
          code: 'oppet',
          title: 'Öppettider',
          questions: [
            question('1', 'Har biblioteken öppet på söndagar?', { kind: 'yesNo' }),
            {
              ...question('1a', 'Hur har de öppet?', { kind: 'text', mostItems: null, mostCharacters: null }),
              parent: '1',
              condition: { when: 'all', terms: [{ question: '1', row: null, option: 'yes' }] },
            },
            question('2', 'Hur många filialer finns?', { kind: 'count', cannotStateLabel: 'Antalet kan inte anges' }),
          ],
        },
      ],
    },
  ],
};

function question(
  code: string,
  text: string,
  answer: FormStructure['parts'][number]['sections'][number]['questions'][number]['answer'],
) {
  return {
    code,
    parent: null,
    text,
    guidance: null,
    period: null,
    required: true,
    condition: null,
    answer,
    commentLabel: 'Kommentar',
    attachment: null,
    bindings: [],
  };
}

/** Answers to the small form; the answer to 1 a is hidden by the Nej on 1. */
export const smallAnswers: Answers = {
  '1': { value: { kind: 'choice', option: 'no', specify: null }, comment: 'Prövas nästa år.' },
  '1a': { value: { kind: 'text', text: 'Åtta filialer har öppet.' }, comment: null },
  '2': { value: { kind: 'number', number: 1_140, cannotState: false }, comment: null },
};

/** A return of a body with its answers, through the verbs, up to a state. */
export async function buildAnsweredReturn(
  { db, tenantId }: At,
  input: {
    readonly bodyId: Id<'body'>;
    readonly title?: string;
    readonly structure?: FormStructure;
    readonly answers?: Answers;
    readonly upTo?: 'answering' | 'review' | 'ready';
  },
): Promise<Id<'nationalReport'>> {
  const { bodyId, title = 'Läsande län', structure = smallForm, answers = smallAnswers, upTo = 'ready' } = input;
  const operator = operatorOf(tenantId);
  const formVersionId = await db.transact(authorize(operator, 'form.edit'), { verb: 'prov' }, async (w) => {
    const made = await makeForm(w, {
      title: `${structure.title} ${title}`,
      purpose: 'nationalReport',
      shippedAs: null,
      year: 2026,
      structure,
    });
    await publishFormVersion(w, { formVersionId: made.formVersionId, expectedVersion: 1 });
    return made.formVersionId;
  });
  return await db.transact(authorize(operator, 'return.edit'), { verb: 'prov' }, async (w) => {
    const id = await startNationalReport(w, {
      formVersionId,
      title,
      year: 2026,
      bodyId,
      receiver: 'Biblioteksmyndigheten',
      dueOn: '2027-02-01',
    });
    for (const [code, answer] of Object.entries(answers))
      await answerInReport(w, { reportId: id, question: code, answer, origin: 'written', expectedVersion: 0 });
    if (upTo === 'answering') return id;
    for (const section of (await getNationalReport(w, id)).sections)
      await markSectionReady(w, { reportId: id, sectionId: section.id, expectedVersion: section.version });
    await sendToReview(w, { reportId: id, expectedVersion: (await getNationalReport(w, id)).version });
    if (upTo === 'ready')
      await markReportReady(w, { reportId: id, expectedVersion: (await getNationalReport(w, id)).version });
    return id;
  });
}
