import type { Sheet } from '../../../documents/out/index.ts';
import {
  answerKinds,
  changesBetween,
  type FormChange,
  type FormVersion,
  formChangeKinds,
  optionsOf,
  printedCode,
  type Question,
  questionsOf,
} from '../../../domain/forms/index.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { conditionWords, periodWords } from '../../components/form-question/question-fields.ts';
import { help } from '../../components/help/help.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext, Ui } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { formCrumbs, versionName, versionPath } from './form-list-page.ts';
import { texts } from './texts.ts';

export type ComparedVersions = { readonly newer: FormVersion; readonly older: FormVersion };

/** What a version asks otherwise than another, question by question, with the words of both. */
export function changesPage(ctx: RequestContext, { newer, older }: ComparedVersions): Page {
  const t = texts[ctx.language];
  const changes = changesBetween(older.structure, newer.structure);
  const title = t.changesTitle(
    versionName(ctx, older).toLocaleLowerCase('sv'),
    versionName(ctx, newer).toLocaleLowerCase('sv'),
  );
  const path = `${versionPath(newer.id)}/jamfor/${older.id}`;
  const times = changes.filter(({ kind }) => kind === 'periodChanged');
  // A new year moves the time of nearly every question: told once, so that what is asked otherwise is seen.
  const folded = times.length > 3 ? times : [];
  const told = changes.filter((change) => !folded.includes(change));
  return page({
    title,
    width: 'wide',
    crumbs: formCrumbs(ctx, newer, t.compare),
    lead: html`<span lang="sv">${newer.form.title}</span>`,
    body:
      changes.length === 0
        ? html`<p>${t.changesNone}</p>`
        : html`<p>${t.changesCount(changes.length)}</p>${exportLinks(ctx, { href: (format) => `${path}/fil/${format}` })}${told.length > 0 ? changesTable(ctx, { newer, older }, told, title) : null}${
            folded.length > 0
              ? help({
                  summary: t.timesMoved(folded.length),
                  body: changesTable(ctx, { newer, older }, folded, t.timesMoved(folded.length)),
                  open: told.length === 0,
                })
              : null
          }`,
  });
}

function changesTable(
  ctx: RequestContext,
  compared: ComparedVersions,
  changes: readonly FormChange[],
  caption: string,
) {
  const t = texts[ctx.language];
  return table(ctx, {
    caption,
    captionHidden: true,
    columns: [
      { key: 'question', text: t.asked },
      { key: 'change', text: t.change },
      { key: 'before', text: t.before },
      { key: 'after', text: t.after },
    ],
    rows: changes.map((change) => {
      const { before, after } = changeWords(ctx, change, compared);
      const tone = change.kind === 'added' ? 'ok' : change.kind === 'removed' ? 'late' : 'info';
      return {
        question: printedCode(change.question),
        change: tag({ text: formChangeKinds[change.kind][ctx.language], tone }),
        before: html`<span lang="sv">${before}</span>`,
        after: html`<span lang="sv">${after}</span>`,
      };
    }),
  });
}

/** The same as a table for a spreadsheet. */
export function changesSheet(ui: Ui, { newer, older }: ComparedVersions): Sheet {
  const t = texts[ui.language];
  return {
    title: t.compare,
    language: ui.language,
    columns: [t.questions, t.change, t.before, t.after].map((head) => ({ head, kind: 'text' as const })),
    rows: changesBetween(older.structure, newer.structure).map((change) => {
      const { before, after } = changeWords(ui, change, { newer, older });
      return [printedCode(change.question), formChangeKinds[change.kind][ui.language], before, after];
    }),
  };
}

function changeWords(ui: Ui, change: FormChange, { newer, older }: ComparedVersions) {
  if (change.kind === 'moved') return { before: change.sections.before ?? '', after: change.sections.after ?? '' };
  const words = (question: Question | null, version: FormVersion) =>
    question === null ? '' : aspectWords(ui, change.kind, question, questionsOf(version.structure));
  return { before: words(change.before, older), after: words(change.after, newer) };
}

/** What a question says in the respect that changed. */
function aspectWords(ui: Ui, kind: FormChange['kind'], question: Question, questions: readonly Question[]): string {
  const t = texts[ui.language];
  const { answer, condition } = question;
  switch (kind) {
    case 'answerChanged':
      return answerKinds[answer.kind][ui.language];
    case 'optionsChanged':
      return [
        ...(answer.kind === 'matrix' ? answer.rows.map(({ text }) => text) : []),
        ...optionsOf(answer).map(({ text, exclusive }) => (exclusive ? `${text} (${t.alone})` : text)),
      ].join(' · ');
    case 'conditionChanged':
      return condition ? conditionWords(ui, condition, questions) : t.always;
    case 'periodChanged':
      return periodWords(ui, question) ?? t.periodNone;
    case 'limitsChanged':
      return limitWords(ui, question);
    case 'detailsChanged':
      return [
        question.required ? t.required : '',
        question.parent === null ? '' : `${t.subOf} ${printedCode(question.parent)}`,
        question.commentLabel ?? '',
        question.attachment?.label ?? '',
      ]
        .filter(Boolean)
        .join(' · ');
    case 'sourcesChanged':
      return question.bindings.map((binding) => `${binding.kind}: ${binding.words.join(', ')}`).join(' · ');
    default:
      return [question.text, question.guidance].filter(Boolean).join('\n');
  }
}

function limitWords({ language }: Ui, { answer }: Question): string {
  const t = texts[language];
  if (answer.kind === 'text')
    return [
      answer.mostItems === null ? '' : `${t.mostItems}: ${answer.mostItems}`,
      answer.mostCharacters === null ? '' : `${t.mostCharacters}: ${answer.mostCharacters}`,
    ]
      .filter(Boolean)
      .join(' · ');
  if (answer.kind === 'scale') return `${answer.from} ${answer.lowLabel} – ${answer.to} ${answer.highLabel}`;
  return 'cannotStateLabel' in answer ? (answer.cannotStateLabel ?? '') : '';
}
