import { printedCode, type Question, questionsOf, termHolds } from '../../../../domain/forms/index.ts';
import {
  nationalReportMay,
  nationalReportStates,
  reportSectionMay,
  type SectionProgress,
} from '../../../../domain/returns/index.ts';
import { AppError } from '../../../../kernel/errors.ts';
import { button, linkButton } from '../../../components/button/button.ts';
import { card } from '../../../components/card/card.ts';
import { errorSummary } from '../../../components/error-summary/error-summary.ts';
import { hiddenFields, postButton } from '../../../components/form/form.ts';
import { fieldsOf } from '../../../components/form-question/answer-names.ts';
import {
  conditionWords,
  type FieldCondition,
  periodWords,
  type QuestionLevel,
  questionFields,
  questionHeading,
  questionId,
} from '../../../components/form-question/question-fields.ts';
import { shownAnswer } from '../../../components/form-question/shown-answer.ts';
import { linkList } from '../../../components/link-list/link-list.ts';
import { notice } from '../../../components/notice/notice.ts';
import { summaryList } from '../../../components/summary-list/summary-list.ts';
import type { FormState, RequestContext } from '../../../contracts.ts';
import { type Content, type Html, html } from '../../../html.ts';
import { type Page, page } from '../../../reply.ts';
import { questionPath, reportPath, sectionPath } from './report-address.ts';
import { type AidedFacts, answeredBar, answers, type ReportFacts, sectionTag } from './report-facts.ts';
import { givenWords } from './report-page.ts';
import { workTexts } from './work-texts.ts';

/** What was posted and not kept: the problems beside their fields, and the questions that somebody else answered meanwhile. */
export type Refused = { readonly state: FormState; readonly conflicts: readonly string[] };

/** The section of a return by its code. Throws `record.notFound`. */
export function sectionOf(facts: ReportFacts, code: string): SectionProgress {
  const found = facts.progress.find(({ section }) => section.code === code);
  if (!found) throw new AppError('record.notFound');
  return found;
}

/** One section to answer: every question with its fields, what helps beside each, and what can be done with the section. */
export function sectionPage(ctx: RequestContext, facts: AidedFacts, code: string, refused?: Refused): Page {
  const t = workTexts[ctx.language];
  const { report, progress } = facts;
  const own = sectionOf(facts, code);
  const mine = answers(ctx, report, own.section);
  const writable = mine && own.section.state === 'asked';
  const at = progress.indexOf(own);
  return page({
    title: own.title,
    ownHeading: true,
    script: 'answersScript',
    crumbs: [
      { text: t.returns, href: '/redovisningar' },
      { text: `${report.title} ${report.year}`, href: reportPath(report.id) },
      { text: own.title },
    ],
    body: html`<div class="page-head"><h1 lang="sv">${own.title}</h1><div class="page-lead">${sectionTag(ctx, own)} <span lang="sv">${own.part.title}</span> <span>${t.dueOn} ${ctx.format.date(own.section.dueOn)}</span></div></div>
${refused ? errorSummary(ctx, refused.state, labelsOf(own.questions)) : null}${whyNot(ctx, facts, own, mine)}
${writable ? answerForm(ctx, facts, own, refused) : own.asked.map((question) => asAnswered(ctx, facts, question, 2))}
<nav class="actions" aria-label="${t.section}">${neighbour(facts, at - 1, t.previous)}${neighbour(facts, at + 1, t.next)}</nav>`,
    aside: html`${card({
      title: t.section,
      body: html`${answeredBar(ctx, [own])}${summaryList(
        [
          { term: t.responsible, value: givenWords(ctx, own) },
          { term: t.dueOn, value: ctx.format.date(own.section.dueOn) },
          {
            term: t.state,
            value: own.section.ready && t.readyBy(own.section.ready.by, ctx.format.instant(own.section.ready.at)),
          },
        ],
        { compact: true },
      )}`,
    })}${card({
      title: t.contents,
      body: linkList(
        own.asked.map((question) => ({
          title: html`${printedCode(question.code)} <span lang="sv">${question.text}</span>`,
          href: `#${questionId(question.code)}`,
        })),
      ),
    })}`,
  });
}

function neighbour({ report, progress }: ReportFacts, at: number, text: string): Html | null {
  const one = progress[at];
  return one
    ? linkButton({ text, about: one.title, href: sectionPath(report.id, one.section.code), variant: 'quiet' })
    : null;
}

/** Why nothing can be written now, and the way to open it again for who may. */
function whyNot(ctx: RequestContext, { report }: ReportFacts, own: SectionProgress, mine: boolean): Content {
  const t = workTexts[ctx.language];
  if (!nationalReportMay(report.state, 'answer'))
    return notice(ctx, { tone: 'info', body: t.closedNow(nationalReportStates[report.state][ctx.language]) });
  if (reportSectionMay(own.section.state, 'reopen'))
    return notice(ctx, {
      tone: 'success',
      title: t.sectionReady,
      body: mine
        ? html`<p>${t.sectionReadyBody}</p>${postButton(ctx, { action: `${sectionPath(report.id, own.section.code)}/oppna`, text: t.reopen, variant: 'secondary', version: own.section.version })}`
        : t.notYours,
    });
  return mine ? null : notice(ctx, { tone: 'info', body: t.notYours });
}

function answerForm(ctx: RequestContext, facts: AidedFacts, own: SectionProgress, refused?: Refused): Html {
  const t = workTexts[ctx.language];
  const { report } = facts;
  const follows = own.questions.some(({ condition }) => condition !== null);
  const status = html`<p class="autosave-status" role="status" data-autosave-status></p>`;
  return html`<form method="post" action="${sectionPath(report.id, own.section.code)}" novalidate class="form" data-guard data-answers data-saving="${t.saving}" data-saved="${t.savedNow}" data-stopped="${t.stopped}">
