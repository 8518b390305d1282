import { askedQuestions, isAnswered, printedCode, type Question } from '../../../../domain/forms/index.ts';
import { linkButton } from '../../../components/button/button.ts';
import { questionId } from '../../../components/form-question/question-fields.ts';
import { linkList } from '../../../components/link-list/link-list.ts';
import { notice } from '../../../components/notice/notice.ts';
import type { RequestContext } from '../../../contracts.ts';
import { type Content, type Html, html } from '../../../html.ts';
import { type Page, page } from '../../../reply.ts';
import { reportPath, sectionPath } from './report-address.ts';
import { type AidedFacts, answeredBar, answers, type ReportFacts, sectionTag } from './report-facts.ts';
import { reportTag } from './report-page.ts';
import { asAnswered } from './section-page.ts';
import { workTexts } from './work-texts.ts';

/** The whole return to read through: what is missing and what nobody has stood for first, then every answer in the order of the form. */
export function reviewPage(ctx: RequestContext, facts: AidedFacts): Page {
  const t = workTexts[ctx.language];
  const { report, progress } = facts;
  const title = t.reviewTitle(report.title);
  return page({
    title,
    crumbs: [
      { text: t.returns, href: '/redovisningar' },
      { text: `${report.title} ${report.year}`, href: reportPath(report.id) },
      { text: t.review },
    ],
    lead: html`${reportTag(ctx, report.state)} ${t.dueOn} ${ctx.format.date(report.dueOn)}`,
    body: html`${answeredBar(ctx, progress)}${first(ctx, facts)}
<nav aria-labelledby="innehall"><h2 id="innehall">${t.contents}</h2>${linkList(
      progress.map((one) => ({
        title: html`<span lang="sv">${one.title}</span>`,
        href: `#avsnitt-${progress.indexOf(one) + 1}`,
        note: html`${sectionTag(ctx, one)}`,
      })),
    )}</nav>
${progress.map(
  (one, index) =>
    html`<section id="avsnitt-${index + 1}"><h2 lang="sv">${one.title}</h2>${
      answers(ctx, report, one.section)
        ? html`<p>${linkButton({ text: one.section.state === 'ready' ? t.change : t.answer, about: one.title, href: sectionPath(report.id, one.section.code), variant: 'quiet' })}</p>`
        : null
    }${one.asked.map((question) => asAnswered(ctx, facts, question, 3, facts.beside(ctx, question.code).aids))}</section>`,
)}`,
  });
}

/** What a reviewer has to see before the rest: each with a link to its question below. */
function first(ctx: RequestContext, { report, progress }: ReportFacts): Html {
  const t = workTexts[ctx.language];
  const { formVersion, answers: saved } = report.response;
  const asked = new Set(askedQuestions(formVersion.structure, saved).map(({ code }) => code));
  const hidden = Object.keys(saved).filter((code) => !asked.has(code)).length;
  const missing = progress.flatMap((one) => one.missing);
  const optional = progress.flatMap((one) =>
    one.asked.filter((question) => !question.required && !isAnswered(question.answer, saved[question.code]?.value)),
  );
  const unconfirmed = progress.flatMap((one) => one.unconfirmed);
  const remarked = progress.flatMap((one) =>
    one.questions.filter(({ code }) => report.remarks.some((remark) => remark.question === code && !remark.settled)),
  );
  return html`${missing.length === 0 ? notice(ctx, { tone: 'success', body: t.missingNone }) : group(t.missingCount(missing.length), missing)}${group(t.unconfirmedCount(unconfirmed.length), unconfirmed)}${group(t.openRemarks(remarked.length), remarked)}${group(t.optionalCount(optional.length), optional)}${hidden > 0 ? html`<p class="soft">${t.hiddenCount(hidden)}</p>` : null}`;
}

function group(title: string, questions: readonly Question[]): Content {
  if (questions.length === 0) return null;
  return html`<section><h2>${title}</h2><ul>${questions.map(({ code, text }) => html`<li><a href="#${questionId(code)}">${printedCode(code)} <span lang="sv">${text}</span></a></li>`)}</ul></section>`;
}
