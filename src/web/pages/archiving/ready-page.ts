import { may } from '../../../domain/access/index.ts';
import {
  type Archivable,
  type ArchivableNoun,
  archivableNouns,
  archiveHindrances,
} from '../../../domain/archiving/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { form } from '../../components/form/form.ts';
import { pagination } from '../../components/pagination/pagination.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { archiveHref, archiveTabs, choicesOf } from './archive-view.ts';
import { texts } from './texts.ts';

export const readyPageSize = 50;

export type ReadyFacts = {
  readonly rows: readonly Archivable[];
  readonly total: number;
  readonly noun: ArchivableNoun | undefined;
  readonly pageNumber: number;
};

/** What could go to an archive and what stands in its way, with the form in which a package is made of what is ready. */
export function readyPage(ctx: RequestContext, facts: ReadyFacts, sent?: FormState): Page {
  const t = texts[ctx.language];
  const { rows, total, noun, pageNumber } = facts;
  const mayMake = ctx.actor !== undefined && may(ctx.actor, 'archive.make');
  return page({
    title: t.title,
    width: 'wide',
    lead: t.lead,
    body: html`${archiveTabs(ctx, 'ready')}
${filterBar(ctx, {
  action: archiveHref,
  active: noun !== undefined,
  fields: field(ctx, {
    kind: 'select',
    name: 'slag',
    label: t.noun,
    empty: t.all,
    state: freshForm({ slag: noun ?? '' }),
    options: choicesOf(ctx, archivableNouns),
  }),
})}
${
  rows.length === 0
    ? emptyState({ title: t.nothingReady, body: t.nothingReadyBody })
    : html`${readyTable(ctx, rows)}${pagination(ctx, { page: pageNumber, pageSize: readyPageSize, total, href: (one) => `${archiveHref}?${new URLSearchParams({ ...(noun && { slag: noun }), sida: String(one) })}` })}`
}
${mayMake && rows.length > 0 ? html`${classifyForm(ctx, rows, sent)}${packageForm(ctx, rows, sent)}` : null}`,
  });
}

/** How a record is named: minutes by their body and day, all else by number and title. */
export function archivableName({ noun, number, title, bodyName }: Archivable): string {
  return noun === 'minutes' ? `${title} ${number}, ${bodyName ?? ''}` : `${number} ${title}`;
}

function readyTable(ctx: RequestContext, rows: readonly Archivable[]): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.ready,
    captionHidden: true,
    columns: [
      { key: 'what', text: t.what },
      { key: 'noun', text: t.noun },
      { key: 'body', text: t.body },
      { key: 'day', text: t.day, kind: 'date' },
      { key: 'classification', text: t.classification },
      { key: 'standing', text: t.standing },
    ],
    rows: rows.map((one) => ({
      what: html`<a href="${recordAddress(one.noun, one.id)}" lang="sv">${archivableName(one)}</a>`,
      noun: archivableNouns[one.noun][ctx.language],
      body: one.bodyName === null ? '' : html`<span lang="sv">${one.bodyName}</span>`,
      day: one.on === null ? '' : ctx.format.shortDate(one.on),
      classification: one.classification ?? '',
      standing: standingOf(ctx, one),
    })),
  });
}

function standingOf(ctx: RequestContext, one: Archivable): Content {
  const t = texts[ctx.language];
  const secret = one.secret || one.secretParts ? html` ${tag({ text: t.secret, tone: 'late' })}` : null;
  if (one.hindrance === null) return html`${tag({ text: t.isReady, tone: 'ok' })}${secret}`;
  return html`${archiveHindrances[one.hindrance][ctx.language]}${secret}`;
}

function classifyForm(ctx: RequestContext, rows: readonly Archivable[], sent?: FormState): Content {
  const t = texts[ctx.language];
  const waiting = rows.filter(({ hindrance }) => hindrance === 'unclassified');
  if (waiting.length === 0) return null;
  const state = sent && 'classification' in sent.values ? sent : freshForm();
  return html`<section><h2>${t.classify}</h2><p>${t.classifyLead}</p>${form(ctx, {
    action: `${archiveHref}/klassificera`,
    submit: t.classifyButton,
    variant: 'secondary',
    state,
    labels: { matterId: t.matter, classification: t.classification },
    body: html`${field(ctx, { kind: 'select', name: 'matterId', label: t.matter, empty: t.chooseMatter, state, options: waiting.map((one) => ({ value: one.id, text: archivableName(one) })) })}
${field(ctx, { name: 'classification', label: t.classification, width: 'short', state })}`,
  })}</section>`;
}

function packageForm(ctx: RequestContext, rows: readonly Archivable[], sent?: FormState): Html {
  const t = texts[ctx.language];
  const ready = rows.filter(({ hindrance }) => hindrance === null);
  const state =
    sent && !('classification' in sent.values)
      ? sent
      : freshForm({ scheme: 'VerkSAM Diarium', contact: ctx.actor?.name ?? '' });
  const maySecret = ctx.actor !== undefined && may(ctx.actor, 'matter.readProtected');
  return html`<section><h2>${t.makePackage}</h2>${
    ready.length === 0
      ? html`<p>${t.noneChoosable}</p>`
      : form(ctx, {
          action: `${archiveHref}/paket`,
          submit: t.drawUp,
          state,
          labels: { refs: t.choose, title: t.packageTitle, scheme: t.scheme, receiverCode: t.receiverCode },
          body: html`${choices(ctx, { kind: 'checkbox', name: 'refs', legend: t.choose, state, options: ready.map((one) => ({ value: `${one.noun}:${one.id}`, text: archivableName(one) })) })}
${field(ctx, { name: 'title', label: t.packageTitle, width: 'full', state })}
${field(ctx, { name: 'scheme', label: t.scheme, state })}
${field(ctx, { name: 'contact', label: t.contact, optional: true, state })}
${field(ctx, { name: 'receiverName', label: t.receiverName, optional: true, state })}
${field(ctx, { name: 'receiverCode', label: t.receiverCode, optional: true, width: 'short', state })}
${field(ctx, { name: 'agreement', label: t.agreement, hint: t.agreementHint, optional: true, state })}
${maySecret && ready.some((one) => one.secret || one.secretParts) ? choices(ctx, { kind: 'checkbox', name: 'includeSecret', legend: t.secret, state, options: [{ value: 'ja', text: t.includeSecret, hint: t.includeSecretHint }] }) : null}`,
        })
  }</section>`;
}
