import type { OpenQuestion, PageLayout, Proposal, VersionComparison } from '../../../domain/intake/index.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { postButton } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { pagination } from '../../components/pagination/pagination.ts';
import { proposalList } from '../../components/proposal-card/proposal-card.ts';
import { reviewDesk, reviewKeys, reviewList, reviewTicked } from '../../components/review-desk/review-desk.ts';
import { sideBySide } from '../../components/side-by-side/side-by-side.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import type { Page } from '../../reply.ts';
import { problemText } from '../../texts/index.ts';
import { filePage, type ReadScene } from './file-frame.ts';
import { cardOf, tickForm } from './proposal-card.ts';
import { proposalTitle } from './proposal-words.ts';
import { reviewFilter } from './review-filter.ts';
import { actionHref, manyHref, pageSize, type ReviewQuery, reviewHref } from './review-query.ts';
import { sourceSide } from './source-side.ts';
import { texts } from './texts.ts';

/** What the review page shows: the proposals of the choice, the one that is looked at, and what hinders it. */
export type ReviewFacts = ReadScene & {
  readonly query: ReviewQuery;
  /** All proposals of the choice; the page shows those of its part. */
  readonly chosen: readonly Proposal[];
  readonly pageNumber: number;
  readonly current: Proposal | undefined;
  readonly questions: readonly OpenQuestion[];
  /** Where the record of the current proposal, and of the one decided just now, is. */
  readonly places: ReadonlyMap<string, string>;
  readonly text: string | null;
  readonly layout: PageLayout | null;
  /** The record that says something else than the current proposal, where it can be told. */
  readonly recorded: string | undefined;
  /** What has changed since the earlier version of the same paper, when there is one. */
  readonly comparison: VersionComparison | undefined;
  /** The card of the current proposal is its form: untouched, or with what was typed and refused. */
  readonly editing?: FormState | 'fresh' | undefined;
};

/** Proposals to the left, the source of the one that is looked at to the right. What could not be done is said above. */
export function reviewPage(ctx: RequestContext, facts: ReviewFacts, state?: FormState): Page {
  const t = texts[ctx.language];
  const { chosen, current, editing, query, mayConfirm } = facts;
  const left = html`<h2>${t.proposals}</h2>${chosen.length === 0 ? nothing(ctx, facts) : list(ctx, facts)}`;
  const body = html`${refusal(ctx, state)}${justDone(ctx, facts)}${laterVersion(ctx, facts)}${reviewFilter(ctx, facts)}${
    current
      ? sideBySide({
          left: reviewList({ label: t.proposals, body: left }),
          right: sourceSide(ctx, current, facts),
          leftLabel: t.proposals,
          rightLabel: t.source,
          sticky: true,
        })
      : left
  }`;
  const frame = filePage(ctx, facts, 'proposals', body);
  return {
    ...frame,
    ...(editing && current && { title: t.editTitle(proposalTitle(ctx, current)) }),
    script: 'reviewScript',
    body: reviewDesk({ keys: mayConfirm && query.tangenter !== 'av', body: frame.body }),
  };
}

/** A later version of a paper that was read before: what says the same is only counted. */
function laterVersion(ctx: RequestContext, { file, comparison }: ReviewFacts): Content {
  if (!comparison) return null;
  const t = texts[ctx.language];
  const [unchanged, changed, added, gone] = [
    comparison.unchanged,
    comparison.changed,
    comparison.added,
    comparison.gone,
  ].map((all) => ctx.format.number(all.length));
  return notice(ctx, {
    tone: 'info',
    body: html`<p>${t.versionCounts(unchanged!, changed!, added!, gone!)} <a href="/las-in/${file.id}/skillnader">${t.versionSee}</a></p>`,
  });
}

function list(ctx: RequestContext, facts: ReviewFacts): Html {
  const { chosen, pageNumber, file, query } = facts;
  const from = (pageNumber - 1) * pageSize;
  const shown = chosen.slice(from, from + pageSize);
  const t = texts[ctx.language];
  return html`${facts.mayConfirm ? html`${keyHelp(ctx, facts)}${ticked(ctx, facts)}` : null}${proposalList(
    t.proposals,
    shown.map((one) => cardOf(ctx, one, facts)),
  )}${pagination(ctx, {
    page: pageNumber,
    pageSize,
    total: chosen.length,
    href: (sida) => reviewHref(file.id, { ...query, post: undefined, nyss: undefined }, { sida }),
  })}`;
}

