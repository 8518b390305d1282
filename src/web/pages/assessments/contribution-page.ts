import {
  type Assessment,
  type AssessmentStatus,
  assessmentStatusCodes,
  assessmentStatuses,
  type Contribution,
  daysLate,
  type TakenText,
} from '../../../domain/assessments/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { button, linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { field, typedIn } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { statusTag } from '../assignments/status-look.ts';
import { contributionsPath, standingTag } from './contribution-list-page.ts';
import { isMine, nextOf } from './my-contributions.ts';
import { texts } from './texts.ts';
import { unitTexts } from './unit-texts.ts';

/** A contribution with all that is read beside it while it is written. */
export type ContributionFacts = {
  readonly contribution: Contribution;
  readonly written: Assessment | undefined;
  /** What the same body said of the assignment last time. */
  readonly earlier: Assessment | undefined;
  /** All that was asked for of the assignment at the period, and what was written. */
  readonly siblings: readonly Contribution[];
  readonly said: readonly Assessment[];
  readonly taken: readonly TakenText[];
  /** What else the reader has to write at the period, in the order of the list. */
  readonly inPeriod: readonly Contribution[];
  readonly bodies: readonly Body[];
};

/** What a body is asked to write: the form with last time's text beside it, and for who coordinates the texts of the units. */
export function contributionPage(
  ctx: RequestContext,
  facts: ContributionFacts,
  sent: { readonly text?: FormState; readonly asking?: FormState } = {},
): Page {
  const t = texts[ctx.language];
  const { contribution, inPeriod } = facts;
  const { assignment, period, body, state } = contribution;
  const title = t.contributionTitle(assignment.ref, period.name);
  const mine = isMine(ctx.actor, contribution);
  const writable = mine && state === 'asked' && period.state === 'open';
  const next = nextOf(inPeriod, ctx.actor, contribution.id);
  return page({
    title,
    crumbs: [
      { text: t.followup, href: '/uppfoljning' },
      { text: t.title, href: `${contributionsPath}?${new URLSearchParams({ period: period.id })}` },
      { text: assignment.ref },
    ],
    lead: html`${standingTag(ctx, contribution)} <span lang="sv">${body.name}</span> · ${dueWords(ctx, contribution)}`,
    body: html`${sent.text && !writable ? errorSummary(ctx, sent.text) : null}<p><a href="${recordAddress('assignment', assignment.id)}" lang="sv">${assignment.title}</a></p>
${period.state === 'closed' ? notice(ctx, { tone: 'info', title: t.closedTitle, body: t.closed(period.name) }) : null}
${carriedNotice(ctx, facts, writable)}
${writable ? writeForm(ctx, facts, sent.text) : asWritten(ctx, facts, mine)}
${contribution.coordinates || facts.siblings.length > 1 ? unitTexts(ctx, facts, mine, sent.asking) : null}`,
    aside: html`${next ? card({ title: t.nextOfMine, body: html`<p>${linkButton({ text: next.assignment.ref, about: next.assignment.title, href: recordAddress('contribution', next.id), variant: 'secondary', shortcut: 'n' })}</p><p lang="sv">${next.assignment.title}</p>` }) : null}${lastText(ctx, facts, writable)}${takenCard(ctx, facts)}`,
  });
}

function dueWords(ctx: RequestContext, one: Contribution): string {
  const t = texts[ctx.language];
  const days = daysLate(one, ctx.services.runtime.today());
  const due = t.dueOn(ctx.format.date(one.dueOn));
  return days > 0 ? `${due}, ${t.daysLate(days)}` : due;
}

/** Marks a text that was carried over until somebody has said that it holds. */
function carriedNotice(ctx: RequestContext, { contribution, written }: ContributionFacts, writable: boolean): Content {
  const t = texts[ctx.language];
  if (!written?.carried) return null;
  const { periodName, confirmedBy } = written.carried;
  if (confirmedBy !== null) return html`<p class="soft">${t.carriedConfirmed(periodName, confirmedBy)}</p>`;
  return notice(ctx, {
    tone: 'warning',
    title: t.carriedMark(periodName),
    body: html`<p>${t.carriedBody}</p>${
      writable
        ? postButton(ctx, {
            action: `${recordAddress('contribution', contribution.id)}/bekrafta`,
            text: t.confirm,
            variant: 'secondary',
            version: written.version,
          })
        : null
    }`,
  });
}

