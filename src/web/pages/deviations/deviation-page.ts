import { may } from '../../../domain/access/index.ts';
import {
  careChainSteps,
  concernedParty,
  type Deviation,
  type DeviationFunction,
  type DeviationMove,
  deviationKinds,
  deviationLevels,
  deviationMoves,
  deviationRelations,
  functionFor,
  leaveAnswers,
  leaveRules,
  mayDeviate,
} from '../../../domain/deviations/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { releaseLink } from '../releases/release-link.ts';
import { acknowledgeBox } from './deviation-form-page.ts';
import { actionLabel, crumbsTo, daysOf, deviationsHref, doneLabel, stateTag } from './deviation-view.ts';
import { texts } from './texts.ts';

export type DeviationFacts = { readonly deviation: Deviation; readonly functions: readonly DeviationFunction[] };
/** What was sent and did not fit: a move, a question, or the answer to one. */
export type SentDeviation = {
  readonly which: 'move' | 'ask' | 'answer';
  readonly id?: string;
  readonly state: FormState;
};

/** One deviation: what happened, what was done in which order, what functions think of it, and what can be done next. */
export function deviationPage(ctx: RequestContext, facts: DeviationFacts, sent?: SentDeviation): Page {
  const t = texts[ctx.language];
  const { deviation } = facts;
  const can = (action: 'deviation.handle' | 'deviation.report') =>
    ctx.actor !== undefined &&
    [deviation.to?.id, deviation.from.id].some((id) => id !== undefined && may(ctx.actor!, action, id));
  const stateOf = (which: SentDeviation['which']) => (sent?.which === which ? sent.state : undefined);
  const mayAsk = can('deviation.handle') && mayDeviate(deviation.state, 'askComment') && facts.functions.length > 0;
  return page({
    title: t.one(deviation.ref),
    crumbs: crumbsTo(ctx, t.one(deviation.ref)),
    lead: html`${stateTag(ctx, deviation.state)} ${deviationKinds[deviation.kind][ctx.language]}, <span lang="sv">${deviation.from.name}</span> → <span lang="sv">${concernedParty(deviation)}</span>`,
    body: html`${
      deviation.level === 'individual'
        ? html`<p>${t.individualNote(deviation.ownSystem)}</p>`
        : html`<p lang="sv">${deviation.description}</p>`
    }
${actionsOf(releaseLink(ctx, { noun: 'avvikelse', id: deviation.id, bodyId: deviation.from.id }))}
${can('deviation.handle') ? moveForm(ctx, deviation, stateOf('move')) : null}
<section><h2>${t.steps}</h2>${steps(ctx, deviation)}</section>
<section id="synpunkter"><h2>${t.comments}</h2>${comments(ctx, deviation, can('deviation.handle') || can('deviation.report'), sent)}${mayAsk ? askForm(ctx, facts, stateOf('ask')) : null}</section>`,
    aside: card({ title: t.facts, body: factList(ctx, facts) }),
  });
}

/** Buttons in a row of their own, where there are any. */
const actionsOf = (buttons: Content): Content => (buttons ? html`<div class="actions">${buttons}</div>` : null);

function factList(ctx: RequestContext, { deviation: one, functions }: DeviationFacts): Html {
  const t = texts[ctx.language];
  const { language } = ctx;
  const taken = one.to ? functionFor(functions, { bodyId: one.to.id, kind: one.kind }) : undefined;
  const leave = one.leaveRule as keyof typeof leaveRules | null;
  return summaryList(
    [
      { term: t.reportedBy, value: html`<span lang="sv">${one.reporterFunction}, ${one.from.name}</span>` },
      { term: t.to, value: html`<span lang="sv">${concernedParty(one)}</span>` },
      { term: t.relation, value: deviationRelations[one.relation][language] },
      { term: t.level, value: deviationLevels[one.level][language] },
      { term: t.kind, value: deviationKinds[one.kind][language] },
      { term: t.chainStep, value: careChainSteps[one.chainStep][language] },
      { term: t.unit, value: one.unit && html`<span lang="sv">${one.unit}</span>` },
      { term: t.when, value: daysOf(ctx, one) },
      {
        term: t.leave,
        value: leave
          ? `${leaveAnswers[one.onLeave][language]}. ${t.leaveRule}: ${leaveRules[leave][language]}.`
          : leaveAnswers[one.onLeave][language],
      },
      {
        term: t.goesTo,
        value: one.to
          ? taken
            ? html`<span lang="sv">${taken.title}</span>, <a href="mailto:${taken.mailbox}">${taken.mailbox}</a>`
            : html`<a href="${deviationsHref}/register">${t.noFunction}</a>`
          : null,
      },
      {
        term: t.improvement,
        value:
          one.improvement &&
          html`<a href="${recordAddress('improvementWork', one.improvement.id)}" lang="sv">${one.improvement.title}</a>`,
      },
      { term: t.reportedOn, value: ctx.format.date(one.reportedOn) },
      { term: '', value: html`<span class="soft">${t.formVersion(one.formVersion)}</span>` },
    ],
    { compact: true },
  );
}

