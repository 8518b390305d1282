import {
  answerKinds,
  bindingKinds,
  type FormFault,
  type FormLevel,
  type FormPart,
  type FormSection,
  type FormVersion,
  faultSentences,
  optionsOf,
  printedCode,
  type Question,
  questionsOf,
} from '../../../domain/forms/index.ts';
import { linkButton } from '../../components/button/button.ts';
import { type OutlineRow, outlineHeading, outlineRows } from '../../components/form-outline/form-outline.ts';
import { conditionWords, periodWords, questionId } from '../../components/form-question/question-fields.ts';
import { moveButtons } from '../../components/move-buttons/move-buttons.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { versionPath } from './form-list-page.ts';
import { faultTag, headingId } from './form-version-page.ts';
import { texts } from './texts.ts';

type Shown = { readonly editing: boolean; readonly faults: readonly FormFault[] };

/** A form as it is built: parts, sections, and each question with how it is answered and when; in a draft with what can be done to each. */
export function formOutline(ctx: RequestContext, version: FormVersion, shown: Shown): Html {
  const t = texts[ctx.language];
  const { structure } = version;
  return html`<p lang="sv"><strong>${structure.title}</strong></p>${paragraphs(structure.introduction)}${structure.parts.map((part) => partBlock(ctx, version, part, shown))}${
    shown.editing
      ? html`<div class="actions">${linkButton({ text: t.addPart, href: `${versionPath(version.id)}/del`, variant: 'secondary' })}</div>`
      : null
  }`;
}

function partBlock(ctx: RequestContext, version: FormVersion, part: FormPart, shown: Shown): Html {
  const t = texts[ctx.language];
  const at = versionPath(version.id);
  return html`<section>${outlineHeading({
    level: 3,
    id: headingId('part', part.code),
    text: part.title,
    ...(shown.editing && { acts: acts(ctx, version, 'part', part.code, part.title) }),
  })}${paragraphs(part.introduction)}${part.sections.map((section) => sectionBlock(ctx, version, section, shown))}${
    shown.editing
      ? html`<p><a href="${at}/avsnitt?i=${encodeURIComponent(part.code)}">${t.addSection}<span class="sr-only"> ${part.title}</span></a></p>`
      : null
  }</section>`;
}

function sectionBlock(ctx: RequestContext, version: FormVersion, section: FormSection, shown: Shown): Html {
  const t = texts[ctx.language];
  return html`<section>${outlineHeading({
    level: 4,
    id: headingId('section', section.code),
    text: section.title,
    ...(shown.editing && { acts: acts(ctx, version, 'section', section.code, section.title) }),
  })}${
    section.questions.length > 0
      ? outlineRows(
          section.title,
          section.questions.map((question) => questionRow(ctx, version, question, shown)),
        )
      : null
  }${
    shown.editing
      ? html`<p><a href="${versionPath(version.id)}/fraga?i=${encodeURIComponent(section.code)}">${t.addQuestion}<span class="sr-only"> ${section.title}</span></a></p>`
      : null
  }</section>`;
}

function questionRow(
  ctx: RequestContext,
  version: FormVersion,
  question: Question,
  { editing, faults }: Shown,
): OutlineRow {
  const own = faults.filter((one) => one.question === question.code);
  return {
    id: questionId(question.code),
    number: printedCode(question.code),
    text: html`<span lang="sv">${question.text}</span>`,
    below: question.parent !== null,
    facts: questionFacts(ctx, question, questionsOf(version.structure)),
    lines: [
      ...questionLines(ctx, question),
      ...own.map((one) => html`${faultTag(ctx, one)} ${faultSentences(one).what[ctx.language]}`),
    ],
    ...(editing && { acts: acts(ctx, version, 'question', question.code, printedCode(question.code), question) }),
  };
}

/** How it is answered, about what time, whether it must be, and when it is asked. */
function questionFacts(ctx: RequestContext, question: Question, questions: readonly Question[]): readonly Content[] {
  const { answer, condition, required } = question;
  return [
    answerKinds[answer.kind][ctx.language],
    periodWords(ctx, question),
    required && texts[ctx.language].required,
    condition && condition.terms.length > 0 && conditionWords(ctx, condition, questions),
  ].filter(Boolean);
}

/** What can be answered, and from which records it is drafted. */
function questionLines(ctx: RequestContext, { answer, bindings }: Question): readonly Content[] {
  const t = texts[ctx.language];
  const options = answer.kind === 'yesNo' ? [] : optionsOf(answer);
  return [
    answer.kind === 'matrix' &&
      html`${t.rows}: <span lang="sv">${answer.rows.map(({ text }) => text).join(' · ')}</span>`,
    options.length > 0 &&
      html`${t.options}: <span lang="sv">${options.map(({ text, exclusive }) => (exclusive ? `${text} (${t.alone})` : text)).join(' · ')}</span>`,
    answer.kind === 'scale' &&
      html`${answer.from} <span lang="sv">${answer.lowLabel}</span> – ${answer.to} <span lang="sv">${answer.highLabel}</span>`,
    bindings.length > 0 &&
      html`${t.from}: ${bindings.map(({ kind, words }, index) => html`${index > 0 ? ' · ' : null}${bindingKinds[kind][ctx.language]} <span lang="sv">${words.join(', ')}</span>`)}`,
  ].filter((line) => line !== false);
}

const levelPaths = { part: 'del', section: 'avsnitt', question: 'fraga' } as const satisfies Record<FormLevel, string>;

/** Up, down, change, remove; for a question also a sub-question of its own. */
function acts(
  ctx: RequestContext,
  version: FormVersion,
  level: FormLevel,
  code: string,
  about: string,
  question?: Question,
): Html {
  const t = texts[ctx.language];
  const at = versionPath(version.id);
  const query = encodeURIComponent(code);
  const step = (by: '1' | '-1') => ({ action: `${at}/flytta`, fields: { level, code, by } });
  const link = (href: string, text: string) =>
    html`<a href="${href}">${text}<span class="sr-only"> ${about}</span></a>`;
  return html`${moveButtons(ctx, { about, version: version.version, up: step('-1'), down: step('1') })}${link(`${at}/${levelPaths[level]}?kod=${query}`, t.edit)} ${
    question && question.parent === null ? html`${link(`${at}/fraga?under=${query}`, t.addSub)} ` : null
  }${link(`${at}/ta-bort?niva=${level}&kod=${query}`, t.remove)}`;
}

function paragraphs(text: string | null): readonly Html[] {
  return (text ?? '')
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p lang="sv">${line}</p>`);
}
