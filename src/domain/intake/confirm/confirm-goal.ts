import type { Id } from '../../../kernel/id.ts';
import type { Reader, Writer } from '../../../storage/database.ts';
import { addGoal, createGoalDocument, findGoalDocumentByTitle, type Goal, listGoals } from '../../goals/index.ts';
import { getBody, rulesetOf } from '../../organisation/index.ts';
import type { Proposal, RecordRef } from '../proposal.ts';
import {
  type Confirmer,
  differences,
  differs,
  factsFor,
  fieldsOf,
  neighbours,
  rememberProposal,
  type Scene,
} from './confirmer.ts';
import { takeBody } from './named-bodies.ts';

/** A headline goal under its perspective, in the goal document that the part of the file is. */
export const confirmGoal: Confirmer = {
  questions: async (r, proposal, scene) => {
    if (!factsFor(proposal, scene).title) return [{ code: 'missingField', values: { field: 'title' } }];
    const found = await recordedGoal(r, proposal, scene);
    return found
      ? differs(differences({ text: found.text }, { text: fieldsOf<'goal'>(proposal).text }), {
          noun: 'goal',
          id: found.id,
          version: found.version,
        })
      : [];
  },
  confirm: async (w, proposal, scene) => {
    const { perspective, heading, text } = fieldsOf<'goal'>(proposal);
    const made: RecordRef[] = [];
    const found = await recordedGoal(w, proposal, scene);
    const id =
      found?.id ??
      (await addGoal(w, {
        goalDocumentId: await takeGoalDocument(w, proposal, scene, made),
        perspective: perspective || 'Mål',
        heading,
        text: text ?? '',
      }));
    const record = { noun: 'goal', id };
    if (!found) made.push(record);
    await rememberProposal(w, record, proposal, scene);
    return { record, made };
  },
};

async function recordedGoal(r: Reader, proposal: Proposal, scene: Scene): Promise<Goal | undefined> {
  const document = await findGoalDocumentByTitle(r, factsFor(proposal, scene).title);
  const goals = document ? await listGoals(r, document.id) : [];
  return goals.find((goal) => goal.heading === fieldsOf<'goal'>(proposal).heading.trim());
}

async function takeGoalDocument(
  w: Writer<'intake.confirm'>,
  proposal: Proposal,
  scene: Scene,
  made: RecordRef[],
): Promise<Id<'goalDocument'>> {
  const { title } = factsFor(proposal, scene);
  const known = await findGoalDocumentByTitle(w, title);
  if (known) return known.id;
  const horizonYear = Number(/\b(20\d\d)\b/.exec(title)?.[1]) || undefined;
  const id = await createGoalDocument(w, { title, horizonYear, ...(await adoptionOf(w, proposal, scene, made)) });
  const whole = { noun: 'goalDocument', id };
  made.push(whole);
  await rememberProposal(w, whole, proposal, scene, ['title']);
  return id;
}

/** Who adopted the document and when, where the document itself says so ("Målbilden har fastställts av regionfullmäktige den 18 juni 2019"). */
async function adoptionOf(w: Writer<'intake.confirm'>, proposal: Proposal, scene: Scene, made: RecordRef[]) {
  const adoption = neighbours(proposal, scene, 'decision')
    .map((one) => fieldsOf<'decision'>(one))
    .find((one) => one.status === 'made' && one.body && one.date && /fastställ|anta/iu.test(one.clauses.join(' ')));
  if (!adoption) return {};
  const bodyId = await takeBody(w, adoption.body!, made);
  // Goals may not be delegated (KL 6:38): a document that names an adopter who cannot decide is kept without one.
  const { kind } = await getBody(w, bodyId);
  if (rulesetOf(kind, adoption.date ?? w.runtime.today()).rules.mayDecide !== 'yes') return {};
  return { adoptedByBodyId: bodyId, ...(adoption.precision !== 'month' && { adoptedOn: adoption.date }) };
}
