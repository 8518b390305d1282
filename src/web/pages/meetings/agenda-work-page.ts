import {
  type AgendaItem,
  type ItemOrigin,
  itemOrigin,
  itemOrigins,
  missedDeadlines,
  type NoticeDeadline,
  nothingChanged,
} from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { moveButtons } from '../../components/move-buttons/move-buttons.ts';
import { notice } from '../../components/notice/notice.ts';
import { table } from '../../components/table/table.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { waitingInputs } from '../followup/waiting-inputs.ts';
import { waitingReports } from '../followup/waiting-reports.ts';
import { changesList } from './agenda-changes-list.ts';
import type { AgendaFacts } from './agenda-facts.ts';
import { meetingCrumbs } from './agenda-item-form-page.ts';
import { itemPath } from './agenda-section.ts';
import { texts } from './agenda-texts.ts';
import { meetingTag } from './meeting-words.ts';
import { mayMove } from './state-actions.ts';

/** Where a secretary puts the agenda together, sees what is missing, and sends it: the notice first, then numbered supplements. */
export function agendaWorkPage(ctx: RequestContext, facts: AgendaFacts, state: FormState): Page {
  const t = texts[ctx.language];
  const { meeting, versions } = facts;
  const href = recordAddress('meeting', meeting.id);
  const standing = linkButton({
    text: t.standing,
    href: `/sammantraden/staende-punkter/${meeting.body.id}`,
    variant: 'quiet',
  });
  const put = postButton(ctx, {
    action: `${href}/dagordning/staende`,
    text: t.putStanding,
    variant: meeting.items.length === 0 ? 'primary' : 'secondary',
  });
  return page({
    title: t.title,
    width: 'wide',
    crumbs: meetingCrumbs(ctx, meeting, t.title),
    lead: html`${meetingTag(ctx, meeting.state)}<span lang="sv">${meeting.body.name}</span>`,
    body: html`<section><h2>${t.items}</h2>${
      meeting.items.length === 0
        ? emptyState({ title: t.empty, body: t.emptyBody, action: html`<div class="actions">${put}${standing}</div>` })
        : html`${itemTable(ctx, facts)}<div class="actions">${linkButton({ text: t.addItem, href: `${href}/punkter/ny` })}${put}${
            versions.length === 0
              ? postButton(ctx, { action: `${href}/dagordning/numrera`, text: t.renumber, variant: 'secondary' })
              : null
          }${linkButton({ text: t.timetable, href: `${href}/tidplan`, variant: 'secondary' })}${standing}</div>`
    }</section>
${mayMove(meeting.state, 'changeAgenda') ? [waitingReports(ctx, meeting.id, facts.waiting), waitingInputs(ctx, meeting.id, facts.waitingInputs)] : null}
<section id="utskick"><h2>${t.sent}</h2>${versionTable(ctx, facts)}${sending(ctx, facts, state)}</section>`,
  });
}

function itemTable(ctx: RequestContext, facts: AgendaFacts): Html {
  const t = texts[ctx.language];
  const { meeting, latest, raised } = facts;
  return table(ctx, {
    caption: t.items,
    captionHidden: true,
    dense: true,
    columns: [
      { key: 'heading', text: t.heading },
      { key: 'papers', text: t.papers },
      { key: 'origin', text: t.origin },
      { key: 'acts', text: t.acts },
    ],
    rows: meeting.items.map((item) => {
      const origin = itemOrigin(item.id, latest?.content, meeting.state);
      const path = itemPath(meeting, item);
      const sub = item.parentId === null ? null : html`<span class="agenda-sub" aria-hidden="true"></span>`;
      return {
        heading: html`${sub}<span class="agenda-number">${item.number ?? '–'}</span> <a href="${path}" lang="sv">${item.title}</a>${
          item.presenters.length > 0 ? html` <span class="soft" lang="sv">${item.presenters.join(', ')}</span>` : null
        }`,
        papers: papers(ctx, facts, item),
        origin: html`${tag({ text: itemOrigins[origin][ctx.language], tone: tones[origin] })}${
          origin === 'raised' && !raised.has(item.id) ? html` <a href="${path}/vackt">${t.noteRaised}</a>` : null
        }`,
        acts: moves(ctx, facts, item),
      };
    }),
  });
}

