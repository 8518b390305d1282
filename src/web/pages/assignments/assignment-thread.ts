import { isFrozen, type ReportState, reportStates } from '../../../domain/reports/index.ts';
import {
  type GapKind,
  type StepKind,
  type StepSource,
  stepKinds,
  type ThreadStep,
} from '../../../domain/thread/index.ts';
import type { Localized } from '../../../kernel/language.ts';
import { type AddressedNoun, recordAddress, recordAddresses } from '../../../kernel/record-address.ts';
import { type ThreadStep as DrawnStep, thread } from '../../components/thread/thread.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { threadAddress } from '../threads/thread-address.ts';
import type { AssignmentFacts } from './assignment-facts.ts';
import type { AssignmentRights } from './assignment-rights.ts';
import { type Remedy, remedyOf } from './remedies.ts';
import { texts } from './texts.ts';

/** The thread of an assignment, from the goal to the report: what is known with its proof, what is missing with what to do about it. */
export function assignmentThread(ctx: RequestContext, facts: AssignmentFacts, rights: AssignmentRights): Html {
  const drafts = new Map(
    facts.reports.filter(({ state }) => !isFrozen(state)).map((report) => [report.id as string, report.state]),
  );
  const steps = facts.thread.steps.map((step) => {
    const state = step.kind === 'report' && step.target?.within ? drafts.get(step.target.within) : undefined;
    return drawn(ctx, step, remedyOf(ctx, step, facts, rights), state);
  });
  const before = facts.thread.steps.findIndex(({ state }) => state === 'now');
  const jump = before > longWay ? html`<p><a href="#${here}">${texts[ctx.language].toThisYear(before)}</a></p>` : null;
  return html`${jump}${thread(ctx, { steps })}`;
}

/** Where on the page the assignment itself stands, and how many steps before it make a way past them worth a link. */
const here = 'har';
const longWay = 5;

/** What a missing step would have been: a gap is named by what should stand there. */
const missingKinds = {
  noGoal: 'goal',
  noAssessment: 'assessment',
  hearsayDecision: 'decision',
  noMeeting: 'meeting',
  noReport: 'report',
} as const satisfies Record<GapKind, StepKind>;

function drawn(
  ctx: RequestContext,
  step: ThreadStep,
  remedy: Remedy | undefined,
  draft: ReportState | undefined,
): DrawnStep {
  const href = addressOf(step);
  const sources = [
    ...sourceLinks(ctx, step.sources),
    ...(remedy ? [html`<a href="${remedy.href}">${remedy.text}</a>`] : []),
  ];
  return {
    ...(step.state === 'now' && { id: here }),
    kind: (step.label ?? stepKinds[step.gap ? missingKinds[step.gap] : step.kind])[ctx.language],
    when: whenOf(ctx, step),
    title: spoken(ctx, step.title),
    ...(href && step.state !== 'now' && { href }),
    ...(step.text && {
      body: html`<p>${spoken(ctx, step.text)}${draft ? ` (${reportStates[draft][ctx.language]})` : null}</p>${onward(ctx, step)}`,
    }),
    ...(step.quote && { quote: step.quote }),
    ...(sources.length > 0 && { sources }),
    state: draft || isAhead(ctx, step) ? 'planned' : step.state,
    ...(step.gap && { id: `saknas-${step.gap}` }),
  };
}

/** From a record that the line hangs together with, its own thread goes on. */
function onward(ctx: RequestContext, { kind, target, title }: ThreadStep): Html | null {
  if (kind !== 'connected' || !target) return null;
  return html`<p><a href="${threadAddress(target.noun, target.id)}">${texts[ctx.language].onward}<span class="sr-only">: <span lang="sv">${title.sv}</span></span></a></p>`;
}

/** A meeting to come is a plan and not a station passed. */
function isAhead(ctx: RequestContext, step: ThreadStep): boolean {
  const today = ctx.services.runtime.today();
  return step.state === 'done' && (step.kind === 'meeting' || step.kind === 'studyVisit') && (step.date ?? '') > today;
}

/** The words of a record are Swedish in either language, and say so to who hears them; our own words are in the reader's. */
function spoken({ language }: RequestContext, text: Localized): Content {
  return language === 'en' && text.sv === text.en ? html`<span lang="sv">${text.sv}</span>` : text[language];
}

function whenOf(ctx: RequestContext, { date, precision, kind }: ThreadStep): Content {
  if (!date) return null;
  const written = {
    day: ctx.format.date(date),
    month: ctx.format.month(date),
    year: kind === 'assignment' ? texts[ctx.language].planYear(Number(date.slice(0, 4))) : date.slice(0, 4),
  }[precision];
  return html`<time datetime="${date.slice(0, { day: 10, month: 7, year: 4 }[precision])}">${written}</time>`;
}

function addressOf({ target }: ThreadStep): string | undefined {
  if (!target || !Object.hasOwn(recordAddresses, target.noun)) return undefined;
  return recordAddress(target.noun as AddressedNoun, target.id, target.within);
}

/** One link a document: several passages of it are one source with several lines. */
function sourceLinks(ctx: RequestContext, sources: readonly StepSource[]): readonly Html[] {
  const t = texts[ctx.language];
  const byDocument = Map.groupBy(sources, ({ documentTitle }) => documentTitle);
  return [...byDocument].map(
    ([title, places]) =>
      html`<span lang="sv">${title}</span>, ${places.map(
        ({ passageId, line }, index) =>
          html`${index > 0 ? ', ' : null}<a href="${recordAddress('sourcePassage', passageId)}"><span class="sr-only"><span lang="sv">${title}</span> </span>${t.line(line)}</a>`,
      )}`,
  );
}
