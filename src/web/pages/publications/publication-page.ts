import { may } from '../../../domain/access/index.ts';
import {
  findingRulings,
  gateFindingKinds,
  type KeptFinding,
  mayPublication,
  type Publication,
  type PublicationEvent,
  publicationEventKinds,
  rulingsFor,
  stops,
} from '../../../domain/publications/index.ts';
import {
  type PublishedNoun,
  type PublishedRecord,
  type PublishedWhole,
  publishedNouns,
  publishedPath,
} from '../../../domain/published/index.ts';
import { capitalized } from '../../../kernel/capitalized.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { documentView } from '../../components/document-view/document-view.ts';
import { field } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { differenceSection } from './publication-difference.ts';
import { dayOf, publicationTag } from './publication-list-page.ts';
import { publicationOfPath, publicationPath } from './publication-paths.ts';
import { texts } from './texts.ts';

/** Everything that the page of one record shows. */
export type PublicationFacts = {
  readonly noun: PublishedNoun;
  readonly id: string;
  readonly record: PublishedRecord;
  readonly hash: string;
  readonly ready: boolean;
  readonly findings: readonly KeptFinding[];
  readonly publications: readonly Publication[];
  readonly events: readonly PublicationEvent[];
  /** What everybody reads now; null while nothing of it is public. */
  readonly open: PublishedWhole | null;
  /** Where the portal of the authority lies; null before anything is public. */
  readonly slug: string | null;
};

/** One record on its way to the public: what it would look like, what the gate finds, how it stands, and what has happened. */
export function publicationPage(ctx: RequestContext, facts: PublicationFacts, state: FormState): Page {
  const t = texts[ctx.language];
  const { record, publications } = facts;
  const shown = publications.find((one) => one.state === 'published');
  const waiting = publications.find((one) => mayPublication(one.state, 'publish'));
  return page({
    title: t.publishThis,
    lead: html`<span lang="sv">${record.title}</span>`,
    crumbs: [{ text: t.title, href: publicationPath }, { text: record.title }],
    body: html`${shown ? publicNotice(ctx, facts, shown) : null}${
      waiting ? reviewSection(ctx, facts, waiting, state) : gateSection(ctx, facts, shown)
    }${
      facts.open && shown && shown.contentHash !== facts.hash ? differenceSection(ctx, facts.open, record) : null
    }${facts.noun === 'meeting' ? batchSection(ctx, facts) : null}<section><h2>${t.preview}</h2><p>${t.previewLead}</p>${documentView(record.tree)}${filesList(ctx, record)}</section>${
      shown ? withdrawSection(ctx, facts, state) : null
    }${traceSection(ctx, facts)}`,
    aside: card({
      title: t.publishThis,
      body: summaryList(
        [
          { term: t.kind, value: capitalized(publishedNouns[facts.noun][ctx.language]) },
          {
            term: t.state,
            value: (shown ?? publications[0]) && publicationTag(ctx, (shown ?? publications[0])!.state),
          },
          { term: t.edition, value: shown?.edition ? String(shown.edition) : null },
          { term: t.record, value: html`<a href="${recordAddress(facts.noun, facts.id)}">${t.openRecord}</a>` },
        ],
        { compact: true },
      ),
    }),
  });
}

function publicNotice(ctx: RequestContext, { noun, id, slug, hash }: PublicationFacts, shown: Publication): Html {
  const t = texts[ctx.language];
  // What was masked differs from the record by what was masked; it is the proposed content that is compared.
  const same = shown.contentHash === hash;
  return notice(ctx, {
    tone: same ? 'success' : 'warning',
    body: html`<p>${t.isPublic(shown.edition ?? 1, ctx.format.date(dayOf(shown.publishedAt ?? shown.proposedAt)))} ${same ? t.same : t.differs}</p>${
      slug ? html`<p><a href="${publishedPath(slug, noun, id)}">${t.openPortal}</a></p>` : null
    }`,
  });
}

function gateSection(ctx: RequestContext, facts: PublicationFacts, shown: Publication | undefined): Html {
  const t = texts[ctx.language];
  const { findings, ready, noun, id, hash, record } = facts;
  if (!ready) return notice(ctx, { tone: 'info', title: t.notReady, body: t.notReadyBody });
  const said =
    findings.length === 0
      ? notice(ctx, { tone: 'success', title: t.clean, body: t.cleanBody })
      : stops(findings)
        ? notice(ctx, { tone: 'warning', title: t.stopped, body: t.stoppedBody })
        : notice(ctx, { tone: 'info', title: t.held, body: t.heldBody });
  const mayDo = ctx.actor && may(ctx.actor, 'publication.propose', record.bodyId ?? undefined);
  if (shown?.contentHash === hash) return html`${findingTable(ctx, findings)}`;
  return html`${said}${findingTable(ctx, findings)}${
    mayDo
      ? form(ctx, {
          action: `${publicationOfPath(noun, id)}/foresla`,
          submit: findings.length > 0 ? t.proposeToReview : shown ? t.publishNew : t.propose,
          body: html`<input type="hidden" name="shownHash" value="${hash}">`,
        })
      : null
  }`;
}

function findingTable(ctx: RequestContext, findings: readonly KeptFinding[]): Html | null {
  const t = texts[ctx.language];
  if (findings.length === 0) return null;
  return table(ctx, {
    caption: t.findings,
    columns: [
      { key: 'what', text: t.what },
      { key: 'words', text: t.record },
      { key: 'where', text: t.where },
    ],
    rows: findings.map((one) => ({
      what: gateFindingKinds[one.kind][ctx.language],
      words: html`<span lang="sv">${one.form}</span>`,
      where: html`<span lang="sv">${one.place}</span>`,
    })),
  });
}

