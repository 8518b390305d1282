import { may } from '../../../domain/access/index.ts';
import {
  namedNouns,
  type RecordStep,
  type RecordThread,
  reasonText,
  type StepSource,
} from '../../../domain/thread/index.ts';
import { type AddressedNoun, recordAddress, recordAddresses } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { type ThreadStep as DrawnStep, thread } from '../../components/thread/thread.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { texts } from './texts.ts';
import { threadAddress } from './thread-address.ts';

/** The thread that a record stands in: what it hangs together with in the order of time, with the reason and the place where each was read. */
export function recordThreadPage(ctx: RequestContext, { subject, steps }: RecordThread): Page {
  const t = texts[ctx.language];
  const mayRead = ctx.actor !== undefined && may(ctx.actor, 'intake.handIn');
  return page({
    title: t.threadOf(subject.title),
    ownHeading: true,
    crumbs: [{ text: t.threads, href: '/trad' }, { text: namedNouns[subject.noun][ctx.language] }],
    body: html`<div class="page-head"><h1>${t.threadOf('')}<span lang="sv">${subject.title}</span></h1><div class="page-lead"><span>${namedNouns[subject.noun][ctx.language]}</span>${recordLink(ctx, subject.target)}</div></div>
${
  steps.length > 1
    ? html`<p>${t.stepsLead(steps.length - 1)}</p>${thread(ctx, { steps: steps.map((step) => drawn(ctx, step)) })}`
    : emptyState({
        title: t.alone,
        body: t.aloneBody,
        ...(mayRead && { action: linkButton({ text: t.readIn, href: '/las-in', variant: 'secondary' }) }),
      })
}`,
  });
}

function drawn(ctx: RequestContext, step: RecordStep): DrawnStep {
  const t = texts[ctx.language];
  const href = addressOf(step.target);
  const reason = reasonText(step)[ctx.language];
  const onward = html`<p>${step.steps > 1 ? html`${t.apart}. ` : null}<a href="${threadAddress(step.noun, step.id)}">${t.onward}<span class="sr-only">: <span lang="sv">${step.title}</span></span></a></p>`;
  return {
    kind: namedNouns[step.noun][ctx.language],
    when: whenOf(ctx, step),
    title: html`<span lang="sv">${step.title}</span>`,
    ...(href && step.state !== 'now' && { href }),
    ...(step.state !== 'now' && { body: html`<p>${reason}</p>${onward}` }),
    ...(step.sources.length > 0 && { sources: sourceLinks(ctx, step.sources) }),
    state: step.state,
    ...(step.state === 'now' && { id: 'har' }),
  };
}

function whenOf(ctx: RequestContext, { date, precision }: RecordStep): Content {
  if (!date) return texts[ctx.language].undated;
  const written = { day: ctx.format.date(date), month: ctx.format.month(date), year: date.slice(0, 4) }[precision];
  return html`<time datetime="${date.slice(0, { day: 10, month: 7, year: 4 }[precision])}">${written}</time>`;
}

function recordLink(ctx: RequestContext, target: RecordStep['target']): Html | null {
  const href = addressOf(target);
  return href ? html`<a href="${href}">${texts[ctx.language].toRecord}</a>` : null;
}

function addressOf({ noun, id, within }: RecordStep['target']): string | undefined {
  return Object.hasOwn(recordAddresses, noun) ? recordAddress(noun as AddressedNoun, id, within) : undefined;
}

/** One link a document: several passages of it are one source with several lines. */
function sourceLinks(ctx: RequestContext, sources: readonly StepSource[]): readonly Html[] {
  const t = texts[ctx.language];
  return [...Map.groupBy(sources, ({ documentTitle }) => documentTitle)].map(
    ([title, places]) =>
      html`<span lang="sv">${title}</span>, ${places.map(
        ({ passageId, line }, index) =>
          html`${index > 0 ? ', ' : null}<a href="${recordAddress('sourcePassage', passageId)}"><span class="sr-only"><span lang="sv">${title}</span> </span>${t.line(line)}</a>`,
      )}`,
  );
}
