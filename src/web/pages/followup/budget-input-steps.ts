import { may } from '../../../domain/access/index.ts';
import { letterProblems } from '../../../domain/inputs/index.ts';
import type { MeetingSummary } from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { field } from '../../components/field/field.ts';
import { tickBox } from '../../components/fieldset/fieldset.ts';
import { form, postButton } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { problemText } from '../../texts/index.ts';
import { offersInput } from './budget-input-look.ts';
import type { BudgetInputFacts } from './budget-input-page.ts';
import { inputTexts } from './budget-input-texts.ts';

/** What can be done with an input now, by who may: each step a small form of its own, in the order of the way. */
export function nextSteps(ctx: RequestContext, facts: BudgetInputFacts, sent?: FormState): Html | null {
  const t = inputTexts[ctx.language];
  const { input } = facts;
  const here = recordAddress('budgetInput', input.id);
  const state = sent ?? freshForm();
  const offers = (action: Parameters<typeof offersInput>[2]) => offersInput(ctx.actor, input, action);
  const parts: (Html | null)[] = [
    offers('discuss') && facts.items.length > 0 ? discussForm(ctx, facts, state) : null,
    offers('decide') && ctx.actor && may(ctx.actor, 'meeting.edit', input.body.id)
      ? agendaForm(ctx, facts, state)
      : null,
    offers('decide') && facts.decisions.length > 0 ? decideForm(ctx, facts, state) : null,
    offers('send')
      ? card({
          level: 3,
          title: t.send,
          body: input.to
            ? postButton(ctx, { action: `${here}/skicka`, text: t.sendSubmit(input.to.name), version: input.version })
            : linkButton({ text: t.setReceiver, href: `${here}/brev` }),
        })
      : null,
    offers('receive') && !input.received ? receiveForm(ctx, facts, state) : null,
    offers('settle')
      ? card({
          level: 3,
          title: t.answer,
          body: html`<div class="actions">${linkButton({ text: t.settle, href: `${here}/utfall` })}${
            facts.planId
              ? linkButton({ text: t.openPlan, href: recordAddress('plan', facts.planId), variant: 'secondary' })
              : null
          }${offers('answer') ? postButton(ctx, { action: `${here}/besvarat`, text: t.answerSubmit, variant: 'secondary', version: input.version }) : null}</div>`,
        })
      : null,
    offers('reopen')
      ? postButton(ctx, { action: `${here}/oppna`, text: t.reopenSubmit, variant: 'secondary', version: input.version })
      : null,
  ];
  const shown = parts.filter((part) => part !== null);
  if (shown.length === 0) return sent ? errorSummary(ctx, sent) : null;
  return html`<section id="nasta"><h2>${t.next}</h2>${sent ? errorSummary(ctx, sent) : null}${shown}</section>`;
}

function discussForm(ctx: RequestContext, { input, items }: BudgetInputFacts, state: FormState): Html {
  const t = inputTexts[ctx.language];
  return card({
    level: 3,
    title: t.discuss,
    body: form(ctx, {
      action: `${recordAddress('budgetInput', input.id)}/diskuterat`,
      submit: t.discussSubmit,
      variant: 'secondary',
      version: input.version,
      body: field(ctx, {
        kind: 'select',
        name: 'itemId',
        label: t.item,
        state,
        options: items.map(({ id, heldOn, title }) => ({
          value: id,
          text: `${ctx.format.shortDate(heldOn)} ${title}`,
        })),
      }),
    }),
  });
}

function agendaForm(ctx: RequestContext, { input, givingMeetings }: BudgetInputFacts, state: FormState): Html {
  const t = inputTexts[ctx.language];
  const problems = letterProblems(input);
  return card({
    level: 3,
    title: t.agenda,
    body: html`${
      problems.length > 0
        ? notice(ctx, {
            tone: 'warning',
            body: html`<ul>${problems.map((one) => html`<li>${problemText(ctx, one)}</li>`)}</ul>`,
          })
        : null
    }${
      givingMeetings.length === 0
        ? html`<p>${t.noMeeting}</p>`
        : form(ctx, {
            action: `${recordAddress('budgetInput', input.id)}/dagordning`,
            submit: t.agendaSubmit,
            version: input.version,
            body: html`<p>${t.agendaHint}</p>${meetingField(ctx, givingMeetings, state)}${tickBox({ name: 'atOnce', label: t.atOnce, state })}`,
          })
    }`,
  });
}

function decideForm(ctx: RequestContext, { input, decisions }: BudgetInputFacts, state: FormState): Html {
  const t = inputTexts[ctx.language];
  return html`<details><summary>${t.decided}</summary>${form(ctx, {
    action: `${recordAddress('budgetInput', input.id)}/beslutat`,
    submit: t.decideSubmit,
    variant: 'secondary',
    version: input.version,
    body: field(ctx, {
      kind: 'select',
      name: 'decisionId',
      label: t.decision,
      state,
      options: decisions.map(({ id, title, decidedOn }) => ({
        value: id,
        text: `${decidedOn ? `${ctx.format.shortDate(decidedOn)} ` : ''}${title}`,
      })),
    }),
  })}</details>`;
}

function receiveForm(ctx: RequestContext, { input, receivingMeetings }: BudgetInputFacts, state: FormState): Html {
  const t = inputTexts[ctx.language];
  return card({
    level: 3,
    title: t.receive,
    body:
      receivingMeetings.length === 0
        ? html`<p>${t.noMeeting}</p>`
        : form(ctx, {
            action: `${recordAddress('budgetInput', input.id)}/ta-upp`,
            submit: t.receiveSubmit,
            version: input.version,
            body: meetingField(ctx, receivingMeetings, state),
          }),
  });
}

function meetingField(ctx: RequestContext, meetings: readonly MeetingSummary[], state: FormState): Html {
  return field(ctx, {
    kind: 'select',
    name: 'meetingId',
    label: inputTexts[ctx.language].meeting,
    state,
    options: meetings.map(({ id, heldOn }) => ({ value: id, text: ctx.format.dateWithWeekday(heldOn) })),
  });
}
