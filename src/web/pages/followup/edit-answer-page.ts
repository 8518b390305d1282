import {
  type AnswerType,
  answerTypeCodes,
  answerTypes,
  type ComparedEntry,
  type EvidenceSource,
  isDirectedElsewhere,
  type MadeQuotationChoice,
  type Report,
  type ReportEntry,
  sourceLabel,
} from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { help } from '../../components/help/help.ts';
import { sideBySide } from '../../components/side-by-side/side-by-side.ts';
import { tag } from '../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { answerQuotation } from './answer-quotation.ts';
import { type AnswerSuggestions, answerSentences } from './answer-sentences.ts';
import { lastTime } from './last-time.ts';
import { reportFrame } from './report-page.ts';
import { entryHref, entryNumber, entryState, sourceKey } from './report-view.ts';
import { workTexts } from './work-texts.ts';

/** What the page of one answer shows beside the answer itself. */
export type AnswerFacts = {
  readonly report: Report;
  readonly entry: ReportEntry;
  /** The answer beside the one of last time; undefined only when the entry is gone. */
  readonly compared: ComparedEntry | undefined;
  readonly suggestions: AnswerSuggestions;
  readonly quotationHistory: readonly MadeQuotationChoice[];
};

/** Which of the forms of the page was sent and could not be taken. */
export type AnswerForms = {
  readonly answer?: FormState;
  readonly attach?: FormState;
  readonly quotation?: FormState;
};

/** One answer: its text and kind, and beside them the saved sentences with their evidence, last year's answer, and the way to attach more. */
export function editAnswerPage(ctx: RequestContext, facts: AnswerFacts, forms: AnswerForms = {}): Page {
  const t = workTexts[ctx.language];
  const { report, entry } = facts;
  const { crumbs } = reportFrame(ctx, report);
  const here = recordAddress('report', report.id);
  const title = t.editTitle(entryNumber(entry));
  return page({
    title,
    width: 'wide',
    crumbs: [...crumbs.slice(0, -1), { text: crumbs.at(-1)?.text ?? '', href: here }, { text: title }],
    lead: html`<span lang="sv">${entry.assignment.fullText ?? entry.assignment.title}</span>`,
    body: sideBySide({
      leftLabel: t.answer,
      rightLabel: t.evidenceOfSentences,
      left: html`${answerForm(ctx, facts, forms.answer)}${answerQuotation(ctx, report, entry, facts.quotationHistory, forms.quotation)}${lastYear(ctx, facts.compared)}${neighbours(ctx, report, entry)}`,
      right: html`<h2>${t.evidenceOfSentences}</h2><p class="soft">${t.savedTextHelp}</p>${answerSentences(ctx, report, entry, facts.suggestions)}${attachForm(ctx, report, entry, forms.attach)}`,
    }),
  });
}

function answerForm(ctx: RequestContext, { report, entry }: AnswerFacts, sent?: FormState): Html {
  const t = workTexts[ctx.language];
  const state = sent ?? freshForm({ answer: entry.answer, answerType: entry.edited ? entry.answerType : undefined });
  const labels = { answer: t.answer, answerType: t.answerType };
  const fields = html`${state.conflict ? bothTexts(ctx, entry, state) : null}${field(ctx, {
    kind: 'textarea',
    name: 'answer',
    label: t.answer,
    hint: t.answerHint,
    rows: 8,
    state,
  })}${field(ctx, {
    kind: 'select',
    name: 'answerType',
    label: t.answerType,
    hint: t.answerTypeHint,
    optional: true,
    empty: t.answerTypeRead,
    state,
    options: answerTypeCodes.map((code: AnswerType) => ({ value: code, text: answerTypes[code].label[ctx.language] })),
  })}`;
  const proposal = entry.edited
    ? html`<a class="ds-button" data-variant="tertiary" href="${entryHref(report, entry)}/forslag">${t.proposal}</a>`
    : null;
  return form(ctx, {
    action: entryHref(report, entry),
    submit: t.save,
    state,
    labels,
    body: fields,
    version: entry.version,
    more: proposal,
    cancel: { href: `${recordAddress('report', report.id)}#svar-${entry.id}` },
  });
}