function writeForm(ctx: RequestContext, { contribution, written }: ContributionFacts, sent?: FormState): Html {
  const t = texts[ctx.language];
  const saved = freshForm({
    status: written?.status,
    forecastOn: written?.forecastOn ?? '',
    text: written?.text ?? '',
  });
  const state = sent ?? saved;
  const labels = { status: t.status, forecastOn: t.forecast, text: t.text };
  const here = recordAddress('contribution', contribution.id);
  const { dueOn } = contribution.assignment;
  const shown = (name: string, value: string) =>
    name === 'status' && Object.hasOwn(assessmentStatuses, value) ? sentenceOf(ctx, value as AssessmentStatus) : value;
  return html`<section id="skriv"><h2>${t.write}</h2>${bothTexts(ctx, {
    state,
    show: shown,
    fields: Object.entries(labels).map(([name, label]) => ({ name, label, saved: shown(name, typedIn(saved, name)) })),
  })}${form(ctx, {
    action: here,
    submit: t.save,
    state,
    labels,
    // After a conflict one has seen what is saved, and saves on top of that; otherwise the version that was opened still counts.
    version: state.conflict === undefined && sent ? Number(typedIn(sent, 'version') || 0) : (written?.version ?? 0),
    more: button({ text: t.saveReady, variant: 'secondary', name: 'klar', value: 'ja' }),
    body: html`${field(ctx, {
      kind: 'select',
      name: 'status',
      label: t.status,
      hint: t.statusHint,
      state,
      options: assessmentStatusCodes.map((code) => ({ value: code, text: sentenceOf(ctx, code) })),
    })}${field(ctx, {
      kind: 'date',
      name: 'forecastOn',
      label: t.forecast,
      hint: dueOn ? t.forecastHint(ctx.format.date(dueOn)) : t.forecastHintNone,
      optional: true,
      state,
    })}${field(ctx, { kind: 'textarea', name: 'text', label: t.text, hint: t.textHint, rows: 10, state })}`,
  })}${postButton(ctx, {
    action: `${here}/behovs-inte`,
    text: t.withdraw,
    variant: 'quiet',
    version: contribution.version,
  })}</section>`;
}

/** The standing sentence as the report prints it; a status without one is called by its name. */
function sentenceOf({ language }: RequestContext, code: AssessmentStatus): string {
  const { sentence, sentenceEn, label } = assessmentStatuses[code];
  return (language === 'sv' ? sentence : sentenceEn) || label[language];
}

/** What is written, for those who may not change it now, with the way to open it again. */
function asWritten(ctx: RequestContext, { contribution, written }: ContributionFacts, mine: boolean): Html {
  const t = texts[ctx.language];
  const { ready, state, period, id, version } = contribution;
  const here = recordAddress('contribution', id);
  const move = (way: string, text: string) =>
    mine && period.state === 'open'
      ? postButton(ctx, { action: `${here}/${way}`, text, variant: 'secondary', version })
      : null;
  return card({
    title: t.written,
    body: html`${written ? situation(ctx, written) : html`<p>${t.nothingWritten}</p>`}
${ready ? html`<p class="soft">${t.readyBy(ready.by, ctx.format.instant(ready.at))}</p>` : null}
${state === 'ready' ? move('oppna', t.reopen) : null}${state === 'withdrawn' ? move('begar-igen', t.askAgain) : null}`,
  });
}

/** Status, forecast and text as they were written. */
export function situation(ctx: RequestContext, written: Assessment): Html {
  const t = texts[ctx.language];
  const { status, statusPhrase, forecastOn, text } = written;
  return html`<p>${statusTag(ctx, status)}${forecastOn ? ` ${t.forecastOf(ctx.format.date(forecastOn))}` : null}</p>
${statusPhrase && !text.includes(statusPhrase) ? html`<p lang="sv">${statusPhrase}</p>` : null}
${paragraphs(text)}`;
}

export function paragraphs(text: string): Html {
  return html`<div lang="sv">${text.split(/\n{2,}/).map((part) => html`<p>${part}</p>`)}</div>`;
}

function lastText(ctx: RequestContext, { contribution, written, earlier }: ContributionFacts, writable: boolean): Html {
  const t = texts[ctx.language];
  if (!earlier) return card({ title: t.last, body: html`<p>${t.noLast}</p>` });
  return card({
    title: t.last,
    body: html`<p><a href="${recordAddress('assessment', earlier.id)}">${t.lastFrom(earlier.period.name)}</a></p>${situation(ctx, earlier)}${
      writable && !written
        ? postButton(ctx, {
            action: `${recordAddress('contribution', contribution.id)}/for-over`,
            text: t.carry,
            variant: 'secondary',
          })
        : null
    }`,
  });
}

function takenCard(ctx: RequestContext, { taken }: ContributionFacts): Html | null {
  const t = texts[ctx.language];
  if (taken.length === 0) return null;
  return card({
    title: t.takenTitle,
    body: html`<ul>${taken.map(
      ({ body, sourceId, sourceVersion, takenBy, stands, outdated }) =>
        html`<li><a href="${recordAddress('assessment', sourceId)}" lang="sv">${body?.name}</a><br><span class="soft">${[
          t.takenFrom(sourceVersion, takenBy),
          stands ? t.takenStands : t.takenChanged,
          ...(outdated ? [t.takenOutdated] : []),
        ].join(' · ')}</span></li>`,
    )}</ul>`,
  });
}
