import type { BudgetInput } from '../../../domain/inputs/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { postButton } from '../../components/form/form.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { deliveryTexts } from './delivery-texts.ts';

/** The inputs that were sent to a body and wait, each with the press that puts it on this agenda. Nothing when none waits. */
export function waitingInputs(ctx: RequestContext, meetingId: string, waiting: readonly BudgetInput[]): Html | null {
  if (waiting.length === 0) return null;
  const t = deliveryTexts[ctx.language];
  const action = `${recordAddress('meeting', meetingId)}/dagordning/inspel`;
  return html`<section id="inspel"><h2>${t.inputsTitle}</h2><p>${t.inputsLead}</p>${table(ctx, {
    caption: t.inputsTitle,
    captionHidden: true,
    dense: true,
    columns: [
      { key: 'input', text: t.input },
      { key: 'sent', text: t.sent, kind: 'date' },
      { key: 'points', text: t.points, kind: 'number' },
      { key: 'acts', text: t.acts },
    ],
    rows: waiting.map((input) => ({
      input: html`<a href="${recordAddress('budgetInput', input.id)}" lang="sv">${input.title}</a>`,
      sent: input.sentOn && ctx.format.date(input.sentOn),
      points: ctx.format.number(input.points.length),
      acts: postButton(ctx, {
        action,
        text: t.takeUp,
        variant: 'secondary',
        version: input.version,
        fields: { inputId: input.id },
        about: `: ${input.title}`,
      }),
    })),
  })}</section>`;
}
