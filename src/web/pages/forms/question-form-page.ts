import {
  type AnswerKind,
  answerKinds,
  bindingKinds,
  type FormVersion,
  optionsOf,
  printedCode,
  type Question,
  questionsOf,
} from '../../../domain/forms/index.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field, typedIn } from '../../components/field/field.ts';
import { choices, group, tickBox } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { answerFields } from './answer-form-fields.ts';
import { formCrumbs, versionPath } from './form-list-page.ts';
import { before } from './heading-form-page.ts';
import { answerKindCodes, bindingKindCodes, termValue } from './question-input.ts';
import { questionValues } from './question-values.ts';
import { texts } from './texts.ts';

/** Where a question is written: what is asked, how it is answered, when it is asked and from what it is drafted. */
export function questionFormPage(
  ctx: RequestContext,
  version: FormVersion,
  /** The question as it is saved; nothing for a new one. */
  saved: { readonly question: Question; readonly into: string } | undefined,
  state: FormState,
): Page {
  const t = texts[ctx.language];
  const kind = (answerKindCodes.find((code) => code === typedIn(state, 'kind')) ?? 'yesNo') as AnswerKind;
  const title = saved ? `${t.edit}: ${t.question(printedCode(saved.question.code))}` : t.addQuestion;
  const questions = questionsOf(version.structure);
  const labels = fieldLabels(ctx);
  return page({
    title,
    width: 'text',
    crumbs: formCrumbs(ctx, version, title),
    body: html`${kindLinks(ctx, version, saved?.question.code, kind)}${form(ctx, {
      action: `${versionPath(version.id)}/fraga`,
      submit: t.save,
      state,
      labels,
      version: version.version,
      cancel: { href: versionPath(version.id) },
      body: html`${saved ? savedNow(ctx, saved, state, labels) : null}${before(saved?.question.code, state)}<input type="hidden" name="kind" value="${kind}">
${field(ctx, { kind: 'textarea', name: 'text', label: t.questionText, rows: 3, state })}
${field(ctx, { name: 'code', label: t.code, hint: t.codeHint, width: 'short', state })}
${placeFields(ctx, version, saved?.question.code, state)}
${field(ctx, { kind: 'textarea', name: 'guidance', label: t.guidance, hint: t.guidanceHint, optional: true, rows: 3, state })}
${tickBox({ name: 'required', label: t.mustAnswer, state })}
${answerFields(ctx, kind, state)}
${conditionFields(ctx, earlierThan(questions, version, saved?.question.code, typedIn(state, 'into')), state)}
${periodFields(ctx, state)}
${group(
  t.more,
  html`${field(ctx, { name: 'commentLabel', label: t.comment, hint: t.commentHint, optional: true, width: 'full', state })}
${field(ctx, { name: 'attachment', label: t.attachment, hint: t.attachmentHint, optional: true, width: 'full', state })}${bindingFields(ctx, state)}`,
)}`,
    })}`,
  });
}

/** Names of fields that the summary of errors and the comparison of texts say in words. */
function fieldLabels({ language }: RequestContext): Readonly<Record<string, string>> {
  const t = texts[language];
  return {
    text: t.questionText,
    code: t.code,
    guidance: t.guidance,
    into: t.inSection,
    parent: t.subOf,
    periodYear: t.periodYear,
    periodDate: t.periodDate,
    from: t.lowest,
    to: t.highest,
    commentLabel: t.comment,
    attachment: t.attachment,
  };
}

function savedNow(
  ctx: RequestContext,
  { question, into }: { readonly question: Question; readonly into: string },
  state: FormState,
  labels: Readonly<Record<string, string>>,
): Content {
  const values = questionValues(question, into);
  return bothTexts(ctx, {
    state,
    fields: Object.entries(labels).map(([name, label]) => ({ name, label, saved: String(values[name] ?? '') })),
  });
}

/** Another kind of answer has other fields, so it is another address; what was typed and not saved stays behind, which the browser warns of. */
function kindLinks(ctx: RequestContext, version: FormVersion, code: string | undefined, kind: AnswerKind): Html {
  const t = texts[ctx.language];
  const { searchParams } = ctx.url;
  const kept = ['i', 'under'].flatMap((name) => {
    const value = searchParams.get(name);
    return value ? [[name, value] as [string, string]] : [];
  });
  const href = (to: AnswerKind) =>
    `${versionPath(version.id)}/fraga?${new URLSearchParams([...(code ? [['kod', code] as [string, string]] : kept), ['slag', to]])}`;
  const others = answerKindCodes.filter((one) => one !== kind);
  return html`<p>${t.answerKind}: <strong>${answerKinds[kind][ctx.language]}</strong>. ${t.changeKind} ${others.map(
    (one, index) => html`${index > 0 ? ', ' : null}<a href="${href(one)}">${answerKinds[one][ctx.language]}</a>`,
  )}.</p>`;
}

