import { type DraftSource, type ProposalReason, sourceKeyText, sourceKinds } from '../../../../domain/returns/index.ts';
import { button, linkButton } from '../../../components/button/button.ts';
import { field } from '../../../components/field/field.ts';
import { choices } from '../../../components/fieldset/fieldset.ts';
import { hiddenFields, postButton } from '../../../components/form/form.ts';
import { notice } from '../../../components/notice/notice.ts';
import { type FormState, freshForm, type RequestContext } from '../../../contracts.ts';
import { type Content, type Html, html } from '../../../html.ts';
import { aidPath, evidenceHref } from './aid-address.ts';
import type { AidFacts } from './aid-facts.ts';
import { aidTexts } from './aid-texts.ts';

/** The sources of a question: those chosen, those proposed, and a search for more. */
export function sourceViews(ctx: RequestContext, facts: AidFacts, open: boolean, state?: FormState): Html {
  const t = aidTexts[ctx.language];
  const { aid } = facts;
  return html`<section aria-labelledby="kallor"><h2 id="kallor">${t.sources}</h2>${
    aid.missing.length > 0 ? notice(ctx, { tone: 'warning', body: t.sourceGone }) : null
  }${
    aid.bound.length === 0
      ? html`<p class="soft">${t.sourcesNone}</p>`
      : html`<ul>${aid.bound.map((one) => html`<li>${boundSource(ctx, facts, one, open)}</li>`)}</ul>`
  }${open ? proposals(ctx, facts, state) : null}${open ? search(ctx, facts, state) : null}</section>`;
}

function boundSource(ctx: RequestContext, facts: AidFacts, source: DraftSource, open: boolean): Html {
  const t = aidTexts[ctx.language];
  const kind = html`<span class="soft">${sourceKinds[source.kind][ctx.language]}</span>`;
  const remove = open
    ? postButton(ctx, {
        action: `${aidPath(facts.report.id, facts.question.code)}/kallor`,
        text: t.remove,
        about: source.title,
        variant: 'quiet',
        fields: { sources: sourceKeyText(source), val: 'removed' },
      })
    : null;
  if (source.secret) return html`${kind}: ${t.sourceSecret}${remove}`;
  const [first] = source.evidence;
  const title = html`<span lang="sv">${source.title}</span>`;
  return html`${kind}: ${first ? html`<a href="${evidenceHref(facts.report.id, first)}">${title}</a>` : title}${
    source.passage === '' ? html` <span class="soft">${t.nothingToQuote}</span>` : null
  }${remove}`;
}

function proposals(ctx: RequestContext, facts: AidFacts, state?: FormState): Content {
  const t = aidTexts[ctx.language];
  const { proposed } = facts.aid;
  if (proposed.length === 0) return null;
  return html`${chooseForm(ctx, facts, {
    name: 'sources',
    legend: t.proposals,
    hint: t.proposalsHelp,
    sources: proposed,
    because: (source) => reasonWords(ctx, (source as (typeof proposed)[number]).because),
    dismissable: true,
    ...(state && { state }),
  })}`;
}

function reasonWords(ctx: RequestContext, because: ProposalReason): string {
  const t = aidTexts[ctx.language];
  switch (because.kind) {
    case 'word':
      return t.word(because.word);
    case 'lastYear':
      return t.usedLastYear(String(because.year));
    case 'successor':
      return t.successor(String(because.year));
    case 'reportOf':
      return t.reportOf;
  }
}

/** Sources to tick: used, or put aside so that they are not proposed again. */
function chooseForm(
  ctx: RequestContext,
  { report, question }: AidFacts,
  options: {
    /** The field: each form of the page has one of its own. */
    readonly name: 'sources' | 'found';
    readonly legend: string;
    readonly hint?: string;
    readonly sources: readonly DraftSource[];
    readonly because: (source: DraftSource) => string;
    readonly dismissable: boolean;
    readonly state?: FormState;
  },
): Html {
  const t = aidTexts[ctx.language];
  const { name, legend, hint, sources, because, dismissable, state = freshForm() } = options;
  return html`<form method="post" action="${aidPath(report.id, question.code)}/kallor" class="form">${hiddenFields(ctx)}${choices(
    ctx,
    {
      kind: 'checkbox',
      name,
      legend,
      ...(hint && { hint }),
      state,
      options: sources.map((source) => ({
        value: sourceKeyText(source),
        text: source.title,
        hint: [sourceKinds[source.kind][ctx.language], because(source), source.passage]
          .filter((part) => part !== '')
          .join(' · '),
      })),
    },
  )}<div class="actions">${button({ text: t.use, name: 'val', value: 'kept', variant: 'secondary' })}${
    dismissable ? button({ text: t.dismiss, name: 'val', value: 'removed', variant: 'quiet' }) : null
  }</div></form>`;
}

function search(ctx: RequestContext, facts: AidFacts, state?: FormState): Html {
  const t = aidTexts[ctx.language];
  const { report, question, found, aid } = facts;
  const path = aidPath(report.id, question.code);
  const known = new Set(aid.bound.map(sourceKeyText));
  const fresh = found?.sources.filter((one) => !known.has(sourceKeyText(one))) ?? [];
  return html`<h3 id="sok-rubrik">${t.search}</h3><form method="get" action="${path}#sok-rubrik" class="form" role="search">${field(
    ctx,
    {
      kind: 'search',
      name: 'sok',
      label: t.searchWords,
      hint: t.searchHint,
      state: freshForm({ sok: found?.words ?? '' }),
    },
  )}<div class="actions">${button({ text: t.searchSubmit, variant: 'secondary' })}</div></form>${
    found === undefined
      ? null
      : fresh.length === 0
        ? html`<p>${t.foundNone(found.words)}</p>`
        : chooseForm(ctx, facts, {
            name: 'found',
            legend: t.found,
            sources: fresh,
            because: () => '',
            dismissable: false,
            ...(state && { state }),
          })
  }`;
}

/** The links to what proves something, in a line. */
export function evidenceLinks(ctx: RequestContext, facts: AidFacts, evidence: DraftSource['evidence']): Content {
  if (evidence.length === 0) return null;
  const t = aidTexts[ctx.language];
  return html`<span class="soft">${t.evidence}: ${evidence.map(
    (one, index) =>
      html`${index > 0 ? ', ' : null}<a href="${evidenceHref(facts.report.id, one)}" lang="sv">${one.label}</a>`,
  )}</span>`;
}

/** The way back to where the answer is written. */
export function toAnswer(ctx: RequestContext, href: string): Html {
  return linkButton({ text: aidTexts[ctx.language].toAnswer, href, variant: 'secondary' });
}
