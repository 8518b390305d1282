import type { Block } from '../../../documents/tree/index.ts';
import { type AgendaItem, itemCategories } from '../../../domain/meetings/index.ts';
import { sectionBlocks, sectionFacts } from '../../../domain/minutes/index.ts';
import { mandateNotice } from '../../../domain/organisation/index.ts';
import { itemOutcomes, noticeClausesOf } from '../../../domain/proceedings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { documentView } from '../../components/document-view/document-view.ts';
import { field } from '../../components/field/field.ts';
import { deskAct } from '../../components/meeting-desk/meeting-desk.ts';
import { notice } from '../../components/notice/notice.ts';
import { tag } from '../../components/tag/tag.ts';
import { type Content, type Html, html } from '../../html.ts';
import { itemTasksLink } from '../execution/item-tasks-link.ts';
import { loopNotice, reportOnMaking } from '../execution/making-notice.ts';
import { actTexts } from './act-texts.ts';
import { deskPath } from './conduct-address.ts';
import { wasCalledUp } from './desk-facts.ts';
import { actButton, actForm, type DeskView, mayDo, mayWrite, stateOf } from './desk-view.ts';
import { texts } from './texts.ts';

/** What the item is: § and diary number, who presents, papers, assignments, and where it stands. */
export function itemHead(view: DeskView): Html {
  const { ctx, facts, item } = view;
  const [t, a] = [texts[ctx.language], actTexts[ctx.language]];
  const section = facts.sections.get(item.id);
  const label = [
    section === undefined ? null : t.section(section),
    item.matter?.registrationNumber,
    itemCategories[item.category][ctx.language],
  ].filter(Boolean);
  return html`<p class="desk-label">${label.join(' · ')}</p><h2 lang="sv">${[item.number, item.title].filter(Boolean).join(' ')}</h2>${standing(view)}
${item.presenters.length > 0 ? html`<p class="soft">${a.presenters}: <span lang="sv">${item.presenters.join(', ')}</span></p>` : null}${papers(view, item)}${assignments(view, item)}${
  item.summary ? html`<p lang="sv">${item.summary}</p>` : null
}`;
}

/** Whether it is this item that is dealt with, and how to come to it if not. */
function standing(view: DeskView): Html | null {
  const { ctx, facts, item } = view;
  const t = texts[ctx.language];
  const { course, meeting } = facts;
  if (meeting.state === 'closed') return notice(ctx, { tone: 'info', body: t.closedNow });
  if (course.state.itemId === item.id || !mayDo(meeting.state, 'conduct')) return null;
  const called = wasCalledUp(facts, item.id);
  const current = course.state.itemId;
  const body = html`<div class="desk-row">${called ? null : html`<p>${t.notCalledUp}</p>`}${
    current ? html`<p>${t.otherItem} <a href="${deskPath(meeting.id, current)}">${t.toCurrent}</a></p>` : null
  }${actButton(view, 'callUp', { text: called ? t.callUpAgain : t.callUpThis })}</div>`;
  return notice(ctx, { tone: 'info', title: called ? t.otherItem : t.notCalledUp, body });
}

function papers({ ctx }: DeskView, item: AgendaItem): Html | null {
  if (item.documents.length === 0) return null;
  return html`<p class="soft">${actTexts[ctx.language].documents}: ${item.documents.map(
    ({ id, title }, index) =>
      html`${index > 0 ? ', ' : null}<a href="${recordAddress('document', id)}" lang="sv">${title}</a>`,
  )}</p>`;
}

function assignments({ ctx }: DeskView, item: AgendaItem): Html | null {
  if (item.assignments.length === 0) return null;
  return html`<p class="soft">${actTexts[ctx.language].assignments}: ${item.assignments.map(
    ({ id, year, number, title }, index) =>
      html`${index > 0 ? ', ' : null}<a href="${recordAddress('assignment', id)}" title="${title}">${number === null ? title : `${year}:${number}`}</a>`,
  )}</p>`;
}

/** What the notice proposes with the one button that most items need, or how the item ended. */
export function outcomeSheet(view: DeskView): Html {
  const { ctx, facts, happened } = view;
  const a = actTexts[ctx.language];
  const { outcome } = happened;
  const mandate = mandateNotice(facts.rules);
  const made = happened.decisions.filter(({ state }) => state === 'made');
  const proposed = noticeClausesOf(happened);
  if (outcome.outcome === null)
    return html`<div class="desk-sheet"><h3>${a.proposal}</h3>${
      proposed ? clauseList(proposed) : html`<p class="soft">${a.noProposal}</p>`
    }${mandate && proposed ? html`<p class="soft">${mandate[ctx.language]}</p>` : null}${makingSentences(view)}${mayWrite(view) ? approveButtons(view, proposed !== null) : null}</div>`;
  const { ends } = itemOutcomes[outcome.outcome];
  const atOnce = outcome.immediatelyAdjusted || made.some((one) => one.immediatelyAdjusted);
  return html`<div class="desk-sheet"><div class="desk-row"><h3>${made.length > 0 ? a.decided : a.outcome}</h3>${tag({ text: itemOutcomes[outcome.outcome][ctx.language], tone: ends ? 'ok' : 'part' })}${
    atOnce ? tag({ text: a.atOnceDeclared, tone: 'info' }) : null
  }</div>${made.map(({ clauses, title }) => (clauses.length > 0 ? clauseList(clauses) : html`<p lang="sv">${title}</p>`))}${
    outcome.motivation ? html`<p lang="sv">${outcome.motivation}</p>` : null
  }${outcome.tabledTo ? html`<p>${a.tabledTo}: ${ctx.format.date(outcome.tabledTo)}</p>` : null}${
    outcome.proposed.length > 0
      ? html`<details class="help"><summary>${a.kept}</summary><div class="help-body">${outcome.proposed.map(({ clauses }) => clauseList(clauses))}</div></details>`
      : null
  }${outcome.carriedTo ? html`<p class="soft">${a.carried}</p>` : null}<div class="actions">${
    !ends && !outcome.carriedTo ? actButton(view, 'carry', { text: a.carry }) : null
  }${
    mayWrite(view) && facts.rules.approval === 'adjustment' && !atOnce && outcome.outcome !== 'notTreated'
      ? actButton(view, 'adjustAtOnce', { text: a.atOnce, shortcut: 'm', fields: { version: outcome.version } })
      : null
  }${
    mayWrite(view) && !outcome.carriedTo
      ? actButton(view, 'takeBackOutcome', {
          text: a.takeBackOutcome,
          variant: 'quiet',
          fields: { version: outcome.version },
        })
      : null
  }</div></div>`;
}

