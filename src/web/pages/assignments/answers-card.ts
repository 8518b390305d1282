import { partyRoles } from '../../../domain/assignments/index.ts';
import { answerTypes, type BodyAnswer } from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import type { AssignmentFacts } from './assignment-facts.ts';
import { texts } from './texts.ts';

/** What each body answers to the assignment in its report-back of the year: one text, several addressees, an answer each, and who owes one. */
export function answersCard(ctx: RequestContext, { answers, assignment: { year } }: AssignmentFacts): Html {
  const t = texts[ctx.language];
  const body =
    answers.length === 0
      ? html`<p>${t.answersNone}</p>`
      : linkList(
          answers.map((one) => ({
            title: html`<span lang="sv">${one.body.name}</span>`,
            href: recordAddress('body', one.body.id),
            detail: html`<span class="soft">${one.role ? partyRoles[one.role][ctx.language] : t.noPart}</span><br>${answer(ctx, one)}`,
          })),
          { more: { text: t.allAnswers(year), href: `/uppfoljning/svar-per-organ?ar=${year}` } },
        );
  return card({ title: t.answers(year), body });
}

function answer(ctx: RequestContext, { answer: given, reportId }: BodyAnswer): Content {
  const t = texts[ctx.language];
  if (given && !given.empty)
    return html`<a href="${recordAddress('reportEntry', given.entryId, given.reportId)}">${answerTypes[given.answerType].label[ctx.language]}</a>${given.frozen ? null : html` ${tag({ text: t.draftAnswer, tone: 'part' })}`}`;
  if (given || !reportId) {
    const missing = tag({ text: t.answerMissing, tone: 'late' });
    return given
      ? html`<a href="${recordAddress('reportEntry', given.entryId, given.reportId)}">${missing}</a>`
      : html`${missing} <span class="soft">${t.reportNotBegun}</span>`;
  }
  return html`<a href="${recordAddress('report', reportId)}">${tag({ text: t.answerMissing, tone: 'late' })}</a>`;
}
