import { addBodyAlias } from '../../organisation/index.ts';
import type { OpenQuestion, RecordRef } from '../proposal.ts';
import { type Confirmer, rememberProposal } from './confirmer.ts';
import { bodyNamed, bodyQuestions, takeBody } from './named-bodies.ts';

/** Two names that a person takes for one body. Said before the records that use the other name are confirmed, they all find the one body. */
export const confirmBodyAlias: Confirmer = {
  questions: async (r, { fields }) => {
    const asked: OpenQuestion[] = [...(await bodyQuestions(r, String(fields.body ?? '')))];
    const own = await bodyNamed(r, String(fields.name));
    const meant = await bodyNamed(r, String(fields.body));
    if (own && own.id !== meant?.id) asked.push({ code: 'ownBody', values: { name: String(fields.name) } });
    return [...asked, { code: 'suggestion', values: {} }];
  },
  confirm: async (w, proposal, scene) => {
    const { name, body, reason } = proposal.fields;
    const made: RecordRef[] = [];
    const bodyId = await takeBody(w, String(body), made);
    const known = await bodyNamed(w, String(name));
    if (!known) {
      const id = await addBodyAlias(w, { bodyId, name: String(name), reason: String(reason) });
      made.push({ noun: 'bodyAlias', id });
    }
    const record = { noun: 'body', id: bodyId };
    await rememberProposal(w, record, proposal, scene, ['aliases']);
    return { record, made };
  },
};
