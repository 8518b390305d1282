import { may } from '../../../domain/access/index.ts';
import {
  bytesOutcomes,
  type Disposal,
  type DisposalCandidate,
  mandateOf,
  mayDispose,
  type RetentionRule,
  retentionFates,
  retentionSeries,
} from '../../../domain/archiving/index.ts';
import { documentKinds } from '../../../domain/matters/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form, postButton } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { archiveHref, archiveTabs, choicesOf, disposalTag } from './archive-view.ts';
import { texts } from './texts.ts';

/** The plan of how long documents are kept, what it says nothing of, and the form for one more row. */
export function planPage(ctx: RequestContext, rules: readonly RetentionRule[], sent?: FormState): Page {
  const t = texts[ctx.language];
  const { language, format } = ctx;
  const mayEdit = ctx.actor !== undefined && (may(ctx.actor, 'archive.make') || may(ctx.actor, 'archive.dispose'));
  const missing = retentionSeries.filter((one) => rules.every(({ series }) => series !== one));
  const state = sent ?? freshForm({ validFrom: ctx.services.runtime.today() });
  return page({
    title: t.plan,
    width: 'wide',
    lead: t.planLead,
    crumbs: [{ text: t.title, href: archiveHref }, { text: t.plan }],
    body: html`${archiveTabs(ctx, 'plan')}
${missing.length > 0 && rules.length > 0 ? notice(ctx, { tone: 'warning', body: html`<p>${t.missing(format.list(missing.map((one) => documentKinds[one][language])))}</p>` }) : null}
${
  rules.length === 0
    ? emptyState({ title: t.noPlan, body: t.noPlanBody })
    : table(ctx, {
        caption: t.plan,
        captionHidden: true,
        columns: [
          { key: 'series', text: t.series },
          { key: 'fate', text: t.fate },
          { key: 'basis', text: t.basis },
          { key: 'from', text: t.validFrom, kind: 'date' },
          { key: 'note', text: t.note },
        ],
        rows: rules.map((rule) => ({
          series: documentKinds[rule.series][language],
          fate: rule.years === null ? retentionFates[rule.fate][language] : t.afterYears(rule.years),
          basis: html`<span lang="sv">${rule.basis}</span>`,
          from: format.shortDate(rule.validFrom),
          note: rule.note === null ? '' : html`<span lang="sv">${rule.note}</span>`,
        })),
      })
}
${
  mayEdit
    ? html`<section><h2>${t.addRule}</h2>${form(ctx, {
        action: `${archiveHref}/plan`,
        submit: t.addRule,
        state,
        labels: { series: t.series, fate: t.fate, years: t.years, basis: t.basis, validFrom: t.validFrom },
        body: html`${field(ctx, { kind: 'select', name: 'series', label: t.series, state, options: choicesOf(ctx, documentKinds) })}
${field(ctx, { kind: 'select', name: 'fate', label: t.fate, state, options: choicesOf(ctx, retentionFates) })}
${field(ctx, { kind: 'number', name: 'years', label: t.years, hint: t.yearsHint, optional: true, state })}
${field(ctx, { name: 'basis', label: t.basis, hint: t.basisHint, width: 'full', state })}
${field(ctx, { kind: 'date', name: 'validFrom', label: t.validFrom, state })}
${field(ctx, { name: 'note', label: t.note, optional: true, width: 'full', state })}`,
      })}</section>`
    : null
}`,
  });
}

type Head = Omit<Disposal, 'items'> & { readonly count: number };

/** The disposals, and what the plan lets go now, of which a proposal is made. */
export function disposalListPage(
  ctx: RequestContext,
  { disposals, candidates }: { readonly disposals: readonly Head[]; readonly candidates: readonly DisposalCandidate[] },
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const { language, format } = ctx;
  const mayPropose = ctx.actor !== undefined && may(ctx.actor, 'archive.dispose');
  const state = sent ?? freshForm();
  return page({
    title: t.disposals,
    width: 'wide',
    lead: t.disposalsLead,
    crumbs: [{ text: t.title, href: archiveHref }, { text: t.disposals }],
    body: html`${archiveTabs(ctx, 'disposals')}
${
  disposals.length === 0
    ? html`<p>${t.noDisposals}</p>`
    : table(ctx, {
        caption: t.disposals,
        captionHidden: true,
        columns: [
          { key: 'number', text: t.number },
          { key: 'decision', text: t.decision },
          { key: 'count', text: t.documents, kind: 'number' },
          { key: 'by', text: t.proposedBy },
          { key: 'state', text: t.standing },
        ],
        rows: disposals.map((one) => ({
          number: html`<a href="${recordAddress('disposal', one.id)}">${t.disposal(one.number)}</a>`,
          decision: html`<span lang="sv">${mandateOf(one)}</span>`,
          count: format.number(one.count),
          by: `${format.shortDate(one.proposedOn)}, ${one.proposedBy}`,
          state: disposalTag(ctx, one.state),
        })),
      })
}
<section><h2>${t.candidates}</h2>${
      candidates.length === 0
        ? html`<p>${t.noCandidates}</p>`
        : mayPropose
          ? form(ctx, {
              action: `${archiveHref}/gallring`,
              submit: t.propose,
              state,
              labels: {
                documentIds: t.documents,
                decisionNumber: t.decisionNumber,
                decisionOn: t.decisionOn,
                decisionBody: t.decisionBody,
              },
              body: html`${choices(ctx, { kind: 'checkbox', name: 'documentIds', legend: t.documents, state, options: candidates.map((one) => ({ value: one.documentId, text: `${one.title} (${documentKinds[one.kind][language]})`, hint: [one.matterNumber, `${t.from} ${format.shortDate(one.from)}`, one.basis].filter(Boolean).join(' · ') })) })}
${field(ctx, { name: 'decisionNumber', label: t.decisionNumber, width: 'short', state })}
${field(ctx, { kind: 'date', name: 'decisionOn', label: t.decisionOn, state })}
${field(ctx, { name: 'decisionBody', label: t.decisionBody, state })}`,
            })
          : html`<ul>${candidates.map((one) => html`<li lang="sv"><a href="${recordAddress('document', one.documentId)}">${one.title}</a></li>`)}</ul>`
    }</section>`,
  });
}

