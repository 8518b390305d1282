import { printedCode, type Question } from '../../../../domain/forms/index.ts';
import { type AnswerAid, isEmptyAid, type NationalReport } from '../../../../domain/returns/index.ts';
import { help } from '../../../components/help/help.ts';
import type { RequestContext } from '../../../contracts.ts';
import { type Content, html } from '../../../html.ts';
import { aidPath } from './aid-address.ts';
import { aidTexts } from './aid-texts.ts';
import { lastYearView } from './last-year-view.ts';
import { warningTag, warningText } from './warning-lines.ts';

/**
 * What helps who answers a question, folded together beside its fields and open when something is to be looked at. It stands within the form of the
 * section, so that it only tells and leads on: what is done with it is done on the page of the question.
 */
export function besideAnswer(
  ctx: RequestContext,
  { id }: Pick<NationalReport, 'id'>,
  question: Question,
  aid: AnswerAid | undefined,
): Content {
  if (!aid || isEmptyAid(aid)) return null;
  const t = aidTexts[ctx.language];
  const open = aid.warnings.filter(({ settled }) => settled === null);
  const parts = [
    ...(open.length > 0 ? [t.warningCount(open.length)] : []),
    ...(aid.bound.length > 0 ? [t.sourceCount(aid.bound.length)] : []),
    ...(aid.proposed.length > 0 ? [t.proposalCount(aid.proposed.length)] : []),
    ...(aid.lastYear ? [t.lastYearShort(String(aid.lastYear.year))] : []),
  ];
  return help({
    summary: t.summary(parts.length > 0 ? parts : [t.short]),
    open: open.some(({ severity }) => severity === 'serious'),
    body: html`${open.length > 0 ? html`<ul>${open.map((one) => html`<li>${warningTag(ctx, one)} ${warningText(ctx, one)}</li>`)}</ul>` : null}${
      aid.lastYear
        ? html`<p><strong>${t.lastYear(String(aid.lastYear.year))}</strong></p>${lastYearView(ctx, aid.lastYear, question.answer.kind === 'percent')}`
        : null
    }${
      aid.draft && aid.draft.passages.length > 0
        ? html`<p><strong>${t.draft}</strong></p>${aid.draft.passages.map(({ text }) => html`<blockquote lang="sv">${text}</blockquote>`)}`
        : null
    }<p><a href="${aidPath(id, question.code)}">${t.toAids(printedCode(question.code))}</a></p>`,
  });
}
