import { may } from '../../../domain/access/index.ts';
import {
  askKinds,
  type ListedRelease,
  type Principal,
  type ReceiverStanding,
  type Release,
  type ReleaseReceiver,
  receiverStandings,
  releaseEvents,
  releaseGrounds,
} from '../../../domain/releases/index.ts';
import { type AddressedNoun, recordAddress, recordAddresses } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { documentView } from '../../components/document-view/document-view.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { form } from '../../components/form/form.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { collaborationTabs } from '../collaboration/collaboration-tabs.ts';
import { answerList } from './answer-list.ts';
import { releasePaths } from './release-paths.ts';
import { texts } from './texts.ts';

const tones = {
  untied: 'unknown',
  sent: 'neutral',
  delivered: 'part',
  read: 'info',
  answered: 'ok',
  recalled: 'late',
} as const satisfies Readonly<Record<ReceiverStanding, TagTone>>;

/** How far a release has come with one receiver. */
export function standingTag(ctx: RequestContext, standing: ReceiverStanding): Html {
  return tag({ text: receiverStandings[standing][ctx.language], tone: tones[standing] });
}

/** What the log shows: the choice of whoever reads it. */
export type LogQuery = { readonly mottagare?: string; readonly fran?: string; readonly till?: string };

/** The release log of the authority (R-OSL-7). */
export function releaseLogPage(
  ctx: RequestContext,
  facts: {
    readonly releases: readonly ListedRelease[];
    readonly principals: readonly Principal[];
    readonly query: LogQuery;
    readonly more: string | undefined;
  },
): Page {
  const t = texts[ctx.language];
  const { releases, principals, query, more } = facts;
  const state = freshForm(query);
  const active = Object.values(query).some((value) => value !== undefined);
  const search = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();
  return page({
    title: t.logTitle,
    lead: t.logLead,
    body: html`${collaborationTabs(ctx, 'releases')}<div class="actions">${linkButton({ text: t.tiesLink, href: releasePaths.receivers, variant: 'secondary' })}</div>${filterBar(
      ctx,
      {
        action: releasePaths.log,
        active,
        fields: html`${field(ctx, {
          kind: 'select',
          name: 'mottagare',
          label: t.receivers,
          empty: t.anyReceiver,
          options: principals.map(({ bodyId, name }) => ({ value: bodyId, text: name })),
          state,
        })}${field(ctx, { kind: 'date', name: 'fran', label: t.from, state })}${field(ctx, { kind: 'date', name: 'till', label: t.to, state })}`,
      },
    )}${
      releases.length === 0
        ? emptyState({ title: t.logNone, body: t.logNoneBody })
        : html`${table(ctx, {
            caption: t.logTitle,
            captionHidden: true,
            columns: [
              { key: 'what', text: t.record },
              { key: 'when', text: t.when, kind: 'date' },
              { key: 'to', text: t.receivers },
              { key: 'ground', text: t.ground },
              { key: 'ask', text: t.ask },
            ],
            rows: releases.map((one) => ({
              what: html`<a href="${releasePaths.log}/${one.id}" lang="sv">${one.title}</a>${one.protected ? html` ${tag({ text: t.protectedMark, tone: 'late' })}` : null}`,
              when: ctx.format.date(dayOf(one.releasedAt)),
              to: html`${one.receivers.map(
                (receiver, index) =>
                  html`${index > 0 ? html`<br>` : null}<span lang="sv">${nameOf(ctx, receiver)}</span> ${standingTag(ctx, receiver.standing)}`,
              )}`,
              ground: releaseGrounds[one.ground].label[ctx.language],
              ask: one.ask ? askKinds[one.ask.kind].short[ctx.language] : '',
            })),
          })}${exportLinks(ctx, { href: (format) => `${releasePaths.log}/logg.${format}${search ? `?${search}` : ''}` })}`
    }${more ? html`<p><a href="${more}">${t.next}</a></p>` : null}`,
  });
}

/** The civil date on which something happened, where the authority is. */
export function dayOf(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(at);
}

export function nameOf(ctx: RequestContext, { name, audience }: ReleaseReceiver): string {
  return audience === 'guests' ? texts[ctx.language].guestsOf(name) : name;
}

