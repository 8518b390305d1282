import type { EffectOnMaking, LoopOnMaking } from '../../../domain/execution/index.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { help } from '../../components/help/help.ts';
import { notice } from '../../components/notice/notice.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { problemText } from '../../texts/index.ts';
import { remarkLine, remarksAnchor } from '../followup/claim-remarks.ts';
import { texts } from './texts.ts';

/** What surrounds the sentence where a decision has a page of its own. */
type Around = { readonly title?: string; readonly actions?: Content };

/**
 * What making a decision does to the report that it approves, told before anybody presses: the sentence, how many remarks nobody has settled and
 * which, and why it will not happen as things stand.
 */
export function reportOnMaking(ctx: RequestContext, effect: EffectOnMaking, { title, actions }: Around = {}): Html {
  const { report, sentence, remarks, obstacles } = effect;
  return notice(ctx, {
    tone: obstacles.length + remarks.length > 0 ? 'warning' : 'info',
    ...(title && { title }),
    body: html`<p><a href="${recordAddress('report', report.id)}">${sentence[ctx.language]}</a></p>${reasons(ctx, obstacles)}${remarksSeen(ctx, effect)}${actions ?? null}`,
  });
}

function remarksSeen(ctx: RequestContext, { report, remarks }: EffectOnMaking): Html | null {
  if (remarks.length === 0) return null;
  const t = texts[ctx.language];
  return html`<p><a href="${recordAddress('report', report.id)}#${remarksAnchor}">${t.remarksLeft(remarks.length)}</a> ${t.remarksSeen}</p>${help(
    {
      summary: t.remarksShow,
      body: html`<ul>${remarks.map((one) => html`<li>${remarkLine(ctx, report, one)}</li>`)}</ul>`,
    },
  )}`;
}

/** What making a decision does to the loop of the year: assignments that are given, inputs that are frozen and sent. One notice, however many. */
export function loopNotice(
  ctx: RequestContext,
  effects: readonly LoopOnMaking[],
  { title, actions }: Around = {},
): Html | null {
  if (effects.length === 0) return null;
  return notice(ctx, {
    tone: effects.some(({ obstacles }) => obstacles.length > 0) ? 'warning' : 'info',
    ...(title && { title }),
    body: html`<ul>${effects.map(
      ({ record, sentence, obstacles }) =>
        html`<li><a href="${recordAddress(record.noun, record.id)}">${sentence[ctx.language]}</a>${reasons(ctx, obstacles)}</li>`,
    )}</ul>${actions ?? null}`,
  });
}

function reasons(ctx: RequestContext, obstacles: readonly Problem[]): Content {
  return obstacles.map((problem) => html`<p>${problemText(ctx, problem)}</p>`);
}
