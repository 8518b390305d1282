import type { Reader } from '../../../storage/database.ts';
import { ensureFormReturn, type FormAnswer, listFormReturns, recordFormAnswer } from '../../returns/index.ts';
import type { Proposal, RecordRef } from '../proposal.ts';
import {
  type Confirmer,
  differences,
  differs,
  type FieldsOf,
  factsFor,
  fieldsOf,
  rememberProposal,
  type Scene,
} from './confirmer.ts';

/** A question of a return with what was answered. The return is entered with its first question. */
export const confirmQuestion: Confirmer = {
  questions: async (r, proposal, scene) => {
    if (factsFor(proposal, scene).year === undefined) return [{ code: 'missingField', values: { field: 'year' } }];
    const { text, answer } = fieldsOf<'question'>(proposal);
    const known = await recorded(r, proposal, scene);
    return known ? differs(differences({ text: known.question, answer: known.answer }, { text, answer })) : [];
  },
  confirm: async (w, proposal, scene) => {
    const { title, body, year } = factsFor(proposal, scene);
    const made: RecordRef[] = [];
    const form = await ensureFormReturn(w, { title, organisation: body ?? null, year: year! });
    if (form.created) {
      const whole = { noun: 'formReturn', id: form.id };
      made.push(whole);
      await rememberProposal(w, whole, proposal, scene, ['title']);
    }
    const known = await recorded(w, proposal, scene);
    const answer = readAnswerOf(fieldsOf<'question'>(proposal));
    const id = known?.id ?? (await recordFormAnswer(w, { formReturnId: form.id, ...answer }));
    const record = { noun: 'formAnswer', id };
    if (!known) made.push(record);
    await rememberProposal(w, record, proposal, scene);
    return { record, made };
  },
};

/** An answer that could not be read is left open, whatever the reader guessed of it: unknown is never No (NAT-22). */
export function readAnswerOf(fields: FieldsOf<'question'>): Omit<FormAnswer, 'id' | 'version'> {
  const {
    number,
    text,
    section,
    kind,
    options = [],
    rows,
    condition,
    answer,
    answerConfidence,
    inferredFrom,
    ...details
  } = fields;
  return {
    number,
    section: section ?? null,
    question: text,
    kind,
    options,
    matrix: rows ? rows.map((row) => ({ ...row })) : null,
    condition: condition ? { ...condition } : null,
    details: Object.keys(details).length > 0 ? details : null,
    answer: answer ?? null,
    certainty: answerConfidence ?? null,
    inferredFrom: inferredFrom ?? null,
  };
}

async function recorded(r: Reader, proposal: Proposal, scene: Scene): Promise<FormAnswer | undefined> {
  const { title, year } = factsFor(proposal, scene);
  const [form] = year === undefined ? [] : await listFormReturns(r, { title, year });
  return form?.answers.find((one) => one.number === fieldsOf<'question'>(proposal).number);
}
