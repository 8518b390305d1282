import { type AnswerHandler, type AnswerValues, endorsementOutcomes } from '../releases/index.ts';
import { type EndorsableNoun, endorsable } from './endorsement.ts';
import { endorsedRecords, listEndorsements } from './endorsement-reader.ts';
import { writeEndorsement } from './record-endorsement.ts';

/**
 * Takes in where another authority stands to what it was asked to endorse: the principal that stands for it here is noted with the body that decided, its day
 * and §. A record that was taken away meanwhile takes nothing in; the answer is kept with the release all the same.
 */
export const takeEndorsement: AnswerHandler<'endorse'> = async (w, { release, answer, from }) => {
  const { noun, recordId } = release;
  if (!isEndorsable(noun) || !Object.hasOwn(endorsementOutcomes, answer.outcome)) return;
  const subject = { noun, id: recordId };
  if (!(await endorsedRecords(w, [subject])).has(recordId)) return;
  const [before] = await listEndorsements(w, { subject, byBodyIds: [from.bodyId] });
  await writeEndorsement(w, before, subject, from.bodyId, {
    stance: answer.outcome,
    endorsed_on: answer.decidedOn,
    remarks: answer.remark,
    told_in: placeOfDecision(answer),
    release_id: release.id,
  });
};

/** Whether records of a kind can be endorsed. */
export function isEndorsable(noun: string): noun is EndorsableNoun {
  return Object.hasOwn(endorsable, noun);
}

/** "Kommunstyrelsen § 45, dnr KS 2026/12": where the answer was decided, as a paper would say it. */
function placeOfDecision({ body, section, registrationNumber }: AnswerValues<'endorse'>): string {
  const at = section ? `${body} ${/^§/.test(section) ? section : `§ ${section}`}` : body;
  return [at, registrationNumber && `dnr ${registrationNumber}`].filter(Boolean).join(', ');
}
