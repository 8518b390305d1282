import {
  type IntakeFile,
  type Proposal,
  proposalType,
  type VersionComparison,
  type VersionPair,
} from '../../../domain/intake/index.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import type { Page } from '../../reply.ts';
import { filePage, type ReadScene } from './file-frame.ts';
import { fieldWords, labelOf, proposalTitle, sameValue } from './proposal-words.ts';
import { reviewHref } from './review-query.ts';
import { texts } from './texts.ts';

/** How a file differs from the earlier version of the same paper, with the records of what the later one no longer has. */
export type VersionFacts = ReadScene & {
  readonly earlier: IntakeFile;
  readonly comparison: VersionComparison;
  readonly places: ReadonlyMap<string, string>;
};

/** What is new, changed or gone since the earlier version; what says the same is counted. */
export function versionsPage(ctx: RequestContext, facts: VersionFacts): Page {
  const t = texts[ctx.language];
  const { earlier, comparison, file } = facts;
  const { unchanged, changed, added, gone } = comparison;
  const figure = (count: number) => ctx.format.number(count);
  const body = html`${notice(ctx, {
    tone: 'info',
    title: t.versionOf(earlier.title ?? earlier.fileName),
    body: html`<p>${t.versionCounts(figure(unchanged.length), figure(changed.length), figure(added.length), figure(gone.length))}</p><p>${t.versionHelp} <a href="/las-in/${earlier.id}">${t.versionEarlier(ctx.format.instant(earlier.createdAt))}</a></p>`,
  })}${
    changed.length + added.length + gone.length === 0
      ? emptyState({ title: t.versionSame, body: t.versionSameBody })
      : html`${section(t.versionChanged, changed, (pair) => changedRow(ctx, file.id, pair))}${listed(ctx, t.versionAdded, added, (one) => reviewHref(file.id, { lage: 'alla' }, { post: one.id }))}${listed(
          ctx,
          t.versionGone,
          gone,
          (one) =>
            (one.record && facts.places.get(one.record.id)) ??
            reviewHref(earlier.id, { lage: 'alla' }, { post: one.id }),
          t.versionGoneHelp,
        )}`
  }`;
  return filePage(ctx, facts, 'versions', body);
}

function section<T>(heading: string, all: readonly T[], row: (one: T) => Html): Content {
  if (all.length === 0) return null;
  return html`<section><h2>${heading} (${all.length})</h2>${all.map(row)}</section>`;
}

function listed(
  ctx: RequestContext,
  heading: string,
  all: readonly Proposal[],
  href: (one: Proposal) => string,
  lead?: string,
): Content {
  if (all.length === 0) return null;
  return html`<section><h2>${heading} (${all.length})</h2>${lead ? html`<p>${lead}</p>` : null}<ul>${all.map(
    (one) =>
      html`<li><a href="${href(one)}" lang="sv">${proposalTitle(ctx, one)}</a> <span class="soft">· ${labelOf(ctx, one.type)}</span></li>`,
  )}</ul></section>`;
}

function changedRow(ctx: RequestContext, fileId: string, pair: VersionPair): Html {
  const href = reviewHref(fileId, { lage: 'alla' }, { post: pair.later.id });
  return html`<h3><a href="${href}" lang="sv">${proposalTitle(ctx, pair.later)}</a> <span class="soft">· ${labelOf(ctx, pair.later.type)}</span></h3>${changedFieldsOf(ctx, pair)}`;
}

/** The fields that the two versions of the paper read differently, both texts beside each other. */
export function changedFieldsOf(ctx: RequestContext, { earlier, later }: VersionPair): Html {
  const t = texts[ctx.language];
  const names = Object.entries(proposalType(later.type)?.fields ?? {}).filter(
    ([name]) => !sameValue(earlier.originalFields[name], later.originalFields[name]),
  );
  if (names.length === 0) return summaryList([{ term: t.versionChanged, value: t.versionOther }], { compact: true });
  return table(ctx, {
    caption: t.versionChanged,
    captionHidden: true,
    columns: [
      { key: 'field', text: t.field },
      { key: 'before', text: t.versionBefore },
      { key: 'now', text: t.versionNow },
    ],
    rows: names.map(([name, entry]) => ({
      field: entry.label[ctx.language],
      before: fieldWords(ctx, later.type, name, entry, earlier.originalFields[name]) ?? t.notStated,
      now: fieldWords(ctx, later.type, name, entry, later.originalFields[name]) ?? t.notStated,
    })),
  });
}
