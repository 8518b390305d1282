import {
  type ListedPublication,
  type PublicationState,
  publicationStateCodes,
  publicationStates,
} from '../../../domain/publications/index.ts';
import { publishedNounNames, publishedNouns } from '../../../domain/published/index.ts';
import { capitalized } from '../../../kernel/capitalized.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { field } from '../../components/field/field.ts';
import { tickBox } from '../../components/fieldset/fieldset.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { notice } from '../../components/notice/notice.ts';
import { pagination } from '../../components/pagination/pagination.ts';
import { table } from '../../components/table/table.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { publicationOfPath, publicationPath } from './publication-paths.ts';
import { texts } from './texts.ts';

const tones = {
  stopped: 'late',
  awaitingReview: 'part',
  published: 'ok',
  declined: 'neutral',
  superseded: 'neutral',
  replaced: 'neutral',
  withdrawn: 'unknown',
} as const satisfies Readonly<Record<PublicationState, TagTone>>;

/** How a proposal stands, by word and look. */
export function publicationTag(ctx: RequestContext, state: PublicationState): Html {
  return tag({ text: publicationStates[state][ctx.language], tone: tones[state] });
}

export type PublicationQuery = {
  readonly slag?: string | undefined;
  readonly lage?: string | undefined;
  readonly andrade?: boolean | undefined;
};

export const pageSize = 50;

/** The choice of the list as it stands in an address. */
export function searchOf({ slag, lage, andrade }: PublicationQuery, more: Record<string, string> = {}): string {
  return new URLSearchParams({
    ...(slag && { slag }),
    ...(lage && { lage }),
    ...(andrade && { andrade: 'on' }),
    ...more,
  }).toString();
}

/** The register of what is public and what waits. */
export function publicationListPage(
  ctx: RequestContext,
  facts: {
    readonly publications: readonly ListedPublication[];
    readonly total: number;
    readonly waiting: number;
    readonly query: PublicationQuery;
    readonly number: number;
  },
): Page {
  const t = texts[ctx.language];
  const { publications, total, waiting, query, number } = facts;
  const state = freshForm({ slag: query.slag ?? '', lage: query.lage ?? '', andrade: query.andrade ? 'on' : '' });
  return page({
    title: t.title,
    lead: t.lead,
    body: html`${
      waiting > 0
        ? notice(ctx, {
            tone: 'info',
            body: html`<a href="${publicationPath}?${searchOf({ lage: 'awaitingReview' })}">${t.waiting(waiting)}</a>`,
          })
        : null
    }${filterBar(ctx, {
      action: publicationPath,
      active: Boolean(query.slag || query.lage || query.andrade),
      fields: html`${field(ctx, {
        kind: 'select',
        name: 'slag',
        label: t.kind,
        empty: t.anyKind,
        options: publishedNounNames.map((noun) => ({
          value: publishedNouns[noun].path,
          text: capitalized(publishedNouns[noun][ctx.language]),
        })),
        state,
      })}${field(ctx, {
        kind: 'select',
        name: 'lage',
        label: t.state,
        empty: t.anyState,
        options: publicationStateCodes.map((code) => ({ value: code, text: publicationStates[code][ctx.language] })),
        state,
      })}${tickBox({ name: 'andrade', label: t.onlyChanged, state })}`,
    })}${
      publications.length === 0
        ? emptyState({ title: t.none, body: t.noneBody })
        : html`${table(ctx, {
            caption: t.title,
            captionHidden: true,
            columns: [
              { key: 'what', text: t.record },
              { key: 'kind', text: t.kind },
              { key: 'state', text: t.state },
              { key: 'findings', text: t.findings, kind: 'number' },
              { key: 'when', text: t.proposed, kind: 'date' },
              { key: 'by', text: t.by },
            ],
            rows: publications.map((one) => ({
              what: html`<a href="${publicationOfPath(one.noun, one.recordId)}" lang="sv">${one.title}</a>`,
              kind: publishedNouns[one.noun][ctx.language],
              state: html`${publicationTag(ctx, one.state)}${one.changedSince ? html` ${tag({ text: t.changed, tone: 'part' })}` : null}`,
              findings: String(one.findings.length),
              when: ctx.format.date(dayOf(one.proposedAt)),
              by: one.proposedBy,
            })),
          })}${exportLinks(ctx, { href: (format) => `${publicationPath}/register.${format}?${searchOf(query)}` })}`
    }${pagination(ctx, {
      page: number,
      pageSize,
      total,
      href: (to) => `${publicationPath}?${searchOf(query, { sida: String(to) })}`,
    })}`,
  });
}

/** The civil date on which something happened, where the authority is. */
export function dayOf(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(at);
}
