import {
  type AnswerContent,
  type AnswerSheet,
  answerClosures,
  attachmentLimits,
  stances,
} from '../../../domain/consultations/index.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { button } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Crumb, type Page, page } from '../../reply.ts';
import { answerTexts } from './answer-texts.ts';

/** Where the form goes, and where the papers lie for whoever answers. */
export type SheetPlace = {
  readonly action: string;
  readonly documentHref: (documentId: string) => string;
  readonly crumbs?: readonly Crumb[];
};

/** The page on which a respondent answers: what is asked, its papers, the form with its draft, and after sending the receipt. */
export function answerSheetPage(
  ctx: RequestContext,
  sheet: AnswerSheet,
  place: SheetPlace,
  state: FormState = freshForm(sheetValues(sheet.content)),
): Page {
  const t = answerTexts[ctx.language];
  const { consultation, response, closure } = sheet;
  const lastDay = response.extendedTo ?? consultation.dueOn;
  const day = lastDay ? ctx.format.date(lastDay) : '–';
  return page({
    title: consultation.title,
    ownHeading: true,
    width: 'text',
    crumbs: place.crumbs ?? [{ text: t.yourAnswer }],
    body: html`<div class="page-head"><h1 lang="sv">${consultation.title}</h1><div class="page-lead"><p>${t.asks(consultation.body?.name ?? '', response.respondent)} <strong>${response.extendedTo ? t.extended(day) : t.lastDay(day)}</strong></p></div></div>
${messages(ctx, sheet, day)}<section><h2>${t.asked}</h2>${(consultation.scope ?? '').split(/\n+/u).map((words) => html`<p lang="sv">${words}</p>`)}</section>
<section><h2>${t.papers}</h2>${
      sheet.documents.length === 0
        ? html`<p class="soft">${t.noPapers}</p>`
        : linkList(
            sheet.documents.map(({ id, title, datedOn, size }) => ({
              href: place.documentHref(id),
              title: html`<span lang="sv">${title}</span>`,
              note: [datedOn && ctx.format.date(datedOn), megabytes(ctx, size)].filter(Boolean).join(', '),
            })),
          )
    }</section>${closure ? sentAnswer(ctx, sheet) : answerForm(ctx, sheet, place, state)}`,
  });
}

function messages(ctx: RequestContext, sheet: AnswerSheet, day: string): Html {
  const t = answerTexts[ctx.language];
  const { consultation, response, draft, sentAt, closure } = sheet;
  const lastDay = response.extendedTo ?? consultation.dueOn;
  const late = lastDay !== null && ctx.services.runtime.today() > lastDay;
  return html`${
    sentAt
      ? notice(ctx, {
          tone: 'success',
          title: t.thanks,
          body: html`<p>${t.thanksBody(response.answerNumber, ctx.format.instant(sentAt))}</p>${closure ? null : html`<p>${t.mayChange(day)}</p>`}`,
        })
      : null
  }${draft ? notice(ctx, { tone: 'info', title: t.draftTitle, body: t.draftAt(ctx.format.instant(draft.savedAt)) }) : null}${
    closure
      ? notice(ctx, { tone: 'info', title: t.closedTitle, body: answerClosures[closure][ctx.language] })
      : late
        ? notice(ctx, { tone: 'warning', title: t.lateTitle, body: t.late })
        : null
  }`;
}

