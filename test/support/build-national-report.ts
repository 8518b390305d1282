import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import {
  type Answer,
  answerQuestion,
  type FormSection,
  type FormStructure,
  getFormVersion,
  makeForm,
  publishFormVersion,
  type Question,
} from '../../src/domain/forms/index.ts';
import { getNationalReport, startNationalReport } from '../../src/domain/returns/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { TestDatabase } from './database.ts';

type Where = Pick<TestDatabase, 'db' | 'tenantId'>;

/** A question of a form: a text about the year of the return, unless told otherwise. */
export function question(code: string, text: string, own: Partial<Question> = {}): Question {
  return {
    code,
    parent: null,
    text,
    guidance: null,
    period: null,
    required: false,
    condition: null,
    answer: { kind: 'text', mostItems: null, mostCharacters: null },
    commentLabel: null,
    attachment: null,
    bindings: [],
    ...own,
  };
}

/** A form of one part with one section. */
export function structureOf(questions: readonly Question[], title = 'Redovisning av nära vård'): FormStructure {
  const section: FormSection = { code: 'a1', title: 'Övergripande insatser', questions };
  return { title, introduction: null, parts: [{ code: 'A', title: 'Del A', introduction: null, sections: [section] }] };
}

/** A form that is given out to be answered. */
export function buildPublishedForm(
  { db, tenantId }: Where,
  structure: FormStructure,
): Promise<{ readonly formId: Id<'form'>; readonly formVersionId: Id<'formVersion'> }> {
  return db.transact(authorize(operatorOf(tenantId), 'form.edit'), { verb: 'makeForm' }, async (w) => {
    const input = {
      title: structure.title,
      purpose: 'nationalReport',
      shippedAs: null,
      year: null,
      structure,
    } as const;
    const made = await makeForm(w, input);
    const { version } = await getFormVersion(w, made.formVersionId);
    await publishFormVersion(w, { formVersionId: made.formVersionId, expectedVersion: version });
    return made;
  });
}

/** A return that is begun, with some of its answers. */
export async function buildNationalReport(
  { db, tenantId }: Where,
  input: {
    readonly formVersionId: Id<'formVersion'>;
    readonly bodyId: Id<'body'>;
    readonly year: number;
    readonly answers?: Readonly<Record<string, Answer>>;
  },
): Promise<Id<'nationalReport'>> {
  const { formVersionId, bodyId, year, answers = {} } = input;
  const keeper = operatorOf(tenantId);
  const id = await db.transact(authorize(keeper, 'return.edit'), { verb: 'startNationalReport' }, (w) =>
    startNationalReport(w, {
      formVersionId,
      bodyId,
      year,
      title: 'Redovisning av nära vård',
      receiver: 'Socialstyrelsen',
      dueOn: `${year + 1}-03-01`,
    }),
  );
  await db.transact(authorize(keeper, 'return.answer'), { verb: 'answerQuestion' }, async (w) => {
    const { responseId } = await getNationalReport(w, id);
    for (const [code, answer] of Object.entries(answers))
      await answerQuestion(w, { responseId, question: code, answer, origin: 'written', expectedVersion: 0 });
    await w.log({ noun: 'nationalReport', recordId: id, summary: 'test' });
  });
  return id;
}

/** A written answer. */
export const told = (text: string, comment: string | null = null): Answer => ({
  value: { kind: 'text', text },
  comment,
});

/** An answer that is a number. */
export const counted = (number: number, comment: string | null = null): Answer => ({
  value: { kind: 'number', number, cannotState: false },
  comment,
});
