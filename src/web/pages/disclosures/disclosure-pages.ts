import { may } from '../../../domain/access/index.ts';
import {
  type DisclosureRequest,
  daysTaken,
  disclosureAppeal,
  disclosureStates,
  disclosureTransitions,
  isOverdue,
  type MaskedCopy,
  type TriedDocument,
} from '../../../domain/disclosures/index.ts';
import type { RegisteredDocument } from '../../../domain/matters/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { copyList } from '../secrecy/mask-page.ts';
import { texts as secrecyTexts } from '../secrecy/texts.ts';
import { followPath } from './follow-page.ts';
import { texts } from './texts.ts';
import { triedSection } from './tried-section.ts';

export const disclosuresPath = '/utlamnande';

/** The formats of a decision that is handed over. */
export const letterFormats = ['pdf', 'docx'] as const;

/** The register: what waits first, with what has waited too long said at the top. */
export function disclosureListPage(
  ctx: RequestContext,
  { requests, more }: { readonly requests: readonly DisclosureRequest[]; readonly more: string | undefined },
): Page {
  const t = texts[ctx.language];
  const today = ctx.services.runtime.today();
  const overdue = requests.filter((one) => isOverdue(one, today));
  return page({
    title: t.title,
    lead: t.lead,
    body: html`<div class="actions">${linkButton({ text: t.add, href: `${disclosuresPath}/ny`, variant: 'primary' })}</div>${
      overdue.length > 0
        ? notice(ctx, { tone: 'warning', title: t.overdue(overdue.length), body: html`<p>${t.overdueBody}</p>` })
        : null
    }${
      requests.length === 0
        ? emptyState({ title: t.none, body: t.noneBody })
        : table(ctx, {
            caption: t.title,
            captionHidden: true,
            columns: [
              { key: 'what', text: t.askedFor },
              { key: 'body', text: t.body },
              { key: 'received', text: t.receivedOn, kind: 'date' },
              { key: 'state', text: t.state },
              { key: 'days', text: t.days, kind: 'number' },
            ],
            rows: requests.map((one) => ({
              what: html`<a href="${recordAddress('disclosureRequest', one.id)}" lang="sv">${one.askedFor}</a>`,
              body: html`<span lang="sv">${one.body.name}</span>`,
              received: ctx.format.shortDate(one.receivedOn),
              state: stateTag(ctx, one),
              days: ctx.format.number(daysTaken(one, today)),
            })),
          })
    }${more ? html`<p><a href="${more}">${t.next}</a></p>` : null}`,
  });
}

const tones = {
  received: 'neutral',
  released: 'ok',
  releasedInPart: 'part',
  refused: 'info',
  withdrawn: 'unknown',
} as const satisfies Readonly<Record<DisclosureRequest['state'], TagTone>>;

function stateTag(ctx: RequestContext, one: DisclosureRequest): Html {
  if (isOverdue(one, ctx.services.runtime.today())) return tag({ text: texts[ctx.language].late, tone: 'late' });
  return tag({ text: disclosureStates[one.state][ctx.language], tone: tones[one.state] });
}

/** The form of a request. R-TF-3 (TF 2:18): it asks what is wanted and when, never who asks or why. */
export function disclosureFormPage(ctx: RequestContext, bodies: readonly Body[], state: FormState): Page {
  const t = texts[ctx.language];
  return page({
    title: t.add,
    width: 'text',
    lead: t.lead,
    crumbs: [{ text: t.title, href: disclosuresPath }, { text: t.add }],
    body: form(ctx, {
      action: `${disclosuresPath}/ny`,
      submit: t.register,
      state,
      cancel: { href: disclosuresPath },
      body: html`${field(ctx, { kind: 'textarea', name: 'askedFor', label: t.askedFor, hint: t.askedForHint, rows: 3, state })}${field(
        ctx,
        {
          kind: 'select',
          name: 'bodyId',
          label: t.body,
          options: bodies.map(({ id, name }) => ({ value: id, text: name })),
          state,
        },
      )}${field(ctx, { kind: 'date', name: 'receivedOn', label: t.receivedOn, state })}${field(ctx, {
        name: 'matterNumber',
        label: t.matterNumber,
        optional: true,
        state,
      })}${field(ctx, { name: 'contact', label: t.contact, hint: t.contactHint, optional: true, state })}`,
    }),
  });
}

export type DisclosureFacts = {
  readonly request: DisclosureRequest;
  readonly copies: readonly MaskedCopy[];
  /** The documents of the matter that the request is about, to be tried one by one. */
  readonly documents: readonly RegisteredDocument[];
  readonly tried: readonly TriedDocument[];
};