/** What is decided on together: those that are ticked. */
function ticked(ctx: RequestContext, { file, query }: ReviewFacts): Html {
  const t = texts[ctx.language];
  return reviewTicked(ctx, {
    id: tickForm,
    action: manyHref(file.id, query),
    label: t.ticked,
    all: t.tickAll,
    buttons: [
      { text: t.confirmTicked, value: 'confirm' },
      { text: t.rejectTicked, value: 'reject' },
    ],
  });
}

function keyHelp(ctx: RequestContext, { file, query, current }: ReviewFacts): Html {
  const t = texts[ctx.language];
  const on = query.tangenter !== 'av';
  const change: ReviewQuery = { post: current?.id, tangenter: on ? 'av' : undefined };
  const name = (key: string) => key.toUpperCase();
  return reviewKeys({
    title: t.keys.title,
    lead: t.keys.lead,
    keys: [
      { keys: ['J'], does: t.keys.next },
      { keys: ['K'], does: t.keys.previous },
      { keys: [...new Set([name(t.confirmKey), 'C', 'Enter'])], does: t.keys.confirm },
      { keys: [...new Set([name(t.rejectKey), 'X'])], does: t.keys.reject },
      { keys: [...new Set([name(t.changeKey), 'E'])], does: t.keys.change },
      { keys: ['U'], does: t.keys.undo },
      { keys: ['M'], does: t.keys.tick },
      { keys: ['/'], does: t.keys.search },
      { keys: ['?'], does: t.keys.help },
      { keys: ['Esc'], does: t.keys.leave },
    ],
    turn: { text: on ? t.keysOff : t.keysOn, href: reviewHref(file.id, { ...query, nyss: undefined }, change) },
  });
}

/** The form was refused: by a rule, or because somebody else was quicker. What is shown below is how it stands now. */
function refusal(ctx: RequestContext, state: FormState | undefined): Content {
  if (!state || state.problems.length === 0) return null;
  const t = texts[ctx.language];
  const sentences = state.problems.map((problem) =>
    problem.key === 'record.changedMeanwhile' ? t.changedMeanwhile : problemText(ctx, problem),
  );
  return html`<div role="alert">${notice(ctx, {
    tone: 'warning',
    title: t.couldNot,
    body: html`${sentences.map((sentence) => html`<p>${sentence}</p>`)}`,
  })}</div>`;
}

/** What was decided a moment ago, with the way back. */
function justDone(ctx: RequestContext, { file, proposals, query, places, mayConfirm }: ReviewFacts): Content {
  const done = query.nyss ? proposals.find(({ id }) => id === query.nyss) : undefined;
  if (!done || !mayConfirm) return null;
  const t = texts[ctx.language];
  const title = proposalTitle(ctx, done);
  const place = done.record && places.get(done.record.id);
  const sentence =
    done.state === 'confirmed'
      ? t.done.confirmed(title)
      : done.state === 'rejected'
        ? t.done.rejected(title)
        : t.done.reopened(title);
  return html`<div data-just-done>${notice(ctx, {
    tone: 'success',
    title: t.justDone,
    body: html`<p>${sentence}</p><div class="actions">${
      done.state === 'open'
        ? null
        : postButton(ctx, {
            action: actionHref(file.id, done.id, 'angra', query),
            text: t.undo,
            about: title,
            variant: 'secondary',
            version: done.version,
            ...(query.tangenter !== 'av' && { shortcut: 'u' }),
          })
    }${place ? linkButton({ text: t.openRecord, href: place, about: title, variant: 'quiet' }) : null}</div>`,
  })}</div>`;
}

function nothing(ctx: RequestContext, { file, proposals }: ReviewFacts): Html {
  const t = texts[ctx.language];
  const address = `/las-in/${file.id}`;
  if (proposals.length === 0)
    return emptyState({
      title: t.nothingFound,
      body: t.nothingFoundBody,
      action: linkButton({ text: t.seeUnplaced, href: `${address}/utan-plats` }),
    });
  if (proposals.every((one) => one.state !== 'open'))
    return emptyState({
      title: t.allReviewed,
      body: t.allReviewedBody,
      action: linkButton({ text: t.seeResult, href: `${address}/resultat` }),
    });
  return emptyState({ title: t.noMatch, body: t.noMatchBody });
}
