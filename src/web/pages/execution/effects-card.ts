import { may } from '../../../domain/access/index.ts';
import type { Decision } from '../../../domain/decisions/index.ts';
import {
  type DecisionEffect,
  type DecisionTask,
  decisionEffectKinds,
  type EffectOnMaking,
  type LoopOnMaking,
} from '../../../domain/execution/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { postButton } from '../../components/form/form.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { problemText } from '../../texts/index.ts';
import { effectPath, formKinds } from './execution-paths.ts';
import { loopNotice, reportOnMaking } from './making-notice.ts';
import { taskLineHtml } from './task-words.ts';
import { texts } from './texts.ts';

export type DecisionAftermath = {
  readonly effects: readonly DecisionEffect[];
  readonly tasks: readonly DecisionTask[];
  readonly onMaking: readonly EffectOnMaking[];
  /** What it gives and sends when it is made, or that was left. */
  readonly loop: readonly LoopOnMaking[];
  /** How many reports of the body the decision could approve. */
  readonly reports: number;
};

/** What a decision led to, and for those who may: what more it did, and the report-back that it approves. */
export function effectsSection(ctx: RequestContext, decision: Decision, aftermath: DecisionAftermath): Html {
  const t = texts[ctx.language];
  const { effects, tasks, onMaking } = aftermath;
  const here = recordAddress('decision', decision.id);
  const mayRecord = ctx.actor !== undefined && may(ctx.actor, 'decision.record', decision.body.id);
  const mayAddTask = ctx.actor !== undefined && may(ctx.actor, 'task.edit', decision.body.id);
  const made = decision.state === 'made';
  return html`<section id="ledde-till"><h2>${t.led}</h2>${onMaking.map((one) => makingNotice(ctx, decision, one, mayRecord))}${loopOf(ctx, decision, aftermath, mayRecord)}${
    effects.length + tasks.length === 0 ? html`<p>${t.ledNothing}</p>` : null
  }${effectList(ctx, effects)}${tasks.length > 0 ? html`<h3>${t.tasks}</h3><ul>${tasks.map((task) => html`<li>${taskLineHtml(ctx, task)}</li>`)}</ul>` : null}${
    made && mayAddTask
      ? html`<div class="actions">${linkButton({ text: t.addTask, href: `${here}/uppgift`, variant: 'secondary' })}</div>`
      : null
  }${made && mayRecord ? ledTo(ctx, decision) : null}${
    mayRecord && decision.item && aftermath.reports > 0
      ? html`<div class="actions">${linkButton({ text: t.approveLink, href: `${here}/godkanner`, variant: 'secondary' })}</div>`
      : null
  }</section>`;
}

/** What making the decision does to a report, before anybody presses; afterwards the button that does what was left. */
function makingNotice(ctx: RequestContext, decision: Decision, effect: EffectOnMaking, mayRecord: boolean): Html {
  const t = texts[ctx.language];
  const here = recordAddress('decision', decision.id);
  const ready = effect.report.state === 'ready';
  return reportOnMaking(ctx, effect, {
    title: t.approveTitle,
    actions: mayRecord
      ? html`<div class="actions">${decision.state === 'made' && ready ? postButton(ctx, { action: `${here}/verkstall`, text: t.carryOut, variant: 'primary' }) : null}${postButton(ctx, { action: `${here}/godkanner/ta-bort`, text: t.unlink, variant: 'quiet', fields: { reportId: effect.report.id } })}</div>`
      : null,
  });
}

/** What the decision does to assignments and inputs; the button of a report does this too, so it is there only where no report has one. */
function loopOf(ctx: RequestContext, decision: Decision, { loop, onMaking }: DecisionAftermath, mayRecord: boolean) {
  const t = texts[ctx.language];
  const left = decision.state === 'made' && !onMaking.some(({ report }) => report.state === 'ready');
  return loopNotice(ctx, loop, {
    title: t.approveTitle,
    actions:
      mayRecord && left
        ? html`<div class="actions">${postButton(ctx, { action: `${recordAddress('decision', decision.id)}/verkstall`, text: t.carryOutLoop, variant: 'primary' })}</div>`
        : null,
  });
}

/** The records that decisions led to, each with what its decision leaves unsaid. */
export function effectList(ctx: RequestContext, effects: readonly DecisionEffect[]): Html | null {
  if (effects.length === 0) return null;
  const t = texts[ctx.language];
  return html`<ul>${effects.map(
    (effect) =>
      html`<li>${decisionEffectKinds[effect.kind][ctx.language]}: <a href="${effectAddress(effect)}" lang="sv">${effect.title}</a>${
        effect.gaps.length > 0
          ? html` ${tag({ text: t.missingCount(effect.gaps.length), tone: 'late' })}<ul>${effect.gaps.map((problem) => html`<li class="soft">${problemText(ctx, problem)}</li>`)}</ul>`
          : null
      }</li>`,
  )}</ul>`;
}

function effectAddress({ noun, recordId, within }: DecisionEffect): string {
  return noun === 'seat' ? recordAddress('body', within ?? recordId) : recordAddress(noun, recordId);
}

function ledTo(ctx: RequestContext, decision: Decision): Html {
  const t = texts[ctx.language];
  return html`<h3>${t.ledToThis}</h3><ul>${formKinds.map(
    (kind) => html`<li><a href="${effectPath(decision.id, kind)}">${decisionEffectKinds[kind][ctx.language]}</a></li>`,
  )}</ul>`;
}

export type MeetingAftermath = { readonly effects: readonly DecisionEffect[]; readonly tasks: readonly DecisionTask[] };

/** What the decisions of a meeting led to; nothing before there is anything. */
export function aftermathCard(ctx: RequestContext, { effects, tasks }: MeetingAftermath): Html | null {
  if (effects.length + tasks.length === 0) return null;
  const t = texts[ctx.language];
  return card({
    id: 'ledde-till',
    title: t.ledMany,
    body: html`${effectList(ctx, effects)}${tasks.length > 0 ? html`<h3>${t.tasks}</h3><ul>${tasks.map((task) => html`<li>${taskLineHtml(ctx, task)}</li>`)}</ul>` : null}`,
  });
}