/** One release: what left, what became of it at each receiver, their answers, and the form in which it is recalled. */
export function releasePage(ctx: RequestContext, release: Release, state: FormState): Page {
  const t = texts[ctx.language];
  const { language } = ctx;
  const events = release.receivers.flatMap((receiver) => receiver.events.map((event) => ({ receiver, event })));
  const answers = release.receivers.flatMap((receiver) => receiver.answers.map((answer) => ({ receiver, answer })));
  const stands = release.receivers.some(({ standing }) => standing !== 'recalled');
  const address = addressOf(release.noun, release.recordId);
  return page({
    title: release.title,
    crumbs: [{ text: t.logTitle, href: releasePaths.log }, { text: release.title }],
    body: html`${table(ctx, {
      caption: t.receivers,
      columns: [
        { key: 'to', text: t.receivers },
        { key: 'state', text: t.state },
      ],
      rows: release.receivers.map((receiver) => ({
        to: html`<span lang="sv">${nameOf(ctx, receiver)}</span>`,
        state: html`${standingTag(ctx, receiver.standing)}${receiver.standing === 'untied' ? html` ${t.notTied}` : null}`,
      })),
    })}${
      release.ask
        ? html`<section><h2>${t.answers}</h2><p><strong>${askKinds[release.ask.kind].label[language]}.</strong> <span lang="sv">${release.ask.question}</span>${release.ask.dueOn ? html` ${t.dueOn}: ${ctx.format.date(release.ask.dueOn)}.` : null}</p>${answers.map(
            ({ receiver, answer }) =>
              html`<h3 lang="sv">${receiver.name}</h3><p>${t.answeredBy(answer.answeredBy, ctx.format.date(dayOf(answer.answeredAt)))}</p>${release.ask ? answerList(ctx, release.ask, answer.values) : null}`,
          )}</section>`
        : null
    }${
      events.length > 0
        ? table(ctx, {
            caption: t.events,
            columns: [
              { key: 'event', text: t.event },
              { key: 'to', text: t.receivers },
              { key: 'when', text: t.when, kind: 'date' },
              { key: 'by', text: t.by },
              { key: 'reason', text: t.reason },
            ],
            rows: events.map(({ receiver, event }) => ({
              event: releaseEvents[event.kind][language],
              to: html`<span lang="sv">${nameOf(ctx, receiver)}</span>`,
              when: ctx.format.date(dayOf(event.at)),
              by: event.by,
              reason: event.reason ? html`<span lang="sv">${event.reason}</span>` : null,
            })),
          })
        : null
    }<section><h2>${t.snapshot}</h2>${documentView(release.snapshot.tree)}</section>${
      stands && ctx.actor && may(ctx.actor, 'release.make', release.bodyId ?? undefined)
        ? html`<section><h2>${t.recallTitle}</h2><p>${t.recallBody}</p>${form(ctx, {
            action: `${releasePaths.log}/${release.id}/aterkalla`,
            submit: t.recall,
            variant: 'danger',
            state,
            body: field(ctx, { kind: 'textarea', name: 'reason', label: t.reason, rows: 2, state }),
          })}</section>`
        : null
    }`,
    aside: card({
      title: t.makeTitle,
      body: summaryList(
        [
          { term: t.when, value: ctx.format.date(dayOf(release.releasedAt)) },
          { term: t.by, value: release.releasedBy },
          {
            term: t.ground,
            value: `${releaseGrounds[release.ground].label[language]} (${releaseGrounds[release.ground].provision})`,
          },
          { term: t.provision, value: release.provision },
          { term: t.assessment, value: release.assessment && html`<span lang="sv">${release.assessment}</span>` },
          { term: t.note, value: release.note && html`<span lang="sv">${release.note}</span>` },
          { term: t.hash, value: html`<code>${release.contentHash.slice(0, 16)}</code>` },
          { term: t.record, value: address && html`<a href="${address}">${t.openRecord}</a>` },
        ],
        { compact: true },
      ),
    }),
  });
}

/** Where the record itself is, when its noun has an address that needs nothing but its id. */
function addressOf(noun: string, id: string): string | null {
  const pattern = (recordAddresses as Readonly<Record<string, string>>)[noun];
  return pattern && !pattern.includes('{within}') ? recordAddress(noun as AddressedNoun, id) : null;
}
