import type { Writer } from '../../storage/database.ts';
import { handlingOutcomes, type TakenAnswer } from '../releases/index.ts';
import { type DeviationMove, type DeviationState, mayDeviate } from './deviation-transitions.ts';
import { addStep, lockDeviation } from './deviation-writer.ts';
import { setState } from './move-deviation.ts';
import { textRisk } from './patient-data.ts';

/**
 * Takes in what a principal answered to `handleDeviation`: the answer stands as a step of its own whatever the state, and the deviation goes as far as the
 * answer says. Wired in `src/release-answers.ts`.
 */
export async function takeInHandling(
  w: Writer<'release.receive'>,
  { release, answer, from, answeredBy }: TakenAnswer<'handleDeviation'>,
): Promise<void> {
  const by = `${answeredBy}, ${from.name}`;
  const before = await lockDeviation(w, release.recordId, 'takeIn');
  const outcome = answer.outcome as keyof typeof handlingOutcomes;
  const said = [handlingOutcomes[outcome]?.sv, safe(answer.registrationNumber)].filter(Boolean).join(', ');
  await addStep(w, before.id, {
    action: 'takeIn',
    state: before.nextState,
    note: `${said}. ${safe(answer.action)}`,
    by,
  });
  await w.log({ noun: 'deviation', recordId: before.id, summary: 'answer taken in', after: { outcome, by } });
  for (const [move, note] of movesOf(outcome, answer)) await step(w, before.id, move, note, by);
}

function movesOf(
  outcome: keyof typeof handlingOutcomes,
  answer: TakenAnswer<'handleDeviation'>['answer'],
): readonly (readonly [DeviationMove, string])[] {
  if (outcome === 'notOurs') return [];
  const begun = [
    ['receive', ''],
    ['investigate', ''],
  ] as const;
  if (outcome === 'ongoing') return begun;
  return [
    ...begun,
    ['decideAction', safe(answer.action)],
    ...(answer.feedback ? [['giveFeedback', safe(answer.feedback)] as const] : []),
  ];
}

async function step(w: Writer<'release.receive'>, id: string, move: DeviationMove, note: string, by: string) {
  const { state } = await w.db
    .selectFrom('deviation')
    .select('state')
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (mayDeviate(state as DeviationState, move)) await setState(w, await lockDeviation(w, id, move), move, note, by);
}

/** An answer is not refused, since it has come; what surely points a person out is left in the answer and not copied. */
function safe(text: string | null): string {
  return text && textRisk(text) === 'never' ? '(Texten kan peka ut en person. Läs den i svaret.)' : (text ?? '');
}