function placeFields(ctx: RequestContext, version: FormVersion, code: string | undefined, state: FormState): Html {
  const t = texts[ctx.language];
  const parents = questionsOf(version.structure).filter(({ parent, code: own }) => parent === null && own !== code);
  return html`${field(ctx, {
    kind: 'select',
    name: 'into',
    label: t.inSection,
    state,
    options: version.structure.parts.flatMap((part) =>
      part.sections.map((section) => ({ value: section.code, text: `${part.title} – ${section.title}` })),
    ),
  })}${field(ctx, {
    kind: 'select',
    name: 'parent',
    label: t.subOf,
    optional: true,
    empty: t.noParent,
    state,
    options: parents.map((parent) => ({ value: parent.code, text: shortName(parent) })),
  })}`;
}

function shortName({ code, text }: Question): string {
  return `${printedCode(code)}. ${text.length > 70 ? `${text.slice(0, 69)}…` : text}`;
}

/** Questions that a condition may name: those before this one; before a new one, those up to the end of its section. */
function earlierThan(
  questions: readonly Question[],
  version: FormVersion,
  code: string | undefined,
  into: string,
): readonly Question[] {
  const at = questions.findIndex((question) => question.code === code);
  if (at >= 0) return questions.slice(0, at);
  const section = version.structure.parts.flatMap((part) => part.sections).find((one) => one.code === into);
  const last = section?.questions.at(-1);
  return last ? questions.slice(0, questions.indexOf(last) + 1) : questions;
}

function conditionFields(ctx: RequestContext, earlier: readonly Question[], state: FormState): Html {
  const t = texts[ctx.language];
  const wanted = earlier.flatMap((question) =>
    rowsOf(question).flatMap((row) =>
      optionsOf(question.answer).map((option) => ({
        value: termValue({ question: question.code, row: row?.code ?? null, option: option.code }),
        text: `${shortName(question)}${row ? ` – ${row.text}` : ''} = ${option.text}`,
      })),
    ),
  );
  const known = Object.keys(state.values).filter((name) => /^terms\.\d+$/u.test(name) && state.values[name]);
  const count = Math.max(known.length + 2, 3);
  return group(
    t.condition,
    html`${choices(ctx, {
      kind: 'radio',
      name: 'when',
      legend: t.conditionWhen,
      state: state.values.when === undefined ? { ...state, values: { ...state.values, when: 'always' } } : state,
      options: [
        { value: 'always', text: t.conditionAlways },
        { value: 'all', text: t.conditionAll },
        { value: 'any', text: t.conditionAny },
      ],
    })}${Array.from({ length: count }, (_, index) => termField(ctx, index, wanted, state))}`,
  );
}

/** A term that is saved but cannot be chosen any more stays in its list, so that saving does not lose it unseen; the lint tells of it. */
function termField(
  ctx: RequestContext,
  index: number,
  wanted: readonly { readonly value: string; readonly text: string }[],
  state: FormState,
): Html {
  const t = texts[ctx.language];
  const name = `terms.${index}`;
  const value = typedIn(state, name);
  const lost = value && !wanted.some((one) => one.value === value) ? [{ value, text: `? ${value}` }] : [];
  return field(ctx, {
    kind: 'select',
    name,
    label: t.term(index + 1),
    ...(index === 0 && { hint: t.termHint }),
    optional: true,
    empty: t.termNone,
    state,
    options: [...lost, ...wanted],
  });
}

function rowsOf({ answer }: Question): readonly ({ readonly code: string; readonly text: string } | undefined)[] {
  return answer.kind === 'matrix' ? answer.rows : [undefined];
}

function periodFields(ctx: RequestContext, state: FormState): Html {
  const t = texts[ctx.language];
  return html`${choices(ctx, {
    kind: 'radio',
    name: 'periodKind',
    legend: t.period,
    state:
      state.values.periodKind === undefined ? { ...state, values: { ...state.values, periodKind: 'none' } } : state,
    options: [
      { value: 'none', text: t.periodNone },
      { value: 'during', text: t.periodDuring },
      { value: 'since', text: t.periodSince },
      { value: 'asOf', text: t.periodAsOf },
    ],
  })}${field(ctx, { name: 'periodYear', label: t.periodYear, optional: true, width: 'short', state })}${field(ctx, { kind: 'date', name: 'periodDate', label: t.periodDate, optional: true, state })}`;
}

function bindingFields(ctx: RequestContext, state: FormState): Html {
  const t = texts[ctx.language];
  const known = Object.keys(state.values).filter((name) => /^bindings\.\d+\.kind$/u.test(name) && state.values[name]);
  return html`${Array.from({ length: known.length + 1 }, (_, index) =>
    group(
      t.binding(index + 1),
      html`${field(ctx, {
        kind: 'select',
        name: `bindings.${index}.kind`,
        label: t.bindingKind,
        optional: true,
        empty: t.termNone,
        state,
        options: bindingKindCodes.map((code) => ({ value: code, text: bindingKinds[code][ctx.language] })),
      })}${field(ctx, { name: `bindings.${index}.words`, label: t.bindingWords, optional: true, width: 'full', state })}`,
    ),
  )}`;
}
