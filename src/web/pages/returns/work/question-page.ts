import { printedCode, type Question, questionsOf } from '../../../../domain/forms/index.ts';
import { nationalReportMay, type ReportRemark, takesPart } from '../../../../domain/returns/index.ts';
import { AppError } from '../../../../kernel/errors.ts';
import { recordAddress } from '../../../../kernel/record-address.ts';
import { linkButton } from '../../../components/button/button.ts';
import { card } from '../../../components/card/card.ts';
import { errorSummary } from '../../../components/error-summary/error-summary.ts';
import { field } from '../../../components/field/field.ts';
import { form, postButton } from '../../../components/form/form.ts';
import { shownAnswer } from '../../../components/form-question/shown-answer.ts';
import { tag } from '../../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../../contracts.ts';
import { type Content, type Html, html } from '../../../html.ts';
import { type Page, page } from '../../../reply.ts';
import { questionPath, reportPath, sectionPath } from './report-address.ts';
import { type AidedFacts, answers, type ReportFacts } from './report-facts.ts';
import { workTexts } from './work-texts.ts';

/** Which of the forms of the page was refused: the new remark, the file, or the reply to one remark. */
export type SentForm = { readonly of: 'remark' | 'file' | { readonly reply: string }; readonly state: FormState };

/** A question of a return with the section it stands in. Throws `record.notFound`. */
export function questionOf({ report, progress }: ReportFacts, code: string) {
  const question = questionsOf(report.response.formVersion.structure).find((one) => one.code === code);
  const own = progress.find(({ questions }) => questions.some((one) => one.code === code));
  if (!question || !own) throw new AppError('record.notFound');
  return { question, own };
}

/** One question by itself: the answer now, what was asked about it, and the files that go with it. */
export function questionPage(ctx: RequestContext, facts: AidedFacts, code: string, sent?: SentForm): Page {
  const t = workTexts[ctx.language];
  const { report } = facts;
  const { question, own } = questionOf(facts, code);
  const kept = report.response.answers[code];
  const mine = answers(ctx, report, own.section);
  return page({
    title: t.questionTitle(printedCode(code)),
    crumbs: [
      { text: `${report.title} ${report.year}`, href: reportPath(report.id) },
      { text: own.title, href: sectionPath(report.id, own.section.code) },
      { text: printedCode(code) },
    ],
    lead: html`<span lang="sv">${question.text}</span>`,
    body: html`${sent ? errorSummary(ctx, sent.state, { text: t.ask, file: t.file }) : null}${card({
      title: t.currentAnswer,
      body: html`${shownAnswer(ctx, question, kept)}${kept ? html`<p class="soft">${t.answeredBy(kept.answeredBy, ctx.format.instant(kept.answeredAt))}</p>` : null}<p>${linkButton({ text: t.back, href: sectionPath(report.id, own.section.code), variant: 'secondary' })}</p>`,
    })}${facts.beside(ctx, code).more}
<section aria-labelledby="fragor"><h2 id="fragor">${t.remarks}</h2>${remarksOf(ctx, facts, code, mine, sent)}</section>`,
    aside: attachments(ctx, facts, question, mine, sent),
  });
}

function remarksOf(ctx: RequestContext, { report }: ReportFacts, code: string, mine: boolean, sent?: SentForm): Html {
  const t = workTexts[ctx.language];
  const own = report.remarks.filter(({ question }) => question === code);
  const open = nationalReportMay(report.state, 'remark') && ctx.actor !== undefined && takesPart(ctx.actor, report);
  const state = sent?.of === 'remark' ? sent.state : freshForm();
  return html`${own.length === 0 ? html`<p class="soft">${t.remarksNone}</p>` : null}${own.map((remark) => thread(ctx, questionPath(report.id, code), remark, { open, mine }, sent))}${
    open
      ? form(ctx, {
          action: `${questionPath(report.id, code)}/synpunkt`,
          submit: t.askButton,
          body: field(ctx, { kind: 'textarea', name: 'text', label: t.ask, hint: t.askHint, rows: 3, state }),
        })
      : null
  }`;
}

function thread(
  ctx: RequestContext,
  path: string,
  remark: ReportRemark,
  { open, mine }: { readonly open: boolean; readonly mine: boolean },
  sent?: SentForm,
): Html {
  const t = workTexts[ctx.language];
  const name = `reply-${remark.id}`;
  const refused = typeof sent?.of === 'object' && sent.of.reply === remark.id ? sent.state : undefined;
  const said = (text: string, by: string, at: Date) =>
    html`<p lang="sv">${text}</p><p class="soft">${t.answeredBy(by, ctx.format.instant(at))}</p>`;
  return card({
    level: 3,
    title: remark.settled
      ? html`${t.settled(remark.settled.by, ctx.format.instant(remark.settled.at))}`
      : tag({ text: t.open, tone: 'part' }),
    body: html`${said(remark.text, remark.madeBy, remark.madeAt)}${remark.replies.length > 0 ? html`<ul>${remark.replies.map((one) => html`<li>${said(one.text, one.madeBy, one.madeAt)}</li>`)}</ul>` : null}${
      open && !remark.settled
        ? html`${form(ctx, {
            action: `${path}/svar`,
            submit: t.reply,
            variant: 'secondary',
            about: t.replyAbout(remark.madeBy),
            body: html`<input type="hidden" name="remarkId" value="${remark.id}">${field(ctx, {
              kind: 'textarea',
              name,
              label: `${t.reply} ${t.replyAbout(remark.madeBy)}`,
              rows: 2,
              state: refused ?? freshForm(),
            })}`,
          })}${
            mine
              ? postButton(ctx, {
                  action: `${path}/avklarad`,
                  text: t.settle,
                  variant: 'secondary',
                  about: remark.text,
                  version: remark.version,
                  fields: { remarkId: remark.id },
                })
              : null
          }`
        : null
    }`,
  });
}

function attachments(
  ctx: RequestContext,
  { report }: ReportFacts,
  question: Question,
  mine: boolean,
  sent?: SentForm,
): Content {
  const t = workTexts[ctx.language];
  const path = questionPath(report.id, question.code);
  const own = report.attachments.filter((one) => one.question === question.code);
  return card({
    title: t.attachments,
    body: html`${question.attachment ? html`<p>${t.attach(question.attachment.label)}</p>` : null}${
      own.length === 0
        ? html`<p class="soft">${t.attachmentsNone}</p>`
        : html`<ul>${own.map(
            (one) =>
              html`<li><a href="${recordAddress('document', one.documentId)}" lang="sv">${one.title}</a> <span class="soft">${t.answeredBy(one.addedBy, ctx.format.instant(one.addedAt))}</span>${
                mine
                  ? postButton(ctx, {
                      action: `${path}/ta-bort-fil`,
                      text: t.detach,
                      about: one.title,
                      variant: 'quiet',
                      fields: { attachmentId: one.id },
                    })
                  : null
              }</li>`,
          )}</ul>`
    }${
      mine
        ? form(ctx, {
            action: `${path}/fil`,
            submit: t.attachButton,
            variant: 'secondary',
            files: true,
            body: field(ctx, {
              kind: 'file',
              name: 'file',
              label: t.file,
              state: sent?.of === 'file' ? sent.state : freshForm(),
            }),
          })
        : null
    }`,
  });
}
