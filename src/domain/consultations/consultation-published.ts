import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { authorityName, type PublishedRecord, withoutRegisterLinks } from '../published/index.ts';
import { isAnswered } from './consultation.ts';
import { matrixDocument } from './consultation-document.ts';
import { getConsultation } from './consultation-reader.ts';

/**
 * A consultation as everybody may read it: who was asked and what they answered. Who wrote the answer, and where letters went, is not told, and answers
 * that are not open are counted and never quoted.
 */
export async function publishedConsultation(
  r: Reader,
  id: Id<'consultation'>,
): Promise<PublishedRecord<'consultation'>> {
  const found = await getConsultation(r, id);
  const responses = found.responses.map((one) => {
    const bare = { ...one, address: null, sender: null, answeredBy: null };
    return one.secrecyLevel === 'open' ? bare : { ...bare, stance: null, comment: null, answers: [], withheld: true };
  });
  const answered = found.responses.filter(isAnswered).length;
  return {
    noun: 'consultation',
    recordId: found.id,
    title: found.title,
    summary: `${answered} av ${found.responses.length} har svarat.`,
    bodyId: found.body?.id ?? null,
    bodyName: found.body?.name ?? null,
    happenedOn: found.sentOn ?? found.dueOn,
    year: (found.sentOn ?? found.dueOn) === null ? null : Number((found.sentOn ?? found.dueOn)!.slice(0, 4)),
    state: found.state,
    registrationNumbers: [],
    tree: withoutRegisterLinks(
      matrixDocument({ ...found, responses }, [], found.body?.name ?? (await authorityName(r))),
    ),
    data: {
      sentOn: found.sentOn,
      due: found.dueOn,
      respondents: responses.map(({ respondent, receivedOn, stance }) => ({ name: respondent, receivedOn, stance })),
    },
    links: found.body ? [{ relation: 'partOf', noun: 'body', recordId: found.body.id }] : [],
    files: [],
  };
}
