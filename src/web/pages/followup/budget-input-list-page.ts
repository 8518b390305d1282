import { may } from '../../../domain/access/index.ts';
import { type BudgetInput, inputStates } from '../../../domain/inputs/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { notice } from '../../components/notice/notice.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { inputTones, outcomeWords } from './budget-input-look.ts';
import { inputTexts } from './budget-input-texts.ts';
import { followupTabs } from './followup-tabs.ts';

/** Every input to the plans, how far it has come, and what became of its points; first those that wait for the reader's own bodies. */
export function budgetInputListPage(ctx: RequestContext, inputs: readonly BudgetInput[]): Page {
  const t = inputTexts[ctx.language];
  const { actor } = ctx;
  const waiting = inputs.filter(
    ({ state, received, to }) => state === 'sent' && !received && to && actor && may(actor, 'meeting.edit', to.id),
  );
  const start =
    actor && may(actor, 'report.edit') ? linkButton({ text: t.start, href: '/uppfoljning/inspel/ny' }) : null;
  return page({
    title: t.title,
    lead: t.lead,
    body: html`${followupTabs(ctx, 'inputs')}${start && inputs.length > 0 ? html`<div class="actions">${start}</div>` : null}${
      waiting.length > 0
        ? notice(ctx, {
            tone: 'info',
            title: t.waiting,
            body: html`<ul>${waiting.map(({ id, title }) => html`<li><a href="${recordAddress('budgetInput', id)}" lang="sv">${title}</a></li>`)}</ul>`,
          })
        : null
    }${
      inputs.length === 0
        ? emptyState({
            title: t.none,
            body: t.noneBody,
            action: html`${start}${linkButton({ text: t.readIn, href: '/las-in', variant: start ? 'secondary' : 'primary' })}`,
          })
        : table(ctx, {
            caption: t.inputs,
            captionHidden: true,
            rowHeader: 'title',
            columns: [
              { key: 'plan', text: t.plan, kind: 'date' },
              { key: 'title', text: t.inputs },
              { key: 'body', text: t.body },
              { key: 'to', text: t.to },
              { key: 'state', text: t.state },
              { key: 'outcomes', text: t.outcomes },
            ],
            rows: inputs.map((input) => ({
              plan: input.forYear,
              title: html`<a href="${recordAddress('budgetInput', input.id)}" lang="sv">${input.title}</a>`,
              body: html`<a href="${recordAddress('body', input.body.id)}" lang="sv">${input.body.name}</a>`,
              to: input.to ? html`<span lang="sv">${input.to.name}</span>` : '–',
              state: tag({ text: inputStates[input.state][ctx.language], tone: inputTones[input.state] }),
              outcomes: outcomeWords(ctx, input),
            })),
          })
    }`,
  });
}
