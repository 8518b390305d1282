import { may } from '../../../domain/access/index.ts';
import {
  appealKinds,
  type BoardNotice,
  instructionOf,
  mayNotice,
  type NoticeEvent,
  noticeEventKinds,
  noticeKinds,
  type PostingProof,
  statableReasons,
  unseenSince,
} from '../../../domain/notices/index.ts';
import type { PrintedHead } from '../../../domain/witnessing/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { field } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { notice as remark } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { court } from '../minutes/appeal-words.ts';
import { boardPath, noticeTag } from './board-page.ts';
import { boardsSection, minuteProof } from './proof-section.ts';
import { texts } from './texts.ts';

export type NoticeFacts = {
  readonly notice: BoardNotice;
  readonly events: readonly NoticeEvent[];
  readonly proof: PostingProof;
  /** The same announcement on every board that it belongs on, this one among them (KL 9:32). */
  readonly boards: readonly BoardNotice[];
  /** The minutes that it announces, for those who may read them in the register. */
  readonly minutesId: string | null;
  /** Where in the log it says that the entry was written. */
  readonly logHead?: PrintedHead | undefined;
};

/** One entry of the board with its days, how what it announces is appealed, and the proof of when it was to be seen. */
export function noticePage(ctx: RequestContext, facts: NoticeFacts, state: FormState = freshForm()): Page {
  const t = texts[ctx.language];
  const { notice, events, minutesId } = facts;
  const day = (date: string | null) => date && ctx.format.date(date);
  const instruction = instructionOf(notice, { court });
  return page({
    title: notice.title,
    crumbs: [{ text: t.title, href: boardPath }, { text: notice.title }],
    lead: html`${noticeTag(ctx, notice.state)}<span lang="sv">${notice.board.name}</span>`,
    body: html`${warnings(ctx, facts)}${notice.bodyText ? html`<p lang="sv">${notice.bodyText}</p>` : null}
${summaryList([
  { term: t.kind, value: noticeKinds[notice.kind].label[ctx.language] },
  { term: t.body, value: html`<span lang="sv">${notice.body.name}</span>` },
  { term: t.meetingDate, value: day(notice.heldOn) },
  { term: t.sections, value: notice.sections },
  { term: t.adjusted, value: day(notice.adjustedOn) },
  { term: t.posted, value: day(notice.postedOn) },
  {
    term: t.appealLast,
    value: notice.interrupted ? tag({ text: t.cannotCount, tone: 'late' }) : day(notice.appealLast),
  },
  { term: t.takenDown, value: day(notice.takenDownOn) },
  { term: t.takenDownEarliest, value: notice.takenDownOn ? null : day(notice.removeEarliest) },
  { term: t.availableAt, value: notice.availableAt && html`<span lang="sv">${notice.availableAt}</span>` },
  {
    term: t.file,
    value: html`<a href="${recordAddress('boardNotice', notice.id)}/fil/pdf">PDF<span class="sr-only"> ${t.fileAbout}</span></a> · <a href="${recordAddress('boardNotice', notice.id)}/fil/docx">DOCX<span class="sr-only"> ${t.fileAbout}</span></a>`,
  },
  {
    term: t.minutes,
    value: minutesId && html`<a href="${recordAddress('minutes', minutesId)}">${t.minutes}</a>`,
  },
])}
${instruction.length > 0 ? html`<section><h2>${t.appeal}</h2><p><strong>${appealKinds[notice.appealKind][ctx.language]}</strong></p><div lang="sv">${instruction.map((one) => html`<p>${one}</p>`)}</div></section>` : null}
${boardsSection(ctx, facts)}<section id="bevis"><h2>${t.proof}</h2><p class="soft">${t.proofBody}</p>${proofTable(ctx, events)}${minuteProof(ctx, facts)}</section>`,
    aside: manageCard(ctx, facts, state),
  });
}

function warnings(ctx: RequestContext, { notice, proof }: NoticeFacts): Html {
  const t = texts[ctx.language];
  const unseen = notice.state === 'posted' ? unseenSince(notice.watch, ctx.services.runtime.now()) : undefined;
  const gap = proof.gaps.some(({ statement }) => statement === null);
  return html`${unseen ? remark(ctx, { tone: 'danger', title: t.unseen, body: `${t.unseenSince} ${ctx.format.instant(unseen)}. ${t.unseenBody}` }) : null}${notice.interrupted ? remark(ctx, { tone: 'danger', title: t.timeCannotCount, body: gap ? t.gapBody : t.interruptedBody }) : null}${notice.appealed ? remark(ctx, { tone: 'info', body: t.appealed }) : null}${notice.appealKind !== 'notAppealable' && notice.appealLast === null ? remark(ctx, { tone: 'info', body: t.waitingBoards }) : null}`;
}

function proofTable(ctx: RequestContext, events: readonly NoticeEvent[]): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.proof,
    captionHidden: true,
    dense: true,
    empty: html`<p class="soft">${t.awaiting}</p>`,
    columns: [
      { key: 'when', text: t.when, kind: 'date' },
      { key: 'event', text: t.event },
      { key: 'note', text: t.note },
    ],
    rows: events.map((one) => ({
      when: ctx.format.instant(one.happenedAt),
      event: noticeEventKinds[one.kind][ctx.language],
      note: one.reason && html`<span lang="sv">${one.reason}</span>`,
    })),
  });
}

/** What can be done with the entry now, by the table of states, for those who look after the board. */
function manageCard(ctx: RequestContext, { notice, proof }: NoticeFacts, state: FormState): Html | null {
  const t = texts[ctx.language];
  const mayState = proof.gaps.some((gap) => gap.statement === null && statableReasons.includes(gap.reason));
  if (!ctx.actor || !may(ctx.actor, 'notice.post', notice.body.id)) return null;
  const here = recordAddress('boardNotice', notice.id);
  const can = (action: Parameters<typeof mayNotice>[1]) => mayNotice(notice.state, action);
  const today = ctx.services.runtime.today();
  const mayTakeDown =
    can('takeDown') && !notice.interrupted && (!notice.removeEarliest || notice.removeEarliest <= today);
  const small = (action: string, submit: string, name: string, label: string, kind: 'text' | 'date' = 'text') =>
    form(ctx, {
      action: `${here}/${action}`,
      submit,
      variant: 'secondary',
      state,
      body: field(ctx, { kind, name, label, state: kind === 'date' ? freshForm({ [name]: today }) : state }),
    });
  return card({
    title: t.manage,
    body: html`${can('post') ? small('uppsatt', t.confirmPosted, 'postedOn', t.confirm, 'date') : null}
${can('restore') ? html`<div class="actions">${postButton(ctx, { action: `${here}/synligt`, text: t.restore, variant: 'secondary' })}</div>` : null}
${notice.interrupted && can('postAnew') ? html`<div class="actions">${postButton(ctx, { action: `${here}/pa-nytt`, text: t.postAnew })}</div>` : null}
${mayState ? small('styrkt', t.stateIt, 'statement', t.statement) : null}
${mayTakeDown ? html`<div class="actions">${postButton(ctx, { action: `${here}/ta-ned`, text: t.takeDown })}</div>` : null}
${can('hide') ? small('avbrott', t.interrupt, 'reason', t.interruptReason) : null}
${
  notice.appealKind === 'notAppealable' || !can('noteAppeal')
    ? null
    : notice.appealed
      ? small('avgjort', t.settle, 'outcome', t.outcome)
      : small('overklagat', t.noteAppeal, 'caseNumber', t.caseNumber)
}`,
  });
}