function reviewSection(ctx: RequestContext, facts: PublicationFacts, waiting: Publication, state: FormState): Html {
  const t = texts[ctx.language];
  const { actor } = ctx;
  const path = publicationOfPath(facts.noun, facts.id);
  const own = actor?.accountId === waiting.proposerId;
  const mayReview = actor && may(actor, 'publication.review', waiting.bodyId ?? undefined);
  const changed = waiting.contentHash !== facts.hash;
  if (changed || !mayReview || own)
    return html`${stops(facts.findings) ? notice(ctx, { tone: 'warning', title: t.stopped, body: t.stoppedBody }) : notice(ctx, { tone: 'info', title: t.held, body: own ? t.ownProposal : t.heldBody })}${findingTable(ctx, facts.findings)}${
      changed && actor && may(actor, 'publication.propose', waiting.bodyId ?? undefined)
        ? form(ctx, {
            action: `${path}/foresla`,
            submit: t.proposeToReview,
            body: html`<input type="hidden" name="shownHash" value="${facts.hash}">`,
          })
        : null
    }`;
  const passable = facts.findings.every((one) => rulingsFor(one).length > 0);
  const hidden = html`<input type="hidden" name="publicationId" value="${waiting.id}">`;
  return html`<section><h2>${t.review}</h2><p>${t.reviewLead}</p>${
    passable
      ? form(ctx, {
          action: `${path}/granska`,
          submit: t.publishReviewed,
          state,
          version: waiting.version,
          body: html`${hidden}${facts.findings.map((one, index) => findingFields(ctx, one, index, state))}`,
        })
      : html`${findingTable(ctx, facts.findings)}<p>${t.cannotPass}</p>`
  }${form(ctx, {
    action: `${path}/avsla`,
    submit: t.decline,
    variant: 'secondary',
    version: waiting.version,
    body: html`${hidden}${field(ctx, {
      name: 'declineReason',
      label: t.declineReason,
      state: 'declineReason' in state.values ? state : freshForm(),
    })}`,
  })}</section>`;
}

function findingFields(ctx: RequestContext, finding: KeptFinding, index: number, state: FormState): Html {
  const t = texts[ctx.language];
  const { language } = ctx;
  const row = gateFindingKinds[finding.kind];
  return html`<h3>${index + 1}. ${capitalized(row[language])}</h3><p><strong lang="sv">${finding.form}</strong> <span lang="sv">(${finding.place})</span></p><p>${row.ask[language]}</p>${field(
    ctx,
    {
      kind: 'select',
      name: `ruling${index}`,
      label: t.ruling(index + 1),
      options: rulingsFor(finding).map((code) => ({ value: code, text: findingRulings[code][language] })),
      state,
    },
  )}${field(ctx, { name: `reason${index}`, label: t.reason(index + 1), state })}`;
}

function withdrawSection(ctx: RequestContext, { noun, id, record }: PublicationFacts, state: FormState): Html | null {
  const t = texts[ctx.language];
  if (!ctx.actor || !may(ctx.actor, 'publication.withdraw', record.bodyId ?? undefined)) return null;
  return html`<section><h2>${t.withdrawTitle}</h2><p>${t.withdrawBody}</p>${form(ctx, {
    action: `${publicationOfPath(noun, id)}/dra-tillbaka`,
    submit: t.withdraw,
    variant: 'danger',
    state: 'withdrawReason' in state.values ? state : freshForm(),
    body: field(ctx, {
      name: 'withdrawReason',
      label: t.withdrawReason,
      state: 'withdrawReason' in state.values ? state : freshForm(),
    }),
  })}</section>`;
}

function traceSection(ctx: RequestContext, { events }: PublicationFacts): Html | null {
  const t = texts[ctx.language];
  if (events.length === 0) return null;
  return html`<section><h2>${t.trace}</h2><p>${t.evidenceBody}</p>${table(ctx, {
    caption: t.trace,
    captionHidden: true,
    columns: [
      { key: 'event', text: t.event },
      { key: 'when', text: t.when },
      { key: 'by', text: t.by },
      { key: 'edition', text: t.edition },
      { key: 'reason', text: t.reasonColumn },
    ],
    rows: events.map(({ kind, at, by, details }) => ({
      event: publicationEventKinds[kind][ctx.language],
      when: html`<time datetime="${at.toISOString()}">${ctx.format.instant(at)}</time>`,
      by,
      edition: details?.edition ? String(details.edition) : '',
      reason: details?.reason ? html`<span lang="sv">${String(details.reason)}</span>` : '',
    })),
  })}</section>`;
}

function batchSection(ctx: RequestContext, { id, record }: PublicationFacts): Html | null {
  const t = texts[ctx.language];
  if (!ctx.actor || !may(ctx.actor, 'publication.propose', record.bodyId ?? undefined)) return null;
  return html`<section><h2>${t.batch}</h2><p>${t.batchBody}</p>${postButton(ctx, {
    action: `${publicationPath}/allt-fran-sammantrade/${id}`,
    text: t.batch,
    variant: 'secondary',
  })}</section>`;
}

function filesList(ctx: RequestContext, { files }: PublishedRecord): Html | null {
  const t = texts[ctx.language];
  if (files.length === 0) return null;
  return html`<h3>${t.files}</h3><ul>${files.map(
    ({ fileName, accessible }) =>
      html`<li><span lang="sv">${fileName}</span> (${accessible ? t.accessible : t.notAccessible})</li>`,
  )}</ul>`;
}