function steps(ctx: RequestContext, { steps: all }: Deviation): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.steps,
    captionHidden: true,
    columns: [
      { key: 'step', text: t.step },
      { key: 'note', text: t.note },
      { key: 'by', text: t.by },
      { key: 'day', text: t.day, kind: 'date' },
    ],
    rows: all.map((one) => ({
      step: doneLabel(ctx, one.action),
      note: one.note && html`<span lang="sv">${one.note}</span>`,
      by: html`<span lang="sv">${one.doneBy}</span>`,
      day: ctx.format.date(one.doneOn),
    })),
  });
}

function moveForm(ctx: RequestContext, deviation: Deviation, sent?: FormState): Content {
  const t = texts[ctx.language];
  const options = deviationMoves
    .filter((move: DeviationMove) => mayDeviate(deviation.state, move))
    .map((move) => ({ value: move, text: actionLabel(ctx, move) }));
  if (options.length === 0) return null;
  const state = sent ?? freshForm();
  return html`<section id="nasta"><h2>${t.next}</h2>${form(ctx, {
    action: `${recordAddress('deviation', deviation.id)}/lage`,
    submit: t.goOn,
    state,
    version: deviation.version,
    labels: { move: t.chooseNext, note: t.note },
    body: html`${field(ctx, { kind: 'select', name: 'move', label: t.chooseNext, state, options })}
${field(ctx, { kind: 'textarea', name: 'note', label: t.note, hint: t.noteHint, optional: true, rows: 3, state })}
${acknowledgeBox(ctx, state)}`,
  })}</section>`;
}

function comments(
  ctx: RequestContext,
  { comments: all, id }: Deviation,
  mayAnswer: boolean,
  sent?: SentDeviation,
): Html {
  const t = texts[ctx.language];
  if (all.length === 0) return html`<p class="soft">${t.noComments}</p>`;
  // One form at a time, so that each field of the page has a name of its own.
  const next = all.find((one) => one.answeredOn === null);
  return html`${all.map((one) => {
    const state = sent?.which === 'answer' && sent.id === one.id ? sent.state : freshForm();
    const answer =
      one.answeredOn === null
        ? mayAnswer && one === next
          ? form(ctx, {
              action: `${recordAddress('deviation', id)}/synpunkt/${one.id}`,
              submit: t.saveAnswer,
              variant: 'secondary',
              about: one.function.title,
              state,
              version: one.version,
              labels: { answer: t.answer },
              body: html`${field(ctx, { kind: 'textarea', name: 'answer', label: t.answer, rows: 3, state })}${acknowledgeBox(ctx, state)}`,
            })
          : html`<p class="soft">${t.notAnswered}</p>`
        : html`<p lang="sv">${one.answer}</p><p class="soft">${ctx.format.date(one.answeredOn)}</p>`;
    return html`<article><h3 lang="sv">${one.function.title}, ${one.function.body}</h3><p lang="sv">${one.question} <span class="soft">${ctx.format.date(one.askedOn)}</span></p>${answer}</article>`;
  })}`;
}

function askForm(ctx: RequestContext, { deviation, functions }: DeviationFacts, sent?: FormState): Html {
  const t = texts[ctx.language];
  const state = sent ?? freshForm();
  return form(ctx, {
    action: `${recordAddress('deviation', deviation.id)}/synpunkt`,
    submit: t.ask,
    variant: 'secondary',
    state,
    labels: { functionId: t.askWhom, question: t.question },
    body: html`${field(ctx, {
      kind: 'select',
      name: 'functionId',
      label: t.askWhom,
      state,
      options: functions.map(({ id, title, body }) => ({ value: id, text: `${title}, ${body.name}` })),
    })}${field(ctx, { kind: 'textarea', name: 'question', label: t.question, rows: 2, state })}${acknowledgeBox(ctx, state)}`,
  });
}
