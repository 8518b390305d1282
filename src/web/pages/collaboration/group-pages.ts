import { may } from '../../../domain/access/index.ts';
import {
  type FilledPlace,
  type Representation,
  representationGaps,
  representationOn,
} from '../../../domain/collaboration/index.ts';
import { bodyKinds, sharedKinds } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import { type TreeItem, tree } from '../../components/tree/tree.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { collaborationPaths, collaborationTabs } from './collaboration-tabs.ts';
import type { GroupFacts, GroupNode } from './group-facts.ts';
import { groupTexts } from './group-texts.ts';
import { itemLink } from './term-words.ts';

/** The address of a joint group. */
export function groupPath(groupId: string): string {
  return `${collaborationPaths.groups}/${groupId}`;
}

/** The structure of the cooperation as a tree, and every place in it that lacks somebody. */
export function groupListPage(ctx: RequestContext, structure: readonly GroupNode[]): Page {
  const t = groupTexts[ctx.language];
  const all = structure.flatMap(function flat(node): readonly GroupNode[] {
    return [node, ...node.below.flatMap(flat)];
  });
  const gaps = all.flatMap(({ body, places }) =>
    places.flatMap((place) => place.gaps.map((gap) => ({ body, place, gap }))),
  );
  const add =
    ctx.actor && may(ctx.actor, 'organisation.edit')
      ? linkButton({ text: t.newBody, href: '/organ/nytt', variant: 'secondary' })
      : null;
  const gapTable = () =>
    table(ctx, {
      caption: t.gaps,
      captionHidden: true,
      columns: [
        { key: 'place', text: t.place },
        { key: 'group', text: t.group },
        { key: 'missing', text: t.missing },
      ],
      rows: gaps.map(({ body, place, gap }) => ({
        place: html`<span lang="sv">${place.forBody.name}</span>`,
        group: html`<a href="${groupPath(body.id)}" lang="sv">${body.name}</a>`,
        missing: gapTag(ctx, gap),
      })),
    });
  return page({
    title: t.groups,
    lead: t.groupsLead,
    body: html`${collaborationTabs(ctx, 'groups')}${
      structure.length === 0
        ? emptyState({ title: t.noGroups, body: t.noGroupsBody, ...(add && { action: add }) })
        : html`<section><h2>${t.structure}</h2>${tree(ctx, { label: t.structure, items: structure.map((node) => branch(ctx, node)) })}</section>
<section><h2>${t.gaps}</h2>${gaps.length === 0 ? html`<p>${t.gapsNone}</p>` : gapTable()}</section>`
    }`,
  });
}

function branch(ctx: RequestContext, { body, places, below }: GroupNode): TreeItem {
  const t = groupTexts[ctx.language];
  const gaps = places.reduce((sum, place) => sum + place.gaps.length, 0);
  const note = [
    bodyKinds[body.kind].label[ctx.language],
    places.length > 0 && t.placesCount(places.length),
    gaps > 0 && t.gapCount(gaps),
  ];
  return {
    text: body.name,
    href: sharedKinds.includes(body.kind) ? groupPath(body.id) : recordAddress('body', body.id),
    note: note.filter(Boolean).join(' · '),
    gap: gaps > 0,
    children: below.map((one) => branch(ctx, one)),
  };
}

/** What is missing in a place, in a word with its shape. */
export function gapTag(ctx: RequestContext, { kind, since }: FilledPlace['gaps'][number]): Html {
  const t = groupTexts[ctx.language];
  const tone = kind === 'endsSoon' || kind === 'noSubstitute' ? 'part' : 'unknown';
  const day = since ? ` ${t.since(ctx.format.date(since))}` : '';
  return tag({ text: `${representationGaps[kind][ctx.language]}${day}`, tone });
}

/** One group: who speaks for whom, who reports at each meeting and whose report is missing. */
export function groupPage(ctx: RequestContext, facts: GroupFacts): Page {
  const t = groupTexts[ctx.language];
  const { body, parent, below, places } = facts;
  const editable = mayEditGroup(ctx, body.id);
  const link = ({ id, name }: { readonly id: string; readonly name: string }) =>
    html`<a href="${groupPath(id)}" lang="sv">${name}</a>`;
  return page({
    title: body.name,
    ownHeading: true,
    crumbs: [{ text: t.groups, href: collaborationPaths.groups }, { text: body.name }],
    body: html`<div class="page-head"><h1 lang="sv">${body.name}</h1></div>
<section id="representanter"><h2>${t.representatives}</h2><p>${t.representativesLead}</p>${
      places.length === 0
        ? emptyState({ title: t.noPlaces, body: t.noPlacesBody })
        : placeTable(ctx, body.id, places, editable)
    }${editable ? html`<div class="actions">${places.length > 0 ? linkButton({ text: t.appoint, href: `${groupPath(body.id)}/utse` }) : null}${linkButton({ text: t.setPlace, href: `${groupPath(body.id)}/plats`, variant: 'secondary' })}</div>` : null}</section>
${reportingSection(ctx, facts, editable)}${earlierSection(ctx, places)}`,
    aside: card({
      title: t.facts,
      body: html`${summaryList(
        [
          { term: t.kind, value: bodyKinds[body.kind].label[ctx.language] },
          { term: t.parent, value: parent && (sharedKinds.includes(parent.kind) ? link(parent) : parent.name) },
          {
            term: t.subGroups,
            value: below.length > 0 ? html`<ul>${below.map((one) => html`<li>${link(one)}</li>`)}</ul>` : t.noSubGroups,
          },
        ],
        { compact: true },
      )}<p><a href="${recordAddress('body', body.id)}">${t.toBody}</a></p>`,
    }),
  });
}