const tones = { notSent: 'neutral', announced: 'ok', pending: 'late', raised: 'late' } as const satisfies Record<
  ItemOrigin,
  TagTone
>;

function papers(ctx: RequestContext, { memos, meeting }: AgendaFacts, item: AgendaItem): Content {
  const t = texts[ctx.language];
  const path = itemPath(meeting, item);
  const memo = memos.get(item.id);
  const said = memo ? (memo.state === 'ready' ? t.memoReady : t.memoDraft) : t.memo;
  const documents = item.documents.length > 0 ? t.documents(item.documents.length) : t.noPapers;
  return html`<a href="${path}/handlingar">${documents}<span class="sr-only">: ${item.title}</span></a> · <a href="${path}/pm">${said}<span class="sr-only">: ${item.title}</span></a>`;
}

function moves(ctx: RequestContext, { meeting }: AgendaFacts, item: AgendaItem): Content {
  const level = meeting.items.filter(({ parentId }) => parentId === item.parentId);
  const at = level.findIndex(({ id }) => id === item.id);
  const step = (direction: 'earlier' | 'later', possible: boolean) =>
    possible ? { action: `${itemPath(meeting, item)}/flytta`, fields: { direction, back: 'agenda' } } : undefined;
  return moveButtons(ctx, {
    about: `: ${item.title}`,
    version: item.version,
    up: step('earlier', at > 0),
    down: step('later', at < level.length - 1),
  });
}

function versionTable(ctx: RequestContext, { meeting, versions }: AgendaFacts): Html | null {
  const t = texts[ctx.language];
  if (versions.length === 0) return html`<p>${t.notSent}</p>`;
  return table(ctx, {
    caption: t.sent,
    captionHidden: true,
    dense: true,
    columns: [
      { key: 'version', text: t.version },
      { key: 'when', text: t.when, kind: 'date' },
      { key: 'by', text: t.by },
      { key: 'inTime', text: t.inTime },
    ],
    rows: versions.map((version) => ({
      version: html`<a href="${recordAddress('meeting', meeting.id)}/dagordning/versioner/${version.number}">${t.versionName(version.number)}</a>`,
      when: ctx.format.instant(version.frozenAt),
      by: version.frozenBy,
      inTime: version.deadline
        ? version.lateReason
          ? tag({ text: t.late(ctx.format.date(version.deadline.date)), tone: 'late' })
          : tag({ text: t.onTime(ctx.format.date(version.deadline.date)), tone: 'ok' })
        : t.noRule,
    })),
  });
}

/** What would be sent now, by when, and the button that sends it. */
function sending(ctx: RequestContext, facts: AgendaFacts, state: FormState): Html | null {
  const t = texts[ctx.language];
  const { meeting, versions, changes, deadlines } = facts;
  if (changes && nothingChanged(changes)) return html`<p class="soft">${t.unchanged}</p>`;
  const changed = changes && card({ title: t.changesSince, level: 3, body: changesList(ctx, changes) });
  if (!mayMove(meeting.state, 'freezeAgenda') || meeting.items.length === 0) return html`${changed}`;
  const missed = missedDeadlines(deadlines, ctx.services.runtime.today());
  if (missed.some(({ binding }) => binding === 'law'))
    return html`${changed}${notice(ctx, { tone: 'warning', title: deadlineWords(ctx, missed, t.missed), body: html`<p>${t.missedLaw}</p>` })}`;
  return html`${changed}<p>${missed.length > 0 ? deadlineWords(ctx, missed, t.missed) : deadlines.length > 0 ? deadlineWords(ctx, deadlines, t.lastDay) : t.noDeadline}</p>${form(
    ctx,
    {
      action: `${recordAddress('meeting', meeting.id)}/dagordning/frys`,
      submit: versions.length === 0 ? t.freeze : t.freezeNext(versions.length),
      state,
      version: versions.length,
      body:
        missed.length > 0
          ? field(ctx, { name: 'lateReason', label: t.lateReason, kind: 'textarea', rows: 2, state })
          : '',
    },
  )}`;
}

function deadlineWords(
  ctx: RequestContext,
  deadlines: readonly NoticeDeadline[],
  say: (date: string, rule: string) => string,
): string {
  return deadlines.map(({ date, ruleId, source }) => say(ctx.format.date(date), `${ruleId}, ${source}`)).join(' ');
}
