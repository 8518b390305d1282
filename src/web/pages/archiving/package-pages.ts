import { may } from '../../../domain/access/index.ts';
import { type ArchivePackage, archivableNouns, mayArchive } from '../../../domain/archiving/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { archiveHref, archiveTabs, packageTag } from './archive-view.ts';
import { texts } from './texts.ts';

type Head = Omit<ArchivePackage, 'items'> & { readonly count: number };

/** The packages that were drawn up, the latest first. */
export function packageListPage(ctx: RequestContext, packages: readonly Head[]): Page {
  const t = texts[ctx.language];
  return page({
    title: t.packages,
    width: 'wide',
    crumbs: [{ text: t.title, href: archiveHref }, { text: t.packages }],
    body: html`${archiveTabs(ctx, 'packages')}${
      packages.length === 0
        ? emptyState({ title: t.noPackages, body: t.noPackagesBody })
        : table(ctx, {
            caption: t.packages,
            captionHidden: true,
            columns: [
              { key: 'number', text: t.number },
              { key: 'what', text: t.packageTitle },
              { key: 'count', text: t.count, kind: 'number' },
              { key: 'day', text: t.drawnUp, kind: 'date' },
              { key: 'state', text: t.standing },
            ],
            rows: packages.map((one) => ({
              number: html`<a href="${recordAddress('archivePackage', one.id)}">${one.objectId}</a>`,
              what: html`<span lang="sv">${one.title}</span>`,
              count: ctx.format.number(one.count),
              day: ctx.format.instant(one.drawnUpAt),
              state: packageTag(ctx, one.state),
            })),
          })
    }`,
  });
}

/** One package: what it holds, what the check found, and what is to be done with it. */
export function packagePage(ctx: RequestContext, pack: ArchivePackage, sent?: FormState): Page {
  const t = texts[ctx.language];
  const mayMake = ctx.actor !== undefined && may(ctx.actor, 'archive.make');
  const here = recordAddress('archivePackage', pack.id);
  return page({
    title: pack.objectId,
    ownHeading: true,
    crumbs: [
      { text: t.title, href: archiveHref },
      { text: t.packages, href: `${archiveHref}/paket` },
      { text: pack.objectId },
    ],
    body: html`<div class="page-head"><h1 lang="sv">${pack.title}</h1><div class="page-lead"><span>${pack.objectId}</span>${packageTag(ctx, pack.state)}</div></div>
<section><h2>${t.check}</h2>${check(ctx, pack)}</section>
${pack.remarks.length > 0 ? html`<section><h2>${t.remarks}</h2><ul lang="sv">${pack.remarks.map((one) => html`<li>${one}</li>`)}</ul></section>` : null}
<section><h2>${t.contents}</h2>${contents(ctx, pack)}</section>
${mayMake && mayArchive(pack.state, 'deliver') ? deliverForm(ctx, pack, here, sent) : null}`,
    aside: [
      card({ title: t.packages, body: facts(ctx, pack) }),
      mayMake &&
        card({
          body: html`<div class="actions">${pack.sha256 === null || pack.state === 'discarded' ? null : linkButton({ text: t.download, href: `${here}/fil` })}${mayArchive(pack.state, 'pass') ? postButton(ctx, { action: `${here}/gor`, text: t.remake, variant: 'secondary', version: pack.version }) : null}${mayArchive(pack.state, 'discard') ? postButton(ctx, { action: `${here}/kassera`, text: t.discard, variant: 'quiet', version: pack.version }) : null}</div>`,
        }),
    ],
  });
}

function facts(ctx: RequestContext, pack: ArchivePackage): Html {
  const t = texts[ctx.language];
  return summaryList(
    [
      { term: t.drawnUp, value: `${ctx.format.instant(pack.drawnUpAt)}, ${pack.drawnUpBy}` },
      { term: t.scheme, value: html`<span lang="sv">${pack.scheme}</span>` },
      { term: t.receiver, value: pack.receiver && html`<span lang="sv">${pack.receiver.name}</span>` },
      { term: t.agreement, value: pack.agreement },
      { term: t.size, value: pack.size === null ? null : `${ctx.format.number(Math.ceil(pack.size / 1000))} kB` },
      { term: t.hash, value: pack.sha256 && html`<code>${pack.sha256.slice(0, 16)}…</code>` },
      { term: t.deliveredOn, value: pack.deliveredOn && ctx.format.date(pack.deliveredOn) },
      { term: t.receipt, value: pack.receipt },
    ],
    { compact: true },
  );
}

function check(ctx: RequestContext, { report }: ArchivePackage): Content {
  const t = texts[ctx.language];
  if (report === null) return html`<p>${t.noCheck}</p>`;
  if (report.faults.length === 0)
    return notice(ctx, { tone: 'success', body: html`<p>${t.noFaults(report.rules, report.files)}</p>` });
  return table(ctx, {
    caption: t.check,
    captionHidden: true,
    columns: [
      { key: 'rule', text: t.rule },
      { key: 'where', text: t.where },
      { key: 'says', text: t.says },
      { key: 'places', text: t.places },
    ],
    rows: report.faults.map((fault) => ({
      rule: fault.rule,
      where: html`<code>${fault.where}</code>`,
      says: fault.says[ctx.language],
      places: html`${ctx.format.number(fault.count)}: ${fault.places.join(', ')}`,
    })),
  });
}

function contents(ctx: RequestContext, { items }: ArchivePackage): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.contents,
    captionHidden: true,
    columns: [
      { key: 'what', text: t.what },
      { key: 'noun', text: t.noun },
      { key: 'left', text: t.leftOut },
    ],
    rows: items.map(({ noun, recordId, title, leftOut }) => ({
      what: html`<a href="${recordAddress(noun, recordId)}" lang="sv">${title}</a>`,
      noun: archivableNouns[noun][ctx.language],
      left: leftOut === null ? '' : html`<span lang="sv">${leftOut}</span>`,
    })),
  });
}

function deliverForm(ctx: RequestContext, pack: ArchivePackage, here: string, sent?: FormState): Html {
  const t = texts[ctx.language];
  const state = sent ?? freshForm({ deliveredOn: ctx.services.runtime.today() });
  return html`<section><h2>${t.deliver}</h2>${form(ctx, {
    action: `${here}/levererat`,
    submit: t.deliver,
    version: pack.version,
    state,
    labels: { deliveredOn: t.deliveredOn, receipt: t.receipt },
    body: html`${field(ctx, { kind: 'date', name: 'deliveredOn', label: t.deliveredOn, state })}
${field(ctx, { name: 'receipt', label: t.receipt, hint: t.receiptHint, state })}`,
  })}</section>`;
}
