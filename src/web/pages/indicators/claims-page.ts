import type { CheckedClaim, ClaimListed } from '../../../domain/indicators/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { table } from '../../components/table/table.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { asOfWords, numberWords, pointWords, sentence, signed } from './figure-words.ts';
import { indicatorPaths } from './paths.ts';
import { texts } from './texts.ts';

/** Every change that a text claims, with what it comes to where both values are known. */
export function claimsPage(ctx: RequestContext, claims: readonly ClaimListed[]): Page {
  const t = texts[ctx.language];
  return page({
    title: t.claims,
    lead: t.claimsLead,
    crumbs: [
      { text: t.room, href: '/uppfoljning' },
      { text: t.title, href: indicatorPaths.register },
      { text: t.claims },
    ],
    body:
      claims.length === 0
        ? emptyState({ title: t.noClaims, body: t.noClaimsBody })
        : html`${claimsTable(ctx, claims)}${exportLinks(ctx, { href: (format) => `${indicatorPaths.claims}/fil/${format}` })}`,
  });
}

/** Claims beside what they come to; the page of one indicator leaves its name out. */
export function claimsTable(ctx: RequestContext, claims: readonly ClaimListed[], { named = true } = {}): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.claims,
    captionHidden: true,
    dense: true,
    columns: [
      ...(named ? ([{ key: 'indicator', text: t.indicator }] as const) : []),
      { key: 'value', text: t.value, kind: 'number' },
      { key: 'claimed', text: t.claimedChange, kind: 'number' },
      { key: 'finding', text: t.finding },
      { key: 'before', text: t.valueBefore, kind: 'number' },
      { key: 'source', text: t.source },
    ],
    rows: claims.map((claim) => ({
      indicator: html`<a href="${recordAddress('indicator', claim.indicator.id)}" lang="sv">${sentence(claim.indicator.name)}</a>`,
      value: html`<span lang="sv">${pointWords(ctx, claim.indicator, claim.point)}</span> <span class="soft">${asOfWords(ctx, claim.point.asOf)}</span>`,
      claimed: html`${signed(ctx, claim.changePercent, '%')}${claim.point.changedFrom ? html` <span class="soft">${t.since} <span lang="sv">${claim.point.changedFrom}</span></span>` : null}`,
      finding: findingWords(ctx, claim),
      before: beforeWords(ctx, claim),
      source: claim.point.sourcePassage
        ? html`<a href="${recordAddress('sourcePassage', claim.point.sourcePassage.passageId)}" lang="sv">${claim.point.sourcePassage.documentTitle}</a>`
        : '–',
    })),
  });
}

const tones: Readonly<Record<CheckedClaim['finding']['kind'], TagTone>> = {
  agrees: 'ok',
  differs: 'late',
  claimed: 'unknown',
};

function findingWords(ctx: RequestContext, { finding }: CheckedClaim): Html {
  const t = texts[ctx.language];
  const mark = tag({ text: t.findings[finding.kind], tone: tones[finding.kind] });
  if (finding.kind === 'claimed') return html`${mark} <span class="soft">${t.whyClaimed[finding.why]}</span>`;
  const computed = signed(ctx, Math.round(finding.computed * 10) / 10, '%');
  return html`${mark} <span class="soft">${t.computedIs(computed)}</span>`;
}

function beforeWords(ctx: RequestContext, { finding, before }: CheckedClaim): Content {
  const t = texts[ctx.language];
  if (finding.kind !== 'claimed')
    return html`${numberWords(ctx, finding.before)}${before?.claimed ? html` <span class="soft">${t.alsoTold}</span>` : null}`;
  if (!finding.derived) return '–';
  const { value, lowest, highest } = finding.derived;
  return html`${numberWords(ctx, value)} <span class="soft">${t.derived(numberWords(ctx, lowest), numberWords(ctx, highest))}</span>`;
}

/** What came of a claim, in words for a file. */
export function findingText(ctx: RequestContext, { finding }: CheckedClaim): string {
  const t = texts[ctx.language];
  return finding.kind === 'claimed' ? `${t.findings.claimed}: ${t.whyClaimed[finding.why]}` : t.findings[finding.kind];
}
