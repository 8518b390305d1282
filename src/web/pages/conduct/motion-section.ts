import {
  floorProposalKinds,
  noticeClausesOf,
  type Proposition,
  resultOf,
  roundKinds,
  roundWords,
} from '../../../domain/proceedings/index.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { deskAct } from '../../components/meeting-desk/meeting-desk.ts';
import { tag } from '../../components/tag/tag.ts';
import { type Html, html } from '../../html.ts';
import { actTexts } from './act-texts.ts';
import { actButton, actForm, type DeskView, isOpen, mayWrite, nameOf, personName, stateOf } from './desk-view.ts';
import { settledVote, voteSheet } from './vote-section.ts';

/** What was moved from the floor, and where the order of propositions stands (KL 5:53). */
export function motionSheet(view: DeskView): Html | null {
  const { ctx, happened } = view;
  const a = actTexts[ctx.language];
  if (happened.proposals.length === 0 && happened.propositions.length === 0) return null;
  return html`<div class="desk-sheet" id="yrkanden">${
    happened.proposals.length > 0
      ? html`<h3>${a.motions}</h3><ul class="desk-lines">${happened.proposals.map((one) => motionLine(view, one))}</ul>`
      : null
  }${propositions(view)}</div>`;
}

function motionLine(view: DeskView, one: DeskView['happened']['proposals'][number]): Html {
  const { ctx, happened } = view;
  const a = actTexts[ctx.language];
  const open =
    mayWrite(view) && !one.withdrawn && happened.propositions.length === 0 && happened.outcome.outcome === null;
  const main = happened.outcome.mainProposalId === one.id;
  return html`<li${one.withdrawn ? html` data-withdrawn` : null}><div class="desk-row"><p><span lang="sv">${one.movers.map((id) => nameOf(view, id)).join(', ')}</span>: ${floorProposalKinds[one.kind][ctx.language]}${
    one.clause === null ? null : html` (${a.clause} ${one.clause})`
  }</p>${open ? actButton(view, 'withdrawMotion', { text: a.withdrawMotion, variant: 'quiet', fields: { proposal: one.id, version: one.version } }) : null}${
    open && !main && one.kind === 'amendment' && one.clause === null
      ? actButton(view, 'chooseMain', {
          text: a.asMain,
          variant: 'quiet',
          fields: { proposal: one.id, version: happened.outcome.version },
        })
      : null
  }</div>${one.clauses.length > 0 ? html`<ul class="desk-clauses" lang="sv">${one.clauses.map((clause) => html`<li>${clause}</li>`)}</ul>` : null}${
    one.motivation ? html`<p lang="sv">${one.motivation}</p>` : null
  }</li>`;
}

function propositions(view: DeskView): Html | null {
  const { ctx, happened, standing } = view;
  const a = actTexts[ctx.language];
  const open = mayWrite(view) && happened.outcome.outcome === null;
  const last = happened.propositions.at(-1);
  return html`${happened.propositions.length > 0 ? html`<h3>${a.propositions}</h3>` : null}<ol class="desk-lines">${happened.propositions.map(
    (one) => html`<li>${propositionLine(view, one)}${open && one === last ? propositionActs(view, one) : null}</li>`,
  )}</ol>${standing.next && open ? putForm(view) : null}`;
}

function propositionLine(view: DeskView, one: Proposition): Html {
  const { ctx } = view;
  const a = actTexts[ctx.language];
  const result = resultOf(one);
  const means = result === 'yes' ? one.yesMeans : (one.noMeans ?? a.no);
  return html`<p class="desk-label">${roundKinds[one.kind][ctx.language]}</p><p lang="sv">${a.yes}: ${one.yesMeans}. ${a.no}: ${one.noMeans ?? a.no}.</p>${
    result ? html`<p>${tag({ text: a.answerIs(result === 'yes' ? a.yes : a.no, means), tone: 'ok' })}</p>` : null
  }${one.vote?.state === 'settled' ? settledVote(view, one.vote) : null}`;
}

