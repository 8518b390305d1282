import type { Decision } from '../../../domain/decisions/index.ts';
import { type BudgetInput, type InputVersion, inputStates } from '../../../domain/inputs/index.ts';
import type { Source } from '../../../domain/matters/index.ts';
import type { MeetingSummary, YearAgendaItem } from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { type Step, steps } from '../../components/steps/steps.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { tag } from '../../components/tag/tag.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Crumb, type Page, page } from '../../reply.ts';
import type { ConnectionsOf } from '../connections/connected-facts.ts';
import { connectionCardOfAll } from '../connections/connection-card.ts';
import { sourceCard } from '../sources/source-card.ts';
import { inputTones, offersInput, outcomeWords } from './budget-input-look.ts';
import { inputPoints } from './budget-input-points.ts';
import { nextSteps } from './budget-input-steps.ts';
import { inputTexts } from './budget-input-texts.ts';

/** What the page of an input shows. */
export type BudgetInputFacts = {
  readonly input: BudgetInput;
  readonly versions: readonly InputVersion[];
  /** The items of the giver's agendas in the year in which it is written. */
  readonly items: readonly YearAgendaItem[];
  /** The decisions that the giver has made in that year. */
  readonly decisions: readonly Decision[];
  /** The coming meetings of who gives it, and of who receives it. */
  readonly givingMeetings: readonly MeetingSummary[];
  readonly receivingMeetings: readonly MeetingSummary[];
  /** The plan that answers it, when there is one. */
  readonly planId: string | null;
  /** Of the input and of its points. */
  readonly connections: ConnectionsOf;
  readonly sources: readonly Source[];
};

/** The way back from the pages of an input. */
export function inputCrumbs(ctx: RequestContext, { id, body, forYear }: BudgetInput, last?: string): readonly Crumb[] {
  const t = inputTexts[ctx.language];
  const name = `${body.name} ${forYear}`;
  return [
    { text: t.title, href: '/uppfoljning' },
    { text: t.inputs, href: '/uppfoljning/inspel' },
    ...(last ? [{ text: name, href: recordAddress('budgetInput', id) }, { text: last }] : [{ text: name }]),
  ];
}

/** One input: how far it has come, its points with where they came from and what became of them, and what to do next. */
export function budgetInputPage(ctx: RequestContext, facts: BudgetInputFacts, state?: FormState): Page {
  const t = inputTexts[ctx.language];
  const { input } = facts;
  const here = recordAddress('budgetInput', input.id);
  const mayWrite = offersInput(ctx.actor, input, 'edit');
  return page({
    title: input.title,
    crumbs: inputCrumbs(ctx, input),
    lead: html`${tag({ text: inputStates[input.state][ctx.language], tone: inputTones[input.state] })} ${outcomeWords(ctx, input)}`,
    body: html`${wayOf(ctx, input)}${inputPoints(ctx, input)}${
      mayWrite
        ? html`<div class="actions">${linkButton({ text: t.fromFindings, href: `${here}/fynd` })}${linkButton({ text: t.writePoint, href: `${here}/punkt/ny`, variant: 'secondary' })}${linkButton({ text: t.editLetter, href: `${here}/brev`, variant: 'quiet' })}</div>`
        : null
    }${nextSteps(ctx, facts, state)}`,
    aside: html`${factCard(ctx, input)}${files(ctx, input)}${versionCard(ctx, facts.versions)}${connectionCardOfAll(ctx, facts.connections)}${sourceCard(ctx, facts.sources)}`,
  });
}

/** Written, discussed, decided, sent, answered; an input that was read in has no known way and shows none. */
function wayOf(ctx: RequestContext, input: BudgetInput): Html | null {
  const t = inputTexts[ctx.language];
  if (input.state === 'onRecord') return null;
  const done = [
    true,
    input.discussed !== null,
    input.decision !== null,
    input.sentOn !== null,
    input.answeredOn !== null,
  ];
  const names = [t.stepWritten, t.stepDiscussed, t.stepDecided, t.stepSent, t.stepAnswered];
  const last = { draft: 0, discussed: 1, decided: 2, sent: 3, answered: 4 }[input.state];
  return steps(ctx, {
    label: t.steps,
    steps: names.map(
      (text, index): Step => ({ text, state: index === last ? 'now' : done[index] || index < last ? 'done' : 'ahead' }),
    ),
  });
}

function factCard(ctx: RequestContext, input: BudgetInput): Html {
  const t = inputTexts[ctx.language];
  const { body, to, discussed, decision, received, frozen } = input;
  const day = (on: string) => ctx.format.date(on);
  return card({
    title: t.facts,
    body: summaryList(
      [
        { term: t.body, value: html`<a href="${recordAddress('body', body.id)}" lang="sv">${body.name}</a>` },
        {
          term: t.to,
          value: to ? html`<a href="${recordAddress('body', to.id)}" lang="sv">${to.name}</a>` : t.noReceiver,
        },
        { term: t.plan, value: String(input.forYear) },
        { term: t.dated, value: input.datedOn && day(input.datedOn) },
        {
          term: t.stepDiscussed,
          value:
            discussed &&
            (discussed.place
              ? html`<a href="${recordAddress('agendaItem', discussed.place.itemId, discussed.place.meetingId)}">${day(discussed.on)}</a>`
              : day(discussed.on)),
        },
        {
          term: t.stepDecided,
          value:
            decision &&
            html`<a href="${recordAddress('decision', decision.id)}">${day(decision.on)}</a>${decision.immediate ? ` (${t.immediate})` : null}`,
        },
        { term: t.stepSent, value: input.sentOn && day(input.sentOn) },
        {
          term: t.takenUpIn,
          value:
            received &&
            html`<a href="${recordAddress('agendaItem', received.itemId, received.meetingId)}">${day(received.heldOn)}</a>`,
        },
        { term: t.stepAnswered, value: input.answeredOn && day(input.answeredOn) },
        { term: t.hash, value: frozen && html`<code>${frozen.hash}</code>` },
      ],
      { compact: true },
    ),
  });
}

function files(ctx: RequestContext, { id }: BudgetInput): Html {
  const t = inputTexts[ctx.language];
  const here = recordAddress('budgetInput', id);
  return card({
    title: t.letter,
    body: html`<p><a href="${here}/forhandsgranska">${t.preview}</a></p><ul>${(['pdf', 'docx', 'html'] as const).map(
      (format) => html`<li><a href="${here}/fil/${format}">${t.fileNames[format]}</a></li>`,
    )}</ul>`,
  });
}

function versionCard(ctx: RequestContext, versions: readonly InputVersion[]): Html | null {
  if (versions.length === 0) return null;
  const t = inputTexts[ctx.language];
  const reasons: Readonly<Record<string, string>> = t.versionReasons;
  return card({
    title: t.versions,
    body: html`${versions.map(
      ({ number, reason, keptOn, keptBy, points }) =>
        html`<details><summary>${t.version(number, ctx.format.shortDate(keptOn), keptBy)} (${reasons[reason] ?? reason})</summary><ol lang="sv">${points.map(({ text }) => html`<li>${text}</li>`)}</ol></details>`,
    )}`,
  });
}
