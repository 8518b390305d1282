import { type BudgetInput, inputStates } from '../../../domain/inputs/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { inputTones, outcomeWords } from './budget-input-look.ts';
import { inputTexts } from './budget-input-texts.ts';

/** The inputs of a body and those that have come to it, each with how many of its points the plan took up, changed or left. */
export function inputsCard(
  ctx: RequestContext,
  { given, received }: { readonly given: readonly BudgetInput[]; readonly received: readonly BudgetInput[] },
): Html {
  const t = inputTexts[ctx.language].bodyCard;
  const list = (inputs: readonly BudgetInput[], label: string, from: boolean): Html =>
    html`<h3>${label}</h3>${linkList(
      inputs.map((input) => ({
        title: html`${input.forYear}${from ? html` <span lang="sv">${input.body.name}</span>` : null}<span class="sr-only"> <span lang="sv">${input.title}</span></span>`,
        href: recordAddress('budgetInput', input.id),
        note: tag({ text: inputStates[input.state][ctx.language], tone: inputTones[input.state] }),
        detail: outcomeWords(ctx, input),
      })),
      { label },
    )}`;
  return card({
    title: t.title,
    body:
      given.length + received.length === 0
        ? html`<p class="soft">${t.none}</p>`
        : html`${given.length > 0 ? list(given, t.given, false) : null}${received.length > 0 ? list(received, t.received, true) : null}`,
  });
}
