import {
  type AnswerType,
  answerTypeCodes,
  answerTypes,
  type ClaimToSettle,
  type ComparedEntry,
  claimFindingKinds,
  isDirectedElsewhere,
  type Report,
  type ReportEntry,
  standingAnswers,
} from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { button } from '../../components/button/button.ts';
import { field } from '../../components/field/field.ts';
import { group } from '../../components/fieldset/fieldset.ts';
import { hiddenFields } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { reportDesk } from '../../components/report-desk/report-desk.ts';
import { sideBySide } from '../../components/side-by-side/side-by-side.ts';
import { tag } from '../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { lastTime } from './last-time.ts';
import { reportFrame } from './report-page.ts';
import { entryHref, entryNumber, entryState } from './report-view.ts';
import { type SavedAnswers, seenOf, seenTexts } from './save-answers.ts';
import { workTexts } from './work-texts.ts';
import { writeTexts } from './write-texts.ts';

/** What the page shows beside the report: what to look at, and what was answered last. */
export type WriteFacts = {
  readonly report: Report;
  readonly toSettle: readonly ClaimToSettle[];
  readonly compared: readonly ComparedEntry[];
};

/** The whole report as one form: every answer with its version, so that a person writes it without leaving the page. */
export function reportWritePage(
  ctx: RequestContext,
  facts: WriteFacts,
  sent?: { readonly state: FormState; readonly outcome: Pick<SavedAnswers, 'conflicts' | 'textsConflict'> },
): Page {
  const t = writeTexts[ctx.language];
  const { report } = facts;
  const { crumbs } = reportFrame(ctx, report);
  const here = recordAddress('report', report.id);
  const entries = report.entries.filter((entry) => !isDirectedElsewhere(entry));
  const state = stateOf(report, sent);
  const conflicts = new Set(sent?.outcome.conflicts);
  const numbers = entries.filter(({ id }) => conflicts.has(id)).map(entryNumber);
  return page({
    title: t.title,
    width: 'wide',
    script: 'reportScript',
    status: conflicts.size > 0 || sent?.outcome.textsConflict ? 409 : 200,
    crumbs: [...crumbs.slice(0, -1), { text: crumbs.at(-1)?.text ?? '', href: here }, { text: t.title }],
    lead: t.lead,
    body: html`${
      conflicts.size > 0
        ? notice(ctx, {
            tone: 'warning',
            title: t.conflictTitle(ctx.format.list(numbers)),
            body: html`<p>${t.conflictBody}</p><ul>${entries
              .filter(({ id }) => conflicts.has(id))
              .map(
                (entry) =>
                  html`<li><a href="#svar-${entry.id}">${entryNumber(entry)}. <span lang="sv">${entry.assignment.title}</span></a></li>`,
              )}</ul>`,
          })
        : null
    }${sent?.outcome.textsConflict ? notice(ctx, { tone: 'warning', body: t.textsConflict }) : null}
<form method="post" action="${here}/skriv" novalidate class="form" data-guard data-autosave data-saving="${t.autosaving}" data-saved="${t.autosaved}" data-stopped="${t.autosaveStopped}">${hiddenFields(ctx)}<input type="hidden" name="reportVersion" value="${report.version}"><input type="hidden" name="seenTexts" value="${seenTexts(report)}">
${reportDesk({
  label: t.answers,
  items: entries.map((entry) => ({
    href: `#svar-${entry.id}`,
    number: entryNumber(entry),
    title: entry.assignment.title,
    state: tag(entryState(ctx, entry)),
  })),
  body: html`${surrounding(ctx, report, state, 'foreword', sent?.outcome.textsConflict)}${entries.map((entry) => answerFields(ctx, facts, entry, state, conflicts.has(entry.id)))}${surrounding(ctx, report, state, 'closing', sent?.outcome.textsConflict)}`,
})}
<div class="actions">${button({ text: t.save })}<button type="submit" class="ds-button" data-variant="secondary" name="next" value="ready">${t.saveAndReady}</button><a class="ds-button" data-variant="tertiary" href="${here}">${ctx.t.components.cancel}</a><span role="status" class="soft" data-autosave-status></span></div></form>`,
  });
}

function surrounding(
  ctx: RequestContext,
  report: Report,
  state: FormState,
  name: 'foreword' | 'closing',
  conflict: boolean | undefined,
): Html {
  const w = workTexts[ctx.language];
  const labels = { foreword: [w.foreword, w.forewordHint, 5], closing: [w.closing, w.closingHint, 3] } as const;
  const [label, hint, rows] = labels[name];
  return html`${conflict ? bothWords(ctx, report[name], state, name) : null}${field(ctx, { kind: 'textarea', name, label, hint, rows, optional: true, state })}`;
}

/** One answer: what is asked, what to look at, the text, and the ways to answer without writing. */
function answerFields(
  ctx: RequestContext,
  { report, toSettle, compared }: WriteFacts,
  entry: ReportEntry,
  state: FormState,
  conflict: boolean,
): Html {
  const t = writeTexts[ctx.language];
  const { id } = entry;
  const before = compared.find((one) => one.entry.id === id);
  const remarks = toSettle.filter((one) => one.entryId === id && one.settled === null);
  const types = answerTypeCodes.map((code: AnswerType) => ({
    value: code,
    text: answerTypes[code].label[ctx.language],
  }));
  return html`<section id="svar-${id}">${group(
    `${entryNumber(entry)}. ${entry.assignment.title}`,
    html`${entry.assignment.fullText ? html`<p lang="sv">${entry.assignment.fullText}</p>` : null}
${before ? lastTime(ctx, before) : null}${remarks.length > 0 ? remarkList(ctx, remarks) : null}${conflict ? bothWords(ctx, entry.answer, state, `answer.${id}`) : null}
<input type="hidden" name="versions.${id}" value="${entry.version}"><input type="hidden" name="seen.${id}" value="${seenOf(entry)}">
${field(ctx, { kind: 'textarea', name: `answer.${id}`, label: t.answer, rows: 4, state })}
${field(ctx, { kind: 'select', name: `type.${id}`, label: t.answerType, optional: true, empty: t.typeRead, state, options: types })}
${standing(ctx, entry, state)}
${beside(ctx, report, entry, before?.last ?? null)}`,
  )}</section>`;
}

function remarkList(ctx: RequestContext, remarks: readonly ClaimToSettle[]): Html {
  const t = writeTexts[ctx.language];
  return notice(ctx, {
    tone: 'warning',
    title: t.lookAt,
    body: html`<ul>${remarks.map(
      ({ kind, claim, date }) =>
        html`<li>${claimFindingKinds[kind][ctx.language]}${date ? `, ${date.length === 10 ? ctx.format.date(date) : date}` : ''}${claim ? html`: <span lang="sv">”${claim.text}”</span>` : null}</li>`,
    )}</ul>`,
  });
}

/** The one-press answers. They stand behind a summary because they replace what is written. */
function standing(ctx: RequestContext, entry: ReportEntry, state: FormState): Html {
  const t = writeTexts[ctx.language];
  return html`<details><summary>${t.standing}<span class="sr-only"> (${entryNumber(entry)})</span></summary><p class="soft">${t.standingHint}</p>${field(ctx, { kind: 'date', name: `recheck.${entry.id}`, label: `${t.recheck} (${answerTypes.notNow.label[ctx.language].toLocaleLowerCase(ctx.language)})`, optional: true, state })}<div class="actions">${standingAnswers.map(
    (answer) =>
      html`<button type="submit" class="ds-button" data-variant="secondary" name="standing" value="${answer}:${entry.id}">${answerTypes[answer].label[ctx.language]}<span class="sr-only"> (${entryNumber(entry)})</span></button>`,
  )}</div></details>`;
}

function beside(ctx: RequestContext, report: Report, entry: ReportEntry, last: ComparedEntry['last']): Html {
  const t = writeTexts[ctx.language];
  const proofs = new Set(
    entry.claims.flatMap((claim) => claim.evidence.filter((one) => !one.gone).map((one) => `${one.noun}:${one.id}`)),
  ).size;
  const quotation: Content = entry.quotation
    ? html`<details><summary lang="sv">${entry.quotation.label}</summary><blockquote lang="sv">${entry.quotation.text}</blockquote></details>`
    : null;
  const before: Content = last
    ? html`<details><summary>${t.lastAnswer(last.year)}: ${answerTypes[last.answerType].label[ctx.language]}</summary><blockquote lang="sv">${last.answer}</blockquote></details>`
    : null;
  return html`${quotation}${before}<p class="soft"><a href="${entryHref(report, entry)}">${t.open}<span class="sr-only"> (${entryNumber(entry)})</span></a> · ${proofs > 0 ? t.evidence(proofs) : t.noEvidence}</p>`;
}

/** What is saved now beside what was typed; the field below still holds the typed text. */
function bothWords(ctx: RequestContext, saved: string, state: FormState, name: string): Html {
  const t = writeTexts[ctx.language];
  const typed = [state.values[name] ?? ''].flat().join('\n');
  return sideBySide({
    leftLabel: t.savedByOther,
    rightLabel: t.yours,
    left: html`<h4>${t.savedByOther}</h4><blockquote lang="sv">${saved}</blockquote>`,
    right: html`<h4>${t.yours}</h4><blockquote lang="sv">${typed}</blockquote>`,
  });
}

/** What is saved, except where what was typed could not be saved. */
function stateOf(
  report: Report,
  sent: { readonly state: FormState; readonly outcome: Pick<SavedAnswers, 'conflicts' | 'textsConflict'> } | undefined,
): FormState {
  const values: Record<string, string | readonly string[] | undefined> = {
    foreword: report.foreword,
    closing: report.closing,
  };
  for (const entry of report.entries) {
    values[`answer.${entry.id}`] = entry.answer;
    values[`type.${entry.id}`] = entry.edited ? entry.answerType : undefined;
  }
  if (!sent) return freshForm(values);
  // After a refusal of the whole form everything that was typed stands; after conflicts only what they kept from being saved.
  const typed = sent.state.problems.length > 0 ? Object.keys(sent.state.values) : typedInConflicts(sent.outcome);
  for (const name of typed) values[name] = sent.state.values[name];
  return { values, problems: sent.state.problems };
}

function typedInConflicts({ conflicts, textsConflict }: Pick<SavedAnswers, 'conflicts' | 'textsConflict'>): string[] {
  return [
    ...conflicts.flatMap((id) => [`answer.${id}`, `type.${id}`, `recheck.${id}`]),
    ...(textsConflict ? ['foreword', 'closing'] : []),
  ];
}