/** What approving the item does beside (it may freeze a report and hand it over, give assignments, send an input), and the way to the tasks of a follow-up item. */
function makingSentences({ ctx, facts, item, happened }: DeskView): Content {
  const own = <T extends { readonly decisionId: string }>(effects: readonly T[]) =>
    effects.filter(({ decisionId }) => happened.decisions.some(({ id }) => id === decisionId));
  return html`${itemTasksLink(ctx, facts.meeting, item)}${own(facts.onMaking).map((one) => reportOnMaking(ctx, one))}${loopNotice(ctx, own(facts.loop))}`;
}

/** The outcome to which what was found leads. */
const outcomeOf = {
  decided: 'decided',
  rejected: 'decided',
  tabled: 'tabled',
  referredBack: 'referredBack',
  nothing: 'noted',
} as const;

/** Approval where nothing else was moved; what was moved is settled by propositions first. */
function approveButtons(view: DeskView, hasProposal: boolean): Html | null {
  const {
    ctx,
    happened,
    facts,
    item,
    standing: { verdict },
  } = view;
  const a = actTexts[ctx.language];
  if (!wasCalledUp(facts, item.id)) return null;
  const version = happened.outcome.version;
  const moved = happened.proposals.some((one) => !one.withdrawn && one.kind !== 'approval');
  if (moved) {
    if (!verdict) return null;
    const reason = happened.proposals.find(({ id }) => id === verdict.winner)?.motivation ?? '';
    if (verdict.kind === 'referredBack')
      return actForm(view, 'decide', {
        submit: a.decideFound,
        variant: 'primary',
        body: html`<input type="hidden" name="decide.outcome" value="referredBack"><input type="hidden" name="decide.version" value="${version}">${field(ctx, { name: 'decide.motivation', label: a.referReason, kind: 'textarea', rows: 2, state: stateOf(view, 'decide', { 'decide.motivation': reason }) })}`,
      });
    return html`${verdict.clauses.length > 0 ? clauseList(verdict.clauses) : null}<div class="actions">${actButton(
      view,
      'decide',
      {
        text: a.decideFound,
        variant: 'primary',
        shortcut: 'b',
        fields: { outcome: outcomeOf[verdict.kind], version },
      },
    )}</div>`;
  }
  const noted = actButton(view, 'decide', {
    text: a.file,
    variant: hasProposal ? 'quiet' : 'primary',
    ...(!hasProposal && { shortcut: 'b' }),
    fields: { outcome: 'noted', version },
  });
  return html`<div class="actions">${
    hasProposal
      ? actButton(view, 'decide', {
          text: a.approve,
          variant: 'primary',
          shortcut: 'b',
          fields: { outcome: 'decided', version },
        })
      : null
  }${noted}</div>`;
}

function clauseList(clauses: readonly string[]): Html {
  return html`<ul class="desk-clauses" lang="sv">${clauses.map((clause) => html`<li>${clause}</li>`)}</ul>`;
}

/** The § as the minutes will print it, from the same facts and by the same hand. */
export function sectionPreview(view: DeskView): Html {
  const { ctx, facts, item, happened } = view;
  const a = actTexts[ctx.language];
  const disqualified = facts.disqualifications
    .filter(
      (one) =>
        one.itemId === item.id && (one.outcome === 'disqualified' || (one.outcome === 'open' && one.declaredBySelf)),
    )
    .map(({ name, note }) => ({ name, ground: note }));
  const section = sectionFacts(item, happened, {
    number: facts.sections.get(item.id) ?? null,
    adjustedOn: null,
    disqualified,
  });
  return deskAct({
    id: 'paragrafen',
    title: a.show,
    shortcut: 'v',
    body: html`<p class="soft">${a.showLead}</p>${documentView({
      title: facts.meeting.body.name,
      author: facts.meeting.body.name,
      language: 'sv',
      blocks: sectionBlocks(section, facts.rules.decisionPlace).map(oneLevelUp),
    })}`,
  });
}

/** The § alone has no part of minutes above it, so that its headings begin one level higher than in them. */
function oneLevelUp(block: Block): Block {
  return block.kind === 'heading' && block.level > 1 ? ({ ...block, level: block.level - 1 } as Block) : block;
}
