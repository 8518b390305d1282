import { type AnswerType, answerTypes, type Report, type ReportEntry } from '../../../domain/reports/index.ts';
import { confirm } from '../../components/confirm/confirm.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { sideBySide } from '../../components/side-by-side/side-by-side.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { reportFrame } from './report-page.ts';
import { entryHref, entryNumber } from './report-view.ts';
import { workTexts } from './work-texts.ts';

/** An answer beside what the register proposes, and the question whether to go back to it. Nothing that a person wrote goes unseen. */
export function proposalPage(
  ctx: RequestContext,
  facts: {
    readonly report: Report;
    readonly entry: ReportEntry;
    readonly proposal: { readonly text: string; readonly answerType: AnswerType } | null;
  },
  state?: FormState,
): Page {
  const t = workTexts[ctx.language];
  const { report, entry, proposal } = facts;
  const { crumbs } = reportFrame(ctx, report);
  const back = entryHref(report, entry);
  return page({
    title: t.proposalTitle,
    lead: t.proposalLead,
    crumbs: [...crumbs.slice(0, -1), { text: t.editTitle(entryNumber(entry)), href: back }, { text: t.proposalTitle }],
    body: html`${state ? errorSummary(ctx, state) : null}${sideBySide({
      leftLabel: t.yourText,
      rightLabel: t.proposedText,
      left: html`<h2>${t.yourText}</h2><blockquote lang="sv">${entry.answer}</blockquote>`,
      right: html`<h2>${t.proposedText}</h2><blockquote lang="sv">${proposal?.text ?? ''}</blockquote><p class="soft">${proposal ? answerTypes[proposal.answerType].label[ctx.language] : null}</p>`,
    })}${confirm(ctx, {
      consequences: [t.proposalConsequence, t.proposalConsequenceEvidence],
      action: `${back}/forslag`,
      submit: t.proposal,
      cancelHref: back,
      version: entry.version,
    })}`,
  });
}
