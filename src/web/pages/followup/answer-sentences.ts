import {
  type EvidenceSource,
  type EvidenceSuggestion,
  type Report,
  type ReportClaim,
  type ReportEntry,
  type SourceNoun,
  sourceLabel,
  suggestionReasons,
  suggestionStrengths,
} from '../../../domain/reports/index.ts';
import { fillText } from '../../../kernel/fill-text.ts';
import { card } from '../../components/card/card.ts';
import { postButton } from '../../components/form/form.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { remarkText, settleHref } from './claim-remarks.ts';
import { claimTexts } from './claim-texts.ts';
import { reportTexts } from './report-texts.ts';
import { entryHref, evidenceHref, sourceKey } from './report-view.ts';
import { workTexts } from './work-texts.ts';

/** What is suggested for each sentence of an answer, by the hash of the sentence. */
export type AnswerSuggestions = ReadonlyMap<string, readonly EvidenceSuggestion[]>;

/** The saved sentences, each with its evidence, what the register has to say against it, and what is suggested as evidence. */
export function answerSentences(
  ctx: RequestContext,
  report: Report,
  entry: ReportEntry,
  suggestions: AnswerSuggestions,
): Content {
  const t = claimTexts[ctx.language];
  if (entry.claims.length === 0) return html`<p class="soft">${workTexts[ctx.language].noSavedText}</p>`;
  const sure = entry.claims.some(
    (claim) => claim.state !== 'supported' && suggestions.get(claim.hash)?.some((one) => one.strength === 'sure'),
  );
  const all = sure
    ? postButton(ctx, { action: `${entryHref(report, entry)}/belagg/sakra`, text: t.confirmSure, variant: 'secondary' })
    : null;
  return html`${all}${entry.claims.map((claim) => sentence(ctx, report, entry, claim, suggestions.get(claim.hash) ?? []))}`;
}

function sentence(
  ctx: RequestContext,
  report: Report,
  entry: ReportEntry,
  claim: ReportClaim,
  suggestions: readonly EvidenceSuggestion[],
): Html {
  const words = reportTexts[ctx.language];
  const flag = { supported: words.entryState.ready, unsupported: words.withoutEvidence, sourceGone: words.sourceGone };
  const proved = claim.state === 'supported';
  return card({
    level: 3,
    ...(proved && claim.findings.every((one) => one.kind === 'onlyFromReport') ? {} : { tone: 'warning' as const }),
    body: html`<p lang="sv"><span class="claim" data-proved="${proved ? 'true' : 'false'}">${claim.text}</span></p>
${proved ? null : html`<p>${tag({ text: flag[claim.state], tone: 'late' })}</p>`}${evidence(ctx, report, entry, claim)}${findings(ctx, report, entry, claim)}${suggested(ctx, report, entry, claim, suggestions)}`,
  });
}

function evidence(ctx: RequestContext, report: Report, entry: ReportEntry, claim: ReportClaim): Content {
  const words = reportTexts[ctx.language];
  if (claim.evidence.length === 0) return null;
  return html`<ul class="desk-unused">${claim.evidence.map((source) => {
    const label = labelOf(ctx, source);
    const link =
      source.noun === 'assignment' || source.gone || source.secret
        ? html`<span lang="sv">${label}</span>`
        : html`<a href="${evidenceHref(source)}" lang="sv">${label}</a>`;
    return html`<li>${link}${source.gone ? html` <span class="claim-flag">${words.sourceGone}</span>` : null} ${postButton(
      ctx,
      {
        action: `${entryHref(report, entry)}/belagg/ta-bort`,
        text: words.removeEvidence,
        variant: 'quiet',
        about: words.removeAbout(label),
        fields: { claimHash: claim.hash, noun: source.noun, sourceId: source.id },
      },
    )}</li>`;
  })}</ul>`;
}

/** What a source is called when the register only points at the assignment itself, or no longer has the record. */
function labelOf(ctx: RequestContext, source: EvidenceSource): string {
  const t = reportTexts[ctx.language];
  const named: SourceNoun = source.noun;
  if (named === 'assignment') return t.registerProves;
  return source.title === '' && !source.secret && source.date === null ? t.sourceGoneBody : sourceLabel(source);
}

function findings(ctx: RequestContext, report: Report, entry: ReportEntry, claim: ReportClaim): Content {
  const t = claimTexts[ctx.language];
  const today = ctx.services.runtime.today();
  const said = claim.findings.filter(
    ({ kind, until }) => kind !== 'unsupported' && kind !== 'sourceGone' && (until === undefined || today < until),
  );
  const open = claim.findings.some(({ kind }) => kind !== 'onlyFromReport' && !claim.settlement?.kinds.includes(kind));
  const { settlement } = claim;
  return html`${said.length > 0 ? html`<ul>${said.map((one) => html`<li>${remarkText(ctx, one)}</li>`)}</ul>` : null}${settlement ? html`<p class="soft">${t.settledBy(settlement.by, ctx.format.date(settlement.on), settlement.reason)}</p>` : null}${open ? html`<p><a href="${settleHref(report, entry, claim.hash)}">${t.settle}<span class="sr-only"> ${t.settleAbout(claim.text)}</span></a></p>` : null}`;
}

function suggested(
  ctx: RequestContext,
  report: Report,
  entry: ReportEntry,
  claim: ReportClaim,
  suggestions: readonly EvidenceSuggestion[],
): Content {
  const t = claimTexts[ctx.language];
  if (suggestions.length === 0) return null;
  return html`<h3>${t.suggestions}</h3><ul class="desk-unused">${suggestions
    .slice(0, 5)
    .map(({ source, reason, values, strength }) => {
      const label = sourceLabel(source);
      const date = values.date?.length === 10 ? ctx.format.date(values.date) : (values.date ?? '');
      const why = fillText(suggestionReasons[reason][ctx.language], ctx.language, { ...values, date });
      return html`<li><a href="${evidenceHref(source)}" lang="sv">${label}</a> ${tag({ text: suggestionStrengths[strength][ctx.language], tone: strength === 'sure' ? 'ok' : 'neutral' })}<br><span class="soft">${why}</span> ${postButton(
        ctx,
        {
          action: `${entryHref(report, entry)}/belagg`,
          text: t.confirm,
          variant: 'quiet',
          about: t.confirmAbout(label),
          fields: { claimHash: claim.hash, source: sourceKey(source) },
        },
      )}</li>`;
    })}</ul>`;
}
