import { type Actor, may } from '../../../domain/access/index.ts';
import {
  type BudgetInput,
  type BudgetInputPoint,
  countOutcomes,
  hasCome,
  type InputAction,
  type InputState,
  inputTransitions,
  mayInput,
  openOutcome,
  type PointOrigin,
  pointOutcomes,
} from '../../../domain/inputs/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { Ui } from '../../contracts.ts';
import type { Html } from '../../html.ts';
import { inputTexts } from './budget-input-texts.ts';

/** The tone of an input in each of its states. */
export const inputTones = {
  draft: 'part',
  discussed: 'part',
  onRecord: 'neutral',
  decided: 'info',
  sent: 'info',
  answered: 'ok',
} as const satisfies Record<InputState, TagTone>;

const outcomeTones = { ok: 'ok', part: 'part', none: 'neutral' } as const;

/** What the plan made of a point, in a word and a shape. */
export function outcomeTag(ui: Ui, outcome: BudgetInputPoint['outcome']): Html {
  if (!outcome) return tag({ text: openOutcome[ui.language], tone: 'unknown' });
  const { label, tone } = pointOutcomes[outcome.outcome];
  return tag({ text: label[ui.language], tone: outcomeTones[tone] });
}

/** How many points were taken up, changed, left and not answered, in words. */
export function outcomeWords(
  ui: Ui,
  { points, state }: Pick<BudgetInput, 'points'> & { readonly state?: InputState },
): string {
  // Before it has come to the receiver nobody owes an answer.
  if (state && !hasCome(state)) return inputTexts[ui.language].pointCount(points.length);
  const counts = countOutcomes(points.map(({ outcome }) => ({ outcome: outcome?.outcome ?? 'open' })));
  return inputTexts[ui.language].outcomesOf(counts.takenUp, counts.changed, counts.left, counts.open);
}

/** Whether a person may do an action on an input in its state: by the table, on the side of the table. */
export function offersInput(actor: Actor | undefined, input: BudgetInput, action: InputAction): boolean {
  const row = inputTransitions.find((one) => one.action === action);
  if (!actor || !row || !mayInput(input.state, action)) return false;
  // Of an input that was read in nobody knows the way, so who gave it says what it became.
  const body = row.side === 'giver' || input.state === 'onRecord' ? input.body : input.to;
  return body !== null && may(actor, row.who, body.id);
}

/** Refuses a form to whom the verb behind it would refuse: nobody writes a page of text only to be told no. */
export function requireInputRight(actor: Actor | undefined, input: BudgetInput, action: 'edit' | 'settle'): void {
  const { who } = inputTransitions.find((one) => one.action === action)!;
  const body = action === 'edit' || input.state === 'onRecord' ? input.body : input.to;
  if (!actor || !body || !may(actor, who, body.id)) throw new AppError('access.denied');
}

/** Where the record is from which a point was written. */
export function originAddress({
  noun,
  recordId,
  withinId,
}: Pick<PointOrigin, 'noun' | 'recordId' | 'withinId'>): string {
  if (noun === 'plannedItem') return recordAddress('activityPlan', withinId ?? recordId);
  return recordAddress(noun, recordId, withinId ?? undefined);
}
