import {
  type AgendaVersion,
  agendaAspects,
  agendaChanges,
  callKinds,
  type FrozenItem,
  itemCategories,
  type MeetingDetail,
  memoSectionCodes,
  memoSections,
  printedClauses,
  printedSection,
} from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { agendaItem } from '../../components/agenda-item/agenda-item.ts';
import { linkButton } from '../../components/button/button.ts';
import { calledList } from '../../components/called-list/called-list.ts';
import { card } from '../../components/card/card.ts';
import { notice } from '../../components/notice/notice.ts';
import { timetable } from '../../components/timetable/timetable.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { roleName } from '../organisation/seat-words.ts';
import { changesList } from './agenda-changes-list.ts';
import { meetingCrumbs } from './agenda-item-form-page.ts';
import { texts } from './agenda-texts.ts';
import { mayFor } from './meeting-facts.ts';
import { texts as meetingTexts } from './texts.ts';

/** What the page of a version shows. */
export type VersionFacts = {
  readonly meeting: MeetingDetail;
  readonly version: AgendaVersion;
  /** What was sent before it; undefined for the notice. */
  readonly before: AgendaVersion | undefined;
  /** The items whose papers are kept from who reads, who is disqualified in them (R-KL-24). */
  readonly kept: readonly string[];
};

/** A frozen agenda in the words in which it was sent; nothing on the page is read from the records as they are now. */
export function agendaVersionPage(ctx: RequestContext, { meeting, version, before, kept }: VersionFacts): Page {
  const t = texts[ctx.language];
  const { content } = version;
  const changes = before && agendaChanges(before.content, content);
  const name = t.versionName(version.number);
  const { heldOn, startsAt, endsAt, place, bodies } = content.meeting;
  const time = [startsAt, endsAt].filter(Boolean).join('–');
  return page({
    title: name,
    crumbs: meetingCrumbs(ctx, meeting, name),
    lead: html`<span>${t.frozenLead(ctx.format.instant(version.frozenAt), version.frozenBy)}</span>`,
    body: html`${version.lateReason ? notice(ctx, { tone: 'warning', title: t.lateBecause, body: html`<p lang="sv">${version.lateReason}</p>` }) : null}
${changes ? card({ title: t.whatChanged, body: changesList(ctx, changes) }) : null}
<p lang="sv"><strong>${bodies.join(', ')}</strong><br>${[ctx.format.dateWithWeekday(heldOn), time, place].filter(Boolean).join(' · ')}</p>
<section><h2>${t.items}</h2>${content.items.map((item) => drawItem(ctx, kept.includes(item.id) ? withoutPapers(item) : item, kept))}</section>
${
  content.slots.length > 0
    ? html`<section><h2>${agendaAspects.slots[ctx.language].replace(/^./, (first) => first.toUpperCase())}</h2><div lang="sv">${timetable(
        {
          label: t.timetableThen,
          slots: content.slots.map((slot) => ({
            start: slot.startsAt,
            end: slot.endsAt,
            title: slot.title,
            presenters: slot.presenters,
            ...(slot.pause && { state: 'pause' as const }),
          })),
        },
      )}</div></section>`
    : null
}
${mayFor(ctx.actor, 'meeting.edit', meeting) ? html`<div class="actions">${linkButton({ text: `${name} (PDF)`, href: `${recordAddress('meeting', meeting.id)}/kallelse.pdf?version=${version.number}`, variant: 'secondary' })}${linkButton({ text: t.backToWork, href: `${recordAddress('meeting', meeting.id)}/dagordning`, variant: 'secondary' })}</div>` : null}`,
    aside: html`${(['called', 'notified'] as const).map((kind) => {
      const people = content.calls
        .filter((call) => call.kind === kind)
        .map(({ name: person, party, role }) => ({ name: person, party, role: role && roleName(ctx, role) }));
      if (people.length === 0) return null;
      const label = callKinds[kind][ctx.language];
      return card({ title: label, body: html`<div lang="sv">${calledList(ctx, { label, people })}</div>` });
    })}${card({ title: t.fingerprint, body: html`<p class="soft"><code>${version.contentHash.match(/.{1,16}/g)?.join(' ')}</code></p>` })}`,
  });
}

/** An item as it is shown to who must stay away from it: what it is about, and nothing of its papers. */
function withoutPapers(item: FrozenItem): FrozenItem {
  return { ...item, summary: null, proposals: [], documents: [], memo: null };
}

function drawItem(ctx: RequestContext, item: FrozenItem, kept: readonly string[]): Html {
  const t = texts[ctx.language];
  return agendaItem({
    id: item.id,
    number: item.number,
    title: item.title,
    category: itemCategories[item.category][ctx.language],
    facts: [
      ...(item.presenters.length > 0
        ? [{ label: t.presenters, value: html`<span lang="sv">${item.presenters.join(', ')}</span>` }]
        : []),
      ...(item.registrationNumber ? [{ label: t.matter, value: item.registrationNumber }] : []),
      ...(item.documents.length > 0
        ? [
            {
              label: t.basis,
              value: html`<ul lang="sv">${item.documents.map(({ id, title }) => html`<li><a href="${recordAddress('document', id)}">${title}</a></li>`)}</ul>`,
            },
          ]
        : []),
    ],
    summary: item.summary,
    decisions: item.proposals.map((proposal, index) => ({
      id: `${item.id}-${index}`,
      title: proposal.title,
      state: null,
      lead: t.proposes(proposal.body),
      clauses: printedClauses(proposal.clauses).map((text) => ({ text })),
    })),
    gap: kept.includes(item.id) ? meetingTexts[ctx.language].disqualifiedFrom : null,
    more: memoOf(ctx, item),
  });
}

function memoOf(ctx: RequestContext, { memo }: FrozenItem): Content {
  if (!memo) return null;
  const sections = memoSectionCodes.flatMap((code) => {
    const text = printedSection(memo, code);
    return text ? [html`<h4>${memoSections[code].label.sv}</h4><p class="agenda-lines">${text}</p>`] : [];
  });
  return html`<details class="help"><summary>${texts[ctx.language].memo}</summary><div class="help-body" lang="sv">${sections}</div></details>`;
}