${hiddenFields(ctx, own.section.version)}
${own.questions.map((question) => asField(ctx, facts, own, question, refused))}
${follows ? html`<noscript><p class="soft">${t.followUps}</p></noscript>` : null}
<div class="actions">${button({ text: t.save, name: 'spara', value: 'ja' })}${button({ text: t.saveReady, variant: 'secondary', name: 'klar', value: 'ja' })}${status}</div></form>`;
}

function asField(
  ctx: RequestContext,
  facts: AidedFacts,
  own: SectionProgress,
  question: Question,
  refused?: Refused,
): Html {
  const t = workTexts[ctx.language];
  const { answers: saved, formVersion } = facts.report.response;
  const kept = saved[question.code];
  const conflict = refused?.conflicts.includes(question.code) && kept;
  const words = question.condition && conditionWords(ctx, question.condition, questionsOf(formVersion.structure));
  return questionFields(ctx, {
    question,
    answer: kept,
    version: kept?.version ?? 0,
    ...(refused && { state: refused.state }),
    level: 2,
    asked: own.asked.includes(question),
    condition: conditionHere(facts, own, question),
    aids: html`${words ? html`<p class="question-facts">${words}</p>` : null}${
      conflict
        ? notice(ctx, {
            tone: 'warning',
            title: t.otherSaved,
            body: html`<p>${t.otherSavedBody}</p>${shownAnswer(ctx, question, kept)}<p class="soft">${t.answeredBy(kept.answeredBy, ctx.format.instant(kept.answeredAt))}</p>`,
          })
        : null
    }${facts.beside(ctx, question.code).aids}`,
    after: below(ctx, facts, question),
  });
}

/** Terms about questions of other sections are settled by what is saved there; the script settles the rest. */
function conditionHere({ report }: ReportFacts, own: SectionProgress, { condition }: Question): FieldCondition | null {
  if (!condition) return null;
  const { structure } = report.response.formVersion;
  const here = new Set(own.questions.map(({ code }) => code));
  return {
    when: condition.when,
    terms: condition.terms.map((term) =>
      here.has(term.question) ? term : { holds: termHolds(structure, report.response.answers, term) },
    ),
  };
}

/** Who answered, what was asked about it, and what goes with it. */
function below(ctx: RequestContext, { report }: ReportFacts, question: Question): Html {
  const t = workTexts[ctx.language];
  const kept = report.response.answers[question.code];
  const remarks = report.remarks.filter((one) => one.question === question.code && one.settled === null);
  const files = report.attachments.filter((one) => one.question === question.code);
  const count = t.questionLinkCount(remarks.length, files.length);
  return html`${question.attachment ? html`<p class="question-facts">${t.attach(question.attachment.label)}</p>` : null}${
    remarks.length > 0
      ? html`<ul class="question-notes">${remarks.map((one) => html`<li><span lang="sv">${one.text}</span> (${one.madeBy})</li>`)}</ul>`
      : null
  }<p class="question-known">${kept ? html`${t.answeredBy(kept.answeredBy, ctx.format.instant(kept.answeredAt))} · ` : null}<a href="${questionPath(report.id, question.code)}">${t.questionLink}<span class="sr-only"> ${t.questionTitle(printedCode(question.code))}</span></a>${count ? ` (${count})` : null}</p>`;
}

/** A question with its answer, for reading. */
export function asAnswered(
  ctx: RequestContext,
  facts: ReportFacts,
  question: Question,
  level: QuestionLevel,
  more: Content = null,
): Html {
  const id = questionId(question.code);
  const period = periodWords(ctx, question);
  return html`<article class="form-question" id="${id}" aria-labelledby="${id}-text">${questionHeading(`${id}-text`, html`<span class="question-number">${printedCode(question.code)}</span> <span lang="sv">${question.text}</span>`, level)}
<div class="question-body">${period ? html`<p class="question-facts">${period}</p>` : null}<div class="question-answer">${shownAnswer(ctx, question, facts.report.response.answers[question.code])}</div>${more}${below(ctx, facts, question)}</div></article>`;
}

/** Each question under its number, so that two that lack the same thing are told apart in the summary. */
export function labelsOf(questions: readonly Question[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    questions.flatMap((question) => [
      [fieldsOf(question).value, printedCode(question.code)],
      ...(question.answer.kind === 'matrix'
        ? question.answer.rows.map(({ code, text }) => [
            fieldsOf(question).rowOption(code),
            `${printedCode(question.code)}, ${text}`,
          ])
        : []),
    ]),
  );
}