/** Whether the reader may change who speaks for whom in a group. */
export function mayEditGroup(ctx: RequestContext, groupId: string): boolean {
  return ctx.actor !== undefined && may(ctx.actor, 'collaboration.edit', groupId);
}

function placeTable(ctx: RequestContext, groupId: string, places: readonly FilledPlace[], editable: boolean): Html {
  const t = groupTexts[ctx.language];
  const today = ctx.services.runtime.today();
  // One alone needs no list around it.
  const each = (lines: readonly Html[]) =>
    lines.length > 1 ? html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>` : (lines[0] ?? null);
  const line = (one: Representation) =>
    html`${person(ctx, one)}${editable ? html` <a href="${groupPath(groupId)}/representanter/${one.id}/avsluta">${t.end}<span class="sr-only">${t.endAbout(one.personName)}</span></a>` : null}`;
  return table(ctx, {
    caption: t.representatives,
    captionHidden: true,
    columns: [
      { key: 'place', text: t.place },
      { key: 'representative', text: t.representative },
      { key: 'substitute', text: t.substitute },
      { key: 'missing', text: t.missing },
      ...(editable ? [{ key: 'appoint', text: t.appoint } as const] : []),
    ],
    rows: places.map(({ forBody, all, gaps }) => {
      const { representatives, substitutes } = representationOn(all, today);
      return {
        place: html`<span lang="sv">${forBody.name}</span>`,
        representative: each(representatives.map(line)) ?? t.nobody,
        substitute: each(substitutes.map(line)),
        missing: each(gaps.map((gap) => gapTag(ctx, gap))),
        appoint: html`<a href="${groupPath(groupId)}/utse?for=${forBody.id}">${t.appoint}<span class="sr-only">${t.endAbout(forBody.name)}</span></a>`,
      };
    }),
  });
}

/** A person with the title at home, from when, and where that was said. */
function person(ctx: RequestContext, one: Representation): Html {
  const t = groupTexts[ctx.language];
  const { item, appointedBy } = one;
  const days = [t.from(ctx.format.date(one.validFrom)), one.validTo && t.to(ctx.format.date(one.validTo))];
  return html`<span lang="sv">${[one.personName, one.title].filter(Boolean).join(', ')}</span><br><span class="soft">${days.filter(Boolean).join(' ')}${appointedBy ? html`, <span lang="sv">${appointedBy}</span>` : null}</span>${item ? html`<br>${itemLink(ctx, item)}` : null}`;
}

function reportingSection(ctx: RequestContext, facts: GroupFacts, editable: boolean): Html {
  const t = groupTexts[ctx.language];
  const { body, reporting, meetings, below } = facts;
  const change =
    editable && (below.length > 0 || reporting.length > 0)
      ? html`<div class="actions">${linkButton({ text: t.setReporting, href: `${groupPath(body.id)}/rapporterar`, variant: 'secondary' })}</div>`
      : null;
  if (reporting.length === 0) return html`<section><h2>${t.reporting}</h2><p>${t.reportingNone}</p>${change}</section>`;
  const today = ctx.services.runtime.today();
  const names = (those: readonly { readonly name: string }[]) =>
    html`<span lang="sv">${ctx.format.list(those.map(({ name }) => name))}</span>`;
  return html`<section><h2>${t.reporting}</h2><p>${t.reportingLead}</p>${linkList(
    reporting.map(({ bodyId, name, itemTitle }) => ({
      title: html`<span lang="sv">${name}</span>`,
      href: groupPath(bodyId),
      note: html`<span lang="sv">${t.inItem(itemTitle)}</span>`,
    })),
  )}${change}<h3>${t.lastReports}</h3>${
    meetings.length === 0
      ? html`<p class="soft">${t.noMeetings}</p>`
      : table(ctx, {
          caption: t.lastReports,
          captionHidden: true,
          columns: [
            { key: 'meeting', text: t.meeting, kind: 'date' },
            { key: 'reported', text: t.reported },
            { key: 'missing', text: t.notReported },
          ],
          rows: meetings.map(({ meeting, reports }) => {
            const missing = reports.filter(({ report }) => report === null);
            const told = reports.filter(({ report }) => report !== null);
            const ahead = meeting.heldOn >= today;
            return {
              meeting: html`<a href="${recordAddress('meeting', meeting.id)}/huvudman">${ctx.format.date(meeting.heldOn)}</a>`,
              reported: told.length > 0 ? names(told) : '–',
              missing:
                missing.length === 0
                  ? told.length > 0
                    ? t.allReported
                    : '–'
                  : html`${tag({ text: ahead ? t.toReport : t.notReported, tone: ahead ? 'neutral' : 'unknown' })} ${names(missing)}`,
            };
          }),
        })
  }</section>`;
}

/** Those who spoke for somebody and do not any more: notes of their time name them. */
function earlierSection(ctx: RequestContext, places: readonly FilledPlace[]): Html | null {
  const t = groupTexts[ctx.language];
  const today = ctx.services.runtime.today();
  const gone = places.flatMap(({ forBody, all }) =>
    all.filter(({ validTo }) => validTo !== null && validTo < today).map((one) => ({ forBody, one })),
  );
  if (gone.length === 0) return null;
  return html`<section><h2>${t.earlier}</h2>${linkList(
    gone.map(({ forBody, one }) => ({
      title: html`<span lang="sv">${one.personName}</span>`,
      note: html`<span lang="sv">${forBody.name}</span>, ${one.capacity === 'representative' ? t.representative.toLocaleLowerCase() : t.substitute.toLocaleLowerCase()}`,
      detail: [t.from(ctx.format.date(one.validFrom)), one.validTo && t.to(ctx.format.date(one.validTo))]
        .filter(Boolean)
        .join(' '),
    })),
  )}</section>`;
}