/** One request: what was asked for, what became of it, and the form of the answer while it waits. */
export function disclosurePage(
  ctx: RequestContext,
  { request: one, copies, documents, tried }: DisclosureFacts,
  { answer: state, trial }: { readonly answer: FormState; readonly trial?: FormState },
): Page {
  const t = texts[ctx.language];
  const href = recordAddress('disclosureRequest', one.id);
  const heldBack = one.provisions !== null;
  const saved: Readonly<Record<string, string>> = { provisions: one.provisions ?? '', decision: one.decision ?? '' };
  return page({
    title: t.request,
    crumbs: [{ text: t.title, href: disclosuresPath }, { text: t.request }],
    body: html`<p lang="sv">${one.askedFor}</p>${
      heldBack
        ? card({
            title: disclosureStates[one.state][ctx.language],
            body: html`${summaryList([
              { term: t.provisions, value: html`<span lang="sv">${one.provisions}</span>` },
              { term: t.decision, value: one.decision && html`<span lang="sv">${one.decision}</span>` },
              { term: t.appeal, value: disclosureAppeal[ctx.language] },
            ])}<h3>${t.letter}</h3>${linkList(letterFormats.map((format) => ({ title: t.letterAs(format.toUpperCase()), href: `${href}/beslut.${format}` })))}`,
          })
        : null
    }${documents.length > 0 || tried.length > 0 ? triedSection(ctx, { request: one, documents, tried }, trial) : null}${
      one.state === 'received' && ctx.actor && may(ctx.actor, 'disclosure.handle', one.body.id)
        ? html`<section><h2>${t.answerTitle}</h2>${bothTexts(ctx, {
            state,
            fields: Object.entries({ provisions: t.provisions, decision: t.decision }).map(([name, label]) => ({
              name,
              label,
              saved: saved[name] ?? '',
            })),
          })}${answerForm(ctx, one, `${href}/svar`, state)}</section>`
        : null
    }`,
    aside: [
      card({
        title: secrecyTexts[ctx.language].copies,
        body: papersToMask(ctx, { request: one, copies, documents, tried }),
      }),
      card({
        title: t.request,
        body: html`${summaryList(
          [
            { term: t.state, value: stateTag(ctx, one) },
            {
              term: t.body,
              value: html`<a href="${recordAddress('body', one.body.id)}" lang="sv">${one.body.name}</a>`,
            },
            { term: t.receivedOn, value: ctx.format.date(one.receivedOn) },
            { term: t.answeredOn, value: one.answeredOn && ctx.format.date(one.answeredOn) },
            { term: t.days, value: t.took(daysTaken(one, ctx.services.runtime.today())) },
            {
              term: t.matter,
              value:
                one.matter &&
                html`<a href="${recordAddress('matter', one.matter.id)}">${one.matter.registrationNumber}</a>`,
            },
            { term: t.contact, value: one.contact },
            { term: t.reference, value: one.reference && html`<code>${one.reference}</code>` },
          ],
          { compact: true },
        )}${one.reference ? html`<p>${t.referenceNote} <a href="${followPath}">${t.follow}</a></p>` : null}`,
      }),
    ],
  });
}

/** The masked copies that were made for a request, and while it waits the documents of its matter, each with the way to masking it. */
function papersToMask(ctx: RequestContext, { request, copies, documents }: DisclosureFacts): Html {
  const t = secrecyTexts[ctx.language];
  const waits = request.state === 'received' && ctx.actor && may(ctx.actor, 'secrecy.mark', request.body.id);
  return html`${copies.length > 0 ? copyList(ctx, copies) : html`<p>${t.copiesNoneHere}</p>`}${
    waits && documents.length > 0
      ? linkList(
          documents.map(({ id, title }) => ({
            title: html`<span lang="sv">${title}</span>`,
            href: recordAddress('document', id),
            action: { text: t.maskThis, href: `/kallor/${id}/maska?begaran=${request.id}` },
          })),
        )
      : null
  }`;
}

function answerForm(ctx: RequestContext, one: DisclosureRequest, action: string, state: FormState): Html {
  const t = texts[ctx.language];
  return form(ctx, {
    action,
    submit: t.save,
    state,
    version: one.version,
    cancel: { href: disclosuresPath },
    body: html`${field(ctx, {
      kind: 'select',
      name: 'action',
      label: t.outcome,
      options: disclosureTransitions.map((row) => ({ value: row.action, text: row.label[ctx.language] })),
      state,
    })}${field(ctx, { kind: 'date', name: 'answeredOn', label: t.answeredOn, state })}${field(ctx, {
      name: 'provisions',
      label: t.provisions,
      hint: t.provisionsHint,
      optional: true,
      state,
    })}${field(ctx, { kind: 'textarea', name: 'decision', label: t.decision, hint: t.decisionHint, optional: true, state })}`,
  });
}