function answerForm(ctx: RequestContext, sheet: AnswerSheet, place: SheetPlace, state: FormState): Html {
  const t = answerTexts[ctx.language];
  const { consultation, ownBodies, attachments, draft, content } = sheet;
  const { questions, kind } = consultation;
  const labels = sheetLabels(ctx, questions);
  const saved = sheetValues(content);
  // Many names are no help to choose among; they stay in the register.
  const few = ownBodies.length > 0 && ownBodies.length <= 6;
  const hint = [t.senderHint, few && t.known(ctx.format.list([...ownBodies]))].filter(Boolean).join(' ');
  return html`<section><h2>${t.yourAnswer}</h2>${bothTexts(ctx, {
    state,
    fields: Object.entries(labels).map(([name, label]) => ({ name, label, saved: saved[name] ?? '' })),
    show: (name, value) =>
      name === 'stance' && Object.hasOwn(stances, value) ? stances[value as keyof typeof stances][ctx.language] : value,
  })}${form(ctx, {
    action: place.action,
    submit: t.saveDraft,
    variant: 'secondary',
    more: button({ text: t.send, name: 'gor', value: 'skicka' }),
    state,
    labels,
    version: draft?.version ?? 0,
    files: true,
    body: html`${choices(ctx, {
      kind: 'radio',
      name: 'stance',
      legend: t.stance,
      hint: t.stanceHint,
      state,
      options: [
        ...Object.entries(stances).map(([value, label]) => ({ value, text: label[ctx.language] })),
        ...(kind === 'internal' ? [{ value: '', text: t.noStance }] : []),
      ],
    })}${questions.map((words, index) =>
      field(ctx, {
        kind: 'textarea',
        name: `answer${index}`,
        label: t.question(index + 1, words),
        optional: true,
        state,
      }),
    )}${field(ctx, {
      kind: 'textarea',
      name: 'comment',
      label: labels.comment!,
      hint: t.commentHint,
      rows: 8,
      optional: true,
      state,
    })}${field(ctx, { name: 'sender', label: t.sender, hint, state })}${field(ctx, {
      kind: 'date',
      name: 'decidedOn',
      label: t.decidedOn,
      optional: true,
      state,
    })}${field(ctx, { name: 'decisionSection', label: t.section, width: 'short', optional: true, state })}${field(ctx, {
      name: 'answeredBy',
      label: t.answeredBy,
      hint: t.answeredByHint,
      autocomplete: 'name',
      optional: true,
      state,
    })}${field(ctx, {
      kind: 'file',
      name: 'files',
      label: t.files,
      hint: t.filesHint(attachmentLimits.files, attachmentLimits.megabytes),
      multiple: true,
      optional: true,
      state,
    })}${
      attachments.length > 0
        ? html`<h3>${t.attached}</h3><ul>${attachments.map(
            ({ id, fileName, size, sent }) =>
              html`<li>${fileName} <span class="soft">${megabytes(ctx, size)}, ${sent ? t.sentFile : t.notSent}</span> ${
                sent
                  ? null
                  : button({ text: t.removeFile, about: fileName, variant: 'quiet', name: 'tabort', value: id })
              }</li>`,
          )}</ul>`
        : null
    }`,
  })}<p class="soft">${t.public}</p></section>`;
}

/** The answer that stands, for a round that takes no more. */
function sentAnswer(ctx: RequestContext, { content, response, consultation }: AnswerSheet): Html {
  const t = answerTexts[ctx.language];
  const words = (value: string | null) => (value ? html`<span lang="sv">${value}</span>` : '–');
  if (response.answerNumber === 0 && response.receivedOn === null) return html`<p>${t.nothing}</p>`;
  return card({
    title: t.sentAnswer,
    body: summaryList([
      { term: t.stance, value: content.stance ? stances[content.stance][ctx.language] : '–' },
      ...consultation.questions.map((question, index) => ({
        term: t.question(index + 1, question),
        value: words(content.answers[index] ?? null),
      })),
      { term: t.comment, value: words(content.comment) },
      { term: t.sender, value: words(content.sender) },
    ]),
  });
}

function sheetLabels(ctx: RequestContext, questions: readonly string[]): Readonly<Record<string, string>> {
  const t = answerTexts[ctx.language];
  return {
    stance: t.stance,
    ...Object.fromEntries(questions.map((words, index) => [`answer${index}`, t.question(index + 1, words)])),
    comment: questions.length > 0 ? t.overall : t.comment,
    sender: t.sender,
    decidedOn: t.decidedOn,
    decisionSection: t.section,
    answeredBy: t.answeredBy,
    files: t.files,
  };
}

/** An answer as its form shows it. */
export function sheetValues(content: AnswerContent): Readonly<Record<string, string>> {
  return {
    stance: content.stance ?? '',
    comment: content.comment ?? '',
    sender: content.sender ?? '',
    decidedOn: content.decidedOn ?? '',
    decisionSection: content.decisionSection ?? '',
    answeredBy: content.answeredBy ?? '',
    ...Object.fromEntries(content.answers.map((words, index) => [`answer${index}`, words])),
  };
}

function megabytes(ctx: RequestContext, size: number): string {
  const kilobytes = Math.max(1, Math.round(size / 1024));
  return kilobytes < 1024 ? `${kilobytes} kB` : `${ctx.format.number(Math.round(kilobytes / 102.4) / 10)} MB`;
}
