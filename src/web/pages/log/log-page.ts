import { may } from '../../../domain/access/index.ts';
import {
  alarmKinds,
  type LogAlarm,
  type LogEntry,
  type TreeHead,
  witnessRefusals,
} from '../../../domain/witnessing/index.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { form } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { texts } from './texts.ts';

/** Where the log and its witnesses are found. */
export const logPaths = { log: '/loggen', witnesses: '/loggen/vittnen', alarms: '/loggen/larm' } as const;

/** What is looked for in the log. */
export type LogQuery = {
  readonly vem?: string | undefined;
  readonly atgard?: string | undefined;
  readonly slag?: string | undefined;
  readonly fran?: string | undefined;
  readonly till?: string | undefined;
};

/** The entries of the log from the newest, the alarms above them, the head beside them. */
export function logPage(
  ctx: RequestContext,
  facts: {
    readonly entries: readonly LogEntry[];
    readonly query: LogQuery;
    readonly head: TreeHead | undefined;
    readonly alarms: readonly LogAlarm[];
    readonly older: string | undefined;
  },
  state?: FormState,
): Page {
  const t = texts[ctx.language];
  const { entries, query, head, alarms, older } = facts;
  const typed = freshForm(query);
  const chosen = Object.entries(query).filter((one): one is [string, string] => one[1] !== undefined);
  const search = new URLSearchParams(chosen).toString();
  return page({
    title: t.title,
    lead: t.lead,
    width: 'wide',
    body: html`${alarmNotices(ctx, alarms, state)}<div class="actions">${linkButton({ text: t.witnesses, href: logPaths.witnesses, variant: 'secondary' })}${linkButton({ text: t.download, href: `${logPaths.log}/fil`, variant: 'secondary' })}</div><p>${t.downloadAbout} <code>verify-log.mjs</code>, <code>verify-log.pl</code>.</p>${headFacts(ctx, head)}<h2>${t.entries}</h2>${filterBar(
      ctx,
      {
        action: logPaths.log,
        active: chosen.length > 0,
        fields: html`${field(ctx, { kind: 'search', name: 'vem', label: t.who, state: typed })}${field(ctx, { kind: 'search', name: 'atgard', label: t.what, state: typed })}${field(ctx, { kind: 'search', name: 'slag', label: t.noun, state: typed })}${field(ctx, { kind: 'date', name: 'fran', label: t.from, state: typed })}${field(ctx, { kind: 'date', name: 'till', label: t.until, state: typed })}`,
      },
    )}${entries.length === 0 ? emptyState({ title: t.none, body: t.noneBody }) : entryTable(ctx, entries, search)}${older ? html`<p><a href="${older}">${t.older}</a></p>` : null}`,
  });
}

function entryTable(ctx: RequestContext, entries: readonly LogEntry[], search: string): Html {
  const t = texts[ctx.language];
  return html`${table(ctx, {
    caption: t.entries,
    captionHidden: true,
    dense: true,
    columns: [
      { key: 'seq', text: t.number, kind: 'number' },
      { key: 'at', text: t.when, kind: 'date' },
      { key: 'who', text: t.who },
      { key: 'what', text: t.what },
      { key: 'noun', text: t.noun },
      { key: 'hash', text: t.entryHash },
    ],
    rows: entries.map((one) => ({
      seq: String(one.seq),
      at: ctx.format.instant(one.at),
      who: one.actorName === null ? t.erased : html`<span lang="sv">${one.actorName}</span>`,
      what: html`<code>${one.verb}</code>`,
      noun: html`<code>${one.noun}</code>`,
      hash: html`<code>${one.hash.slice(0, 16)}…</code>`,
    })),
  })}${exportLinks(ctx, { href: (format) => `${logPaths.log}/poster.${format}${search ? `?${search}` : ''}` })}`;
}

/** The newest signed head, as it is printed and kept elsewhere. */
export function headFacts(ctx: RequestContext, head: TreeHead | undefined): Content {
  const t = texts[ctx.language];
  if (!head) return html`<h2>${t.head}</h2><p>${t.noHead}</p>`;
  return html`<h2>${t.head}</h2>${summaryList([
    { term: t.size, value: ctx.format.number(head.size) },
    { term: t.signedAt, value: ctx.format.instant(head.signedAt) },
    { term: t.root, value: html`<code class="breaks">${head.root}</code>` },
    { term: t.chain, value: html`<code class="breaks">${head.chain}</code>` },
  ])}`;
}

/** What is wrong stands above all else, with the form in which it is closed by whoever may. */
export function alarmNotices(ctx: RequestContext, alarms: readonly LogAlarm[], state?: FormState): Content {
  const t = texts[ctx.language];
  const settles = ctx.actor !== undefined && may(ctx.actor, 'witness.edit');
  return alarms.map((one) => {
    const detail = Object.hasOwn(witnessRefusals, one.detail)
      ? witnessRefusals[one.detail as keyof typeof witnessRefusals][ctx.language]
      : one.detail;
    return notice(ctx, {
      tone: 'danger',
      title: alarmKinds[one.kind][ctx.language],
      body: html`<p>${t.about}: ${one.subject}. ${detail}. ${t.raised}: ${ctx.format.instant(one.raisedAt)}.</p>${
        settles
          ? form(ctx, {
              action: `${logPaths.alarms}/${one.id}`,
              version: one.version,
              submit: t.settle,
              variant: 'secondary',
              ...(state && { state }),
              body: field(ctx, { name: 'settlement', label: t.settlement, state: state ?? freshForm() }),
            })
          : null
      }`,
    });
  });
}
