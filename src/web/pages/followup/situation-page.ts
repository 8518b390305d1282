import { may } from '../../../domain/access/index.ts';
import {
  type Assessment,
  type AssessmentStatus,
  type AssessmentVersion,
  assessmentStatusCodes,
  assessmentStatuses,
  type PeriodKind,
  periodKinds,
} from '../../../domain/assessments/index.ts';
import { type Assignment, formatAssignmentRef } from '../../../domain/assignments/index.ts';
import { answerTypes, type Position } from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { help } from '../../components/help/help.ts';
import { sideBySide } from '../../components/side-by-side/side-by-side.ts';
import { tag } from '../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { statusTone } from './report-view.ts';
import { situationAddress } from './situation-address.ts';
import { situationTexts } from './situation-texts.ts';
import { texts } from './texts.ts';

/** An assignment with all that was said about it. */
export type SituationFacts = {
  readonly assignment: Assignment;
  readonly assessments: readonly Assessment[];
  readonly versions: ReadonlyMap<string, readonly AssessmentVersion[]>;
  readonly positions: readonly Position[];
};

/** The situation of one assignment, period by period, and the form in which it is written. */
export function situationPage(ctx: RequestContext, facts: SituationFacts, sent?: FormState): Page {
  const t = situationTexts[ctx.language];
  const { assignment, assessments, positions } = facts;
  const title = t.title(formatAssignmentRef(assignment));
  const mayWrite = ctx.actor !== undefined && may(ctx.actor, 'assessment.write');
  return page({
    title,
    crumbs: [
      { text: texts[ctx.language].title, href: '/uppfoljning' },
      { text: texts[ctx.language].situations, href: `/uppfoljning/lagen?ar=${assignment.year}` },
      { text: title },
    ],
    lead: html`<span lang="sv">${assignment.text ?? assignment.title}</span> <a href="${recordAddress('assignment', assignment.id)}">${t.assignment}</a>`,
    body: html`${mayWrite && sent ? writeForm(ctx, facts, sent) : null}
<section><h2>${t.assessments}</h2>${assessments.length === 0 ? emptyState({ title: t.none, body: t.noneBody }) : assessments.map((one) => assessmentCard(ctx, facts, one, mayWrite))}</section>
${positions.length > 0 ? html`<section><h2>${t.positions}</h2>${positions.map((position) => positionCard(ctx, position))}</section>` : null}
${mayWrite && !sent ? writeForm(ctx, facts) : null}`,
  });
}

function assessmentCard(
  ctx: RequestContext,
  { versions }: SituationFacts,
  assessment: Assessment,
  mayWrite: boolean,
): Html {
  const t = situationTexts[ctx.language];
  const { id, period, body, status, text, version, forecastOn, carried } = assessment;
  const earlier = (versions.get(id) ?? []).filter((one) => one.version < version);
  const change = mayWrite
    ? html` · <a href="?${new URLSearchParams({ lage: id })}#skriv">${t.change}<span class="sr-only"> ${t.changeAbout(period.name)}</span></a>`
    : null;
  return card({
    id: `lage-${id}`,
    level: 3,
    title: html`<span lang="sv">${period.name}</span>`,
    body: html`<p>${tag({ text: assessmentStatuses[status].label[ctx.language], tone: statusTone(status) })}${carried && carried.confirmedBy === null ? html` ${tag({ text: t.carriedMark(carried.periodName), tone: 'part' })}` : null}</p>
<p lang="sv">${text}</p>
<p class="soft">${body ? html`<span lang="sv">${body.name}</span> · ` : null}${t.version(version)}${forecastOn ? ` · ${t.forecast(ctx.format.date(forecastOn))}` : null}${change}</p>
${
  earlier.length > 0
    ? help({
        summary: t.earlier(earlier.length),
        body: html`<ol>${earlier.map((one) => html`<li value="${one.version}"><span lang="sv">${one.text}</span> <span class="soft">${t.written(one.writtenBy, ctx.format.instant(one.writtenAt))}</span></li>`)}</ol>`,
      })
    : null
}`,
  });
}

function positionCard(ctx: RequestContext, { id, body, year, answerType, text }: Position): Html {
  const t = situationTexts[ctx.language];
  return card({
    id: `standpunkt-${id}`,
    level: 3,
    title: html`<span lang="sv">${t.positionBy(body.name, year)}</span>`,
    body: html`<p lang="sv">${text}</p><p class="soft">${answerTypes[answerType].label[ctx.language]}</p>`,
  });
}