/** What is saved now beside what was typed, when someone else saved in between. The form carries the new version: saving again is a choice. */
function bothTexts(ctx: RequestContext, entry: ReportEntry, state: FormState): Html {
  const t = workTexts[ctx.language];
  const typed = [state.values.answer ?? ''].flat().join('\n');
  return sideBySide({
    leftLabel: t.savedByOther,
    rightLabel: t.yourText,
    left: html`<h3>${t.savedByOther}</h3><blockquote lang="sv">${entry.answer}</blockquote>`,
    right: html`<h3>${t.yourText}</h3><blockquote lang="sv">${typed}</blockquote>`,
  });
}

/** Says which sentence a record proves: one question for the sentence, one for the record, as the register has them for the assignment. */
function attachForm(ctx: RequestContext, report: Report, entry: ReportEntry, sent?: FormState): Content {
  const t = workTexts[ctx.language];
  if (entry.claims.length === 0) return null;
  const sources = attachable(entry);
  if (sources.length === 0)
    return card({ title: t.attachTitle, id: 'koppla', body: html`<p>${t.attachNoSources}</p>` });
  const unproved = entry.claims.find((claim) => claim.state !== 'supported');
  const wanted = ctx.url.searchParams;
  const state =
    sent ??
    freshForm({
      claimHash: wanted.get('mening') ?? (unproved ?? entry.claims[0])?.hash,
      source: wanted.get('kalla') ?? (entry.unused[0] && sourceKey(entry.unused[0])),
    });
  return card({
    title: t.attachTitle,
    id: 'koppla',
    body: form(ctx, {
      action: `${entryHref(report, entry)}/belagg`,
      submit: t.attachSubmit,
      variant: 'secondary',
      state,
      labels: { claimHash: t.sentence, source: t.source },
      body: html`${field(ctx, {
        kind: 'select',
        name: 'claimHash',
        label: t.sentence,
        state,
        options: entry.claims.map(({ hash, text }) => ({ value: hash, text: shortened(text) })),
      })}${field(ctx, {
        kind: 'select',
        name: 'source',
        label: t.source,
        state,
        options: sources.map((source) => ({ value: sourceKey(source), text: shortened(sourceLabel(source)) })),
      })}`,
    }),
  });
}

/** What can be attached: first what no sentence uses, then what other sentences already use. */
function attachable(entry: ReportEntry): readonly EvidenceSource[] {
  const used = entry.claims.flatMap((claim) => claim.evidence.filter((one) => !one.gone && one.noun !== 'assignment'));
  return [...new Map([...entry.unused, ...used].map((source) => [sourceKey(source), source])).values()];
}

function lastYear(ctx: RequestContext, compared: AnswerFacts['compared']): Html {
  const t = workTexts[ctx.language];
  const last = compared?.last;
  if (!compared || !last) return html`<p class="soft">${t.noLastYear}</p>`;
  return help({
    summary: t.lastYear(last.year),
    open: true,
    body: html`<p lang="sv">${last.answer}</p>${lastTime(ctx, compared)}<p><a href="${recordAddress('reportEntry', last.entryId, last.reportId)}">${t.openLastYear(last.year)}</a></p>`,
  });
}

function neighbours(ctx: RequestContext, report: Report, entry: ReportEntry): Html {
  const t = workTexts[ctx.language];
  const own = report.entries.filter((one) => one.id === entry.id || !isDirectedElsewhere(one));
  const at = own.findIndex((one) => one.id === entry.id);
  const link = (other: ReportEntry | undefined, text: string): Content =>
    other &&
    html`<a href="${entryHref(report, other)}">${text}: ${entryNumber(other)}</a> ${tag(entryState(ctx, other))} `;
  return html`<p>${link(own[at - 1], t.previous)} ${link(own[at + 1], t.next)}</p>`;
}

/** Long sentences are cut in a choice; they stand whole above it. */
function shortened(text: string): string {
  return text.length > 110 ? `${text.slice(0, 107).trimEnd()}…` : text;
}