function propositionActs(view: DeskView, one: Proposition): Html {
  const { ctx, facts } = view;
  const a = actTexts[ctx.language];
  const fields = { proposition: one.id, version: one.version };
  const takeBack = actButton(view, 'takeBackProposition', { text: a.takeBack, variant: 'quiet', fields });
  if (one.vote)
    return html`${one.vote.state === 'settled' ? null : voteSheet(view, one.vote)}<div class="actions">${one.vote.state === 'settled' ? takeBack : null}</div>`;
  return html`<div class="desk-row"><span>${a.finds}:</span>${actButton(view, 'find', { text: a.yes, fields: { ...fields, answer: 'yes' } })}${actButton(view, 'find', { text: a.no, fields: { ...fields, answer: 'no' } })}${
    facts.rules.seats ? actButton(view, 'requestVote', { text: a.requestVote, shortcut: 'o', fields }) : null
  }${takeBack}</div>`;
}

/** The next question in the order, with the words that the motions give it; the chair may word it otherwise. */
function putForm(view: DeskView): Html {
  const { ctx, happened, standing } = view;
  const a = actTexts[ctx.language];
  const words = roundWords(standing.next!, {
    proposals: happened.proposals,
    hasNotice: noticeClausesOf(happened) !== null,
    nameOf: (id) => nameOf(view, id),
  });
  const state = stateOf(view, 'put', { 'put.yesMeans': words.yes, 'put.noMeans': words.no ?? '' });
  return html`<h3>${a.nextRound}: ${roundKinds[standing.next!.kind][ctx.language]}</h3>${actForm(view, 'put', {
    submit: a.put,
    shortcut: 'p',
    body: html`${field(ctx, { name: 'put.yesMeans', label: a.yesMeans, state })}${field(ctx, { name: 'put.noMeans', label: a.noMeans, state, optional: true })}${
      happened.propositions.length === 0
        ? field(ctx, { name: 'put.orderText', label: a.orderText, kind: 'textarea', rows: 2, state, optional: true })
        : null
    }`,
  })}`;
}

/** The form in which a motion is noted. */
export function motionAct(view: DeskView): Html | null {
  const { ctx, facts, happened, table } = view;
  const a = actTexts[ctx.language];
  // Officials who meet have nobody who may move against another: they agree or they do not (R-ORG-3).
  if (!facts.rules.seats || !mayWrite(view) || happened.outcome.outcome !== null || happened.propositions.length > 0)
    return null;
  const clauses = noticeClausesOf(happened) ?? [];
  const state = stateOf(view, 'move');
  const kinds = Object.entries(floorProposalKinds).map(([value, label]) => ({ value, text: label[ctx.language] }));
  return deskAct({
    id: 'yrkande',
    title: a.motion,
    shortcut: 'y',
    open: isOpen(view, 'move'),
    body:
      table.voters.length === 0
        ? html`<p>${a.nobodyVotes}</p>`
        : actForm(view, 'move', {
            submit: a.noteMotion,
            body: html`${field(ctx, { name: 'move.kind', label: a.motionKind, kind: 'select', options: kinds, state })}${choices(
              ctx,
              {
                kind: 'checkbox',
                name: 'move.movers',
                legend: a.movers,
                inline: true,
                options: table.voters.map((voter) => ({ value: voter.attendanceId, text: personName(voter) })),
                state,
              },
            )}${field(ctx, { name: 'move.clauses', label: a.clauses, hint: a.clausesHint, kind: 'textarea', rows: 2, state, optional: true })}${
              clauses.length > 1
                ? field(ctx, {
                    name: 'move.clause',
                    label: a.clause,
                    hint: a.clauseHint,
                    kind: 'number',
                    state,
                    optional: true,
                  })
                : null
            }${field(ctx, { name: 'move.motivation', label: a.motivation, kind: 'textarea', rows: 2, state, optional: true })}`,
          }),
  });
}

/** Asking for a vote when no question has been put yet: what must come first, or which question. */
export function voteAct(view: DeskView): Html | null {
  const { ctx, facts, happened, standing } = view;
  const a = actTexts[ctx.language];
  if (!mayWrite(view) || happened.outcome.outcome !== null || standing.waiting) return null;
  const body = !facts.rules.seats
    ? html`<p>${a.noVotes}</p>`
    : standing.next
      ? html`<p>${a.nextRound}: ${roundKinds[standing.next.kind][ctx.language]}</p><p><a href="#yrkanden">${a.put}</a></p>`
      : html`<p>${a.putFirst}</p>`;
  return deskAct({ id: 'omrostning', title: a.requestVote, shortcut: 'o', body });
}
