import { may } from '../../../domain/access/index.ts';
import {
  type Agreement,
  type AgreementKind,
  type AgreementState,
  agreementKindCodes,
  agreementKinds,
  agreementStateCodes,
  agreementStates,
} from '../../../domain/agreements/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { pagination } from '../../components/pagination/pagination.ts';
import { table } from '../../components/table/table.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { collaborationTabs } from '../collaboration/collaboration-tabs.ts';
import { agreementTerm, lastNotice, phaseTag, ratificationWords } from './agreement-view.ts';
import { texts } from './texts.ts';

/** What the register can be waiting for: a decision of a party, or somebody's stand on what runs out. */
export const waitingFor = ['decision', 'renewal'] as const;
export const sortings = ['name', 'from', 'state', 'last'] as const;
/** The spans of the filter "runs out within". */
export const spans = ['3', '6', '12', '24'] as const;

/** What is chosen in the register, as it stands in the address. */
export type AgreementChoice = {
  readonly sok?: string | undefined;
  readonly slag?: AgreementKind | undefined;
  readonly lage?: AgreementState | undefined;
  readonly part?: string | undefined;
  readonly inom?: (typeof spans)[number] | undefined;
  readonly vantar?: (typeof waitingFor)[number] | undefined;
  readonly sortera?: (typeof sortings)[number] | undefined;
  readonly ordning?: 'ascending' | 'descending' | undefined;
  readonly sida?: number | undefined;
};

export type AgreementListFacts = {
  readonly agreements: readonly Agreement[];
  readonly total: number;
  readonly parties: readonly Pick<Body, 'id' | 'name'>[];
};

export const pageSize = 50;

/** The register of agreements: what holds, who has decided, what runs out. */
export function agreementListPage(ctx: RequestContext, choice: AgreementChoice, facts: AgreementListFacts): Page {
  const t = texts[ctx.language];
  const { sida = 1, sortera: _, ordning: __, ...chosen } = choice;
  const active = Object.values(chosen).some((one) => one !== undefined);
  const create =
    ctx.actor && may(ctx.actor, 'agreement.edit') ? linkButton({ text: t.create, href: '/samverkan/avtal/ny' }) : null;
  const empty = facts.total === 0 && !active;
  return page({
    title: t.title,
    lead: t.lead,
    width: 'wide',
    body: html`${collaborationTabs(ctx, 'agreements')}${create && !empty ? html`<div class="actions">${create}</div>` : null}${
      empty
        ? emptyState({
            title: t.none,
            body: t.noneBody,
            action: html`${linkButton({ text: t.readIn, href: '/las-in' })} ${create}`,
          })
        : html`${filters(ctx, choice, facts, active)}${
            facts.total === 0
              ? emptyState({ title: t.noneFound, body: t.noneFoundBody })
              : html`${register(ctx, choice, facts.agreements)}${pagination(ctx, {
                  page: sida,
                  pageSize,
                  total: facts.total,
                  href: (number) => listHref(choice, { sida: number }),
                })}${exportLinks(ctx, { href: (format) => listHref(choice, {}, `/samverkan/avtal/fil/${format}`), what: t.file })}`
          }`
    }`,
  });
}

function register(ctx: RequestContext, choice: AgreementChoice, agreements: readonly Agreement[]): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.title,
    captionHidden: true,
    columns: [
      { key: 'name', text: t.agreement, sortable: true },
      { key: 'kind', text: t.kind },
      { key: 'from', text: t.term, sortable: true },
      { key: 'state', text: t.state, sortable: true },
      { key: 'decisions', text: t.decisions },
      { key: 'last', text: t.lastNotice, sortable: true },
    ],
    sort: {
      by: choice.sortera ?? 'from',
      direction: choice.sortera ? (choice.ordning ?? 'ascending') : 'descending',
      href: (by, direction) =>
        listHref(choice, { sortera: by as (typeof sortings)[number], ordning: direction, sida: 1 }),
    },
    rows: agreements.map((agreement) => ({
      name: html`<a href="${recordAddress('agreement', agreement.id)}" lang="sv">${agreement.name}</a>${agreement.area ? html`<br><span class="soft" lang="sv">${agreement.area}</span>` : null}`,
      kind: agreementKinds[agreement.kind][ctx.language],
      from: agreementTerm(ctx, agreement),
      state: phaseTag(ctx, agreement),
      decisions: ratificationWords(ctx, agreement.ratification),
      last: lastNotice(ctx, agreement),
    })),
  });
}

function filters(
  ctx: RequestContext,
  { sortera, ordning, sida: _, ...chosen }: AgreementChoice,
  { parties }: AgreementListFacts,
  active: boolean,
): Html {
  const t = texts[ctx.language];
  const state = freshForm(chosen);
  const coded = (codes: readonly string[], label: (code: string) => string) =>
    codes.map((value) => ({ value, text: label(value) }));
  return filterBar(ctx, {
    action: '/samverkan',
    active,
    keep: { ...(sortera && { sortera }), ...(ordning && { ordning }) },
    fields: html`${field(ctx, { kind: 'search', name: 'sok', label: t.words, state })}${field(ctx, {
      kind: 'select',
      name: 'slag',
      label: t.kind,
      empty: t.allKinds,
      options: coded(agreementKindCodes, (code) => agreementKinds[code as AgreementKind][ctx.language]),
      state,
    })}${field(ctx, {
      kind: 'select',
      name: 'lage',
      label: t.state,
      empty: t.allStates,
      options: coded(agreementStateCodes, (code) => agreementStates[code as AgreementState][ctx.language]),
      state,
    })}${field(ctx, {
      kind: 'select',
      name: 'part',
      label: t.party,
      empty: t.allParties,
      options: parties.map(({ id, name }) => ({ value: id, text: name })),
      state,
    })}${field(ctx, {
      kind: 'select',
      name: 'inom',
      label: t.within,
      empty: t.anyTime,
      options: coded(spans, (span) => t.months(Number(span))),
      state,
    })}${field(ctx, {
      kind: 'select',
      name: 'vantar',
      label: t.waits,
      empty: t.waitsAnyone,
      options: coded(waitingFor, (one) => (one === 'decision' ? t.waitsSome : t.waitsRenewal)),
      state,
    })}`,
  });
}

/** The address of the register, or of a file of it, with what is chosen. */
function listHref(choice: AgreementChoice, more: AgreementChoice, path = '/samverkan'): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...choice, ...more }))
    if (value !== undefined && value !== '' && !(name === 'sida' && value === 1)) query.set(name, String(value));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