/** One disposal: its decision, its documents, and the next step for who may take it. */
export function disposalPage(ctx: RequestContext, disposal: Disposal, sent?: FormState): Page {
  const t = texts[ctx.language];
  const { language, format } = ctx;
  const here = recordAddress('disposal', disposal.id);
  const title = t.disposal(disposal.number);
  const day = (on: string | null, by: string | null) => on && `${format.date(on)}, ${by ?? ''}`;
  return page({
    title,
    crumbs: [
      { text: t.title, href: archiveHref },
      { text: t.disposals, href: `${archiveHref}/gallring` },
      { text: title },
    ],
    lead: disposalTag(ctx, disposal.state),
    body: html`${table(ctx, {
      caption: t.documents,
      columns: [
        { key: 'what', text: t.what },
        { key: 'kind', text: t.series },
        { key: 'dated', text: t.dated, kind: 'date' },
        { key: 'basis', text: t.basis },
        { key: 'file', text: t.file },
      ],
      rows: disposal.items.map((item) => ({
        what: html`<a href="${recordAddress('document', item.documentId)}" lang="sv">${item.title}</a>`,
        kind: documentKinds[item.kind][language],
        dated: item.datedOn === null ? '' : format.shortDate(item.datedOn),
        basis: html`<span lang="sv">${item.basis}</span>`,
        file:
          item.outcome === null
            ? disposal.state === 'carriedOut'
              ? t.waiting
              : ''
            : bytesOutcomes[item.outcome][language],
      })),
    })}
${steps(ctx, disposal, here, sent)}`,
    aside: card({
      title: t.decision,
      body: html`${summaryList(
        [
          { term: t.decision, value: html`<span lang="sv">${mandateOf(disposal)}</span>` },
          { term: t.proposedBy, value: day(disposal.proposedOn, disposal.proposedBy) },
          { term: t.approvedBy, value: day(disposal.approvedOn, disposal.approvedBy) },
          { term: t.returned, value: disposal.returnedNote && html`<span lang="sv">${disposal.returnedNote}</span>` },
          { term: t.carriedOutBy, value: day(disposal.carriedOutOn, disposal.carriedOutBy) },
        ],
        { compact: true },
      )}${disposal.state === 'carriedOut' ? linkButton({ text: t.certificate, href: `${here}/bevis`, variant: 'secondary' }) : null}`,
    }),
  });
}

function steps(ctx: RequestContext, disposal: Disposal, here: string, sent?: FormState): Html | null {
  const t = texts[ctx.language];
  if (!ctx.actor || !may(ctx.actor, 'archive.dispose')) return null;
  const own = disposal.proposedById !== null && disposal.proposedById === ctx.actor.accountId;
  const { version, state: now } = disposal;
  const state = sent ?? freshForm();
  return html`${
    mayDispose(now, 'approve')
      ? own
        ? html`<p>${t.ownProposal}</p>`
        : html`<div class="actions">${postButton(ctx, { action: `${here}/godkann`, text: t.approve, version })}</div>`
      : null
  }${
    mayDispose(now, 'carryOut')
      ? html`${notice(ctx, { tone: 'warning', body: html`<p>${t.carryOutWarning}</p>` })}<div class="actions">${postButton(ctx, { action: `${here}/verkstall`, text: t.carryOut, variant: 'danger', version })}</div>`
      : null
  }${
    mayDispose(now, 'return')
      ? html`<section><h2>${t.giveBack}</h2>${form(ctx, {
          action: `${here}/aterlamna`,
          submit: t.giveBack,
          variant: 'secondary',
          version,
          state,
          labels: { note: t.why },
          body: field(ctx, { name: 'note', label: t.why, width: 'full', state }),
        })}</section>`
      : null
  }`;
}