/** The form: the one being changed when the address names it, otherwise a new one. */
function writeForm(ctx: RequestContext, facts: SituationFacts, sent?: FormState): Html {
  const t = situationTexts[ctx.language];
  const { assignment } = facts;
  const changed = changedAssessment(ctx, facts, sent);
  const state = sent ?? stateOf(facts, changed);
  const speakers = speakersOf(facts);
  const kinds = Object.keys(periodKinds) as readonly PeriodKind[];
  const labels = { period: t.period, bodyId: t.body, text: t.text, status: t.status };
  const conflict = state.conflict && changed ? bothTexts(ctx, changed, state) : null;
  const whose: Content = html`${field(ctx, {
    kind: 'select',
    name: 'period',
    label: t.period,
    state,
    options: kinds.map((kind) => ({ value: kind, text: t.periodOf(periodKinds[kind].report, assignment.year) })),
  })}${field(ctx, {
    kind: 'select',
    name: 'bodyId',
    label: t.body,
    optional: true,
    empty: t.bodyNone,
    state,
    options: [...speakers].map(([value, text]) => ({ value, text })),
  })}`;
  return html`<section id="skriv"><h2>${changed ? t.edit(changed.period.name) : t.write}</h2>${changed ? html`<p class="soft">${t.quotedIn}</p>` : null}${form(
    ctx,
    {
      action: situationAddress(assignment.id),
      submit: t.save,
      state,
      labels,
      version: changed?.version ?? 0,
      cancel: { href: situationAddress(assignment.id) },
      body: html`${conflict}${whose}${field(ctx, { kind: 'textarea', name: 'text', label: t.text, hint: t.textHint, rows: 5, state })}${field(
        ctx,
        {
          kind: 'select',
          name: 'status',
          label: t.status,
          hint: t.statusHint,
          optional: true,
          empty: t.statusRead,
          state,
          options: assessmentStatusCodes.map((code: AssessmentStatus) => ({
            value: code,
            text: assessmentStatuses[code].label[ctx.language],
          })),
        },
      )}`,
    },
  )}</section>`;
}

/** The saved situation that the form would replace: after a conflict the one of the same period and body, otherwise the one chosen. */
function changedAssessment(
  ctx: RequestContext,
  { assessments }: SituationFacts,
  sent?: FormState,
): Assessment | undefined {
  if (!sent) return assessments.find(({ id }) => id === ctx.url.searchParams.get('lage'));
  const saved = assessments.find(
    ({ period, body }) => period.kind === sent.values.period && (body?.id ?? '') === (sent.values.bodyId ?? ''),
  );
  return sent.conflict || Number(sent.values.version) > 0 ? saved : undefined;
}

/** Who may be the one that says it: the bodies with a part in the assignment, and those that have said something of it. */
function speakersOf({ assignment, assessments }: SituationFacts): ReadonlyMap<string, string> {
  return new Map([
    ...assignment.parties.map(({ bodyId, bodyName }) => [bodyId, bodyName] as const),
    ...assessments.flatMap(({ body }) => (body ? [[body.id, body.name] as const] : [])),
  ]);
}

function stateOf({ assignment, assessments }: SituationFacts, changed: Assessment | undefined): FormState {
  if (changed)
    return freshForm({
      period: changed.period.kind,
      bodyId: changed.body?.id,
      text: changed.text,
      status: changed.status,
    });
  const hasInterim = assessments.some(({ period }) => period.kind === 'interim');
  return freshForm({
    period: hasInterim ? 'annual' : 'interim',
    bodyId: assessments.at(-1)?.body?.id ?? assignment.parties.find(({ role }) => role === 'performer')?.bodyId,
  });
}

function bothTexts(ctx: RequestContext, saved: Assessment, state: FormState): Html {
  const t = situationTexts[ctx.language];
  const typed = [state.values.text ?? ''].flat().join('\n');
  return sideBySide({
    leftLabel: t.savedByOther,
    rightLabel: t.yourText,
    left: html`<h3>${t.savedByOther}</h3><blockquote lang="sv">${saved.text}</blockquote>`,
    right: html`<h3>${t.yourText}</h3><blockquote lang="sv">${typed}</blockquote>`,
  });
}
