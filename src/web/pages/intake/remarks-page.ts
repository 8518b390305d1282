import { type Proposal, type ReadResult, remarksOn } from '../../../domain/intake/index.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import type { Page } from '../../reply.ts';
import { filePage, type ReadScene } from './file-frame.ts';
import { proposalTitle } from './proposal-words.ts';
import { reviewHref } from './review-query.ts';
import { texts } from './texts.ts';

/** What the reading noticed: contradictions, faults, uncertain places. Each leads to the proposals that it concerns. */
export function remarksPage(ctx: RequestContext, scene: ReadScene): Page {
  const t = texts[ctx.language];
  const { file } = scene;
  const body =
    file.problems.length === 0
      ? emptyState({ title: t.noRemarks, body: t.noRemarksBody })
      : html`<p>${t.remarksLead}</p>${table(ctx, {
          caption: t.remarks,
          captionHidden: true,
          columns: [
            { key: 'where', text: t.where, kind: 'date' },
            { key: 'remark', text: t.remark },
            { key: 'about', text: t.aboutProposal },
            { key: 'code', text: t.code },
          ],
          rows: file.problems.map((problem) => ({
            remark: html`<span lang="sv">${problem.message}</span>`,
            about: concerned(ctx, scene, problem),
            where: problem.source ? `${ctx.t.components.line} ${problem.source.line}` : t.wholeFile,
            code: html`<code translate="no">${problem.code}</code>`,
          })),
        })}`;
  return filePage(ctx, scene, 'remarks', body);
}

/** More proposals than these of one remark are counted, not listed. */
const mostLinks = 3;

function concerned(
  ctx: RequestContext,
  { file, proposals }: ReadScene,
  problem: ReadResult['problems'][number],
): Content {
  const about = proposals.filter((one) => remarksOn(one, [problem]).length > 0);
  if (about.length === 0)
    return problem.source
      ? html`<a href="/las-in/${file.id}/utan-plats#rad-${problem.source.line}">${texts[ctx.language].tabUnplaced}</a>`
      : '–';
  const link = (one: Proposal) =>
    html`<a href="${reviewHref(file.id, { lage: 'alla' }, { post: one.id })}" lang="sv">${proposalTitle(ctx, one)}</a><br>`;
  const rest = about.length - mostLinks;
  return html`${about.slice(0, mostLinks).map(link)}${rest > 0 ? texts[ctx.language].staysMore(ctx.format.number(rest)) : null}`;
}
