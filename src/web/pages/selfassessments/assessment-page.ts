import { may } from '../../../domain/access/index.ts';
import { type Answers, type FormStructure, questionsOf } from '../../../domain/forms/index.ts';
import {
  areasOf,
  assessmentSides,
  assessmentTitle,
  type CommonPoint,
  commonPointStates,
  isOpen,
  mayAssess,
  type SelfAssessment,
  stepOf,
} from '../../../domain/selfassessments/index.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { postButton } from '../../components/form/form.ts';
import { shownAnswer } from '../../components/form-question/shown-answer.ts';
import { notice } from '../../components/notice/notice.ts';
import { scaleTrend } from '../../components/scale-trend/scale-trend.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { problemText } from '../../texts/index.ts';
import { participantForms, pointForm, viewForm } from './assessment-forms.ts';
import { assessmentTag } from './round-list-page.ts';
import { learningCrumbs } from './round-page.ts';
import { texts } from './texts.ts';

export type AssessmentFacts = {
  readonly assessment: SelfAssessment;
  readonly structure: FormStructure;
  readonly answers: Answers;
  /** The assessments of the same units over the years with their answers, the earliest first. */
  readonly history: readonly { readonly assessment: SelfAssessment; readonly answers: Answers }[];
  readonly missing: readonly Problem[];
};

/** A form of the page that was sent and did not fit. */
export type SentAssessment = { readonly which: 'participants' | 'view' | 'point' | 'agree'; readonly state: FormState };

/** One joint assessment: who sat down, the answers, where they differ, the common plan, last year's, and how it has moved. */
export function assessmentPage(ctx: RequestContext, facts: AssessmentFacts, sent?: SentAssessment): Page {
  const { assessment, structure } = facts;
  const t = texts[ctx.language];
  const here = recordAddress('selfAssessment', assessment.id);
  const can = (action: Parameters<typeof mayAssess>[1]) =>
    ctx.actor !== undefined && may(ctx.actor, 'selfassessment.answer') && mayAssess(assessment, action);
  const answer = can('answer') ? linkButton({ text: t.answerTogether, href: `${here}/svara` }) : null;
  const last = facts.history.filter(({ assessment: { round } }) => round.year < assessment.round.year);
  const sentFor = (which: SentAssessment['which']) => (sent?.which === which ? sent.state : undefined);
  return page({
    title: assessmentTitle(assessment),
    crumbs: learningCrumbs(
      ctx,
      { text: String(assessment.round.year), href: recordAddress('assessmentRound', assessment.round.id) },
      { text: assessmentTitle(assessment) },
    ),
    lead: html`${assessmentTag(ctx, assessment)} <span lang="sv">${assessment.round.title}</span> ${assessment.round.year}`,
    body: html`${missingNotice(ctx, facts)}
<section id="deltagare"><h2>${t.participants}</h2>${parties(ctx, facts)}${can('answer') ? participantForms(ctx, assessment, sentFor('participants')) : null}</section>
<section id="svar"><h2>${t.answers}</h2>${Object.keys(facts.answers).length === 0 ? emptyState({ title: t.noAnswersYet, body: t.noAnswersBody, ...(answer && { action: answer }) }) : html`${answer ? html`<div class="actions">${answer}</div>` : null}${answerList(ctx, facts)}`}</section>
<section id="olika"><h2>${t.views}</h2>${views(ctx, assessment, structure)}${can('answer') ? viewForm(ctx, assessment, structure, sentFor('view')) : null}</section>
<section id="plan"><h2>${t.plan}</h2>${assessment.points.length === 0 ? emptyState({ title: t.noPlan, body: t.noPlanBody }) : pointTable(ctx, assessment.points, structure)}${can('plan') ? pointForm(ctx, { assessment, structure, action: `${here}/plan`, state: sentFor('point') }) : null}</section>
${last.map(({ assessment: earlier }) => (earlier.points.length === 0 ? null : html`<section><h2>${t.lastYear} ${earlier.round.year}</h2><p>${t.lastYearLead}</p>${pointTable(ctx, earlier.points, structure)}</section>`))}
<section id="over-tid">${trend(ctx, facts)}</section>`,
    aside: html`${card({
      title: t.facts,
      body: summaryList(
        [
          { term: t.leader, value: html`<span lang="sv">${assessment.round.body.name}</span>` },
          { term: t.dueOn, value: ctx.format.date(assessment.round.dueOn) },
          { term: t.agreed, value: assessment.agreedOn && ctx.format.date(assessment.agreedOn) },
        ],
        { compact: true },
      ),
    })}${card({
      title: t.files,
      body: html`<ul>${(['pdf', 'docx', 'html'] as const).map((format) => html`<li><a href="${here}/fil/${format}">${format.toUpperCase()}</a></li>`)}</ul>`,
    })}${can('reopen') ? postButton(ctx, { action: `${here}/oppna`, text: t.reopen, variant: 'secondary' }) : null}`,
  });
}

function missingNotice(ctx: RequestContext, { assessment, missing }: AssessmentFacts): Content {
  if (!mayAssess(assessment, 'agree') || missing.length === 0) return null;
  const t = texts[ctx.language];
  const to = (path: string) =>
    path.startsWith('answers.')
      ? `${recordAddress('selfAssessment', assessment.id)}/svara`
      : path.startsWith('participants.')
        ? '#deltagare'
        : '#plan';
  return notice(ctx, {
    tone: 'info',
    title: t.missing,
    body: html`<ul>${missing.map((problem) => html`<li><a href="${to(problem.path)}">${problemText(ctx, problem)}</a></li>`)}</ul>`,
  });
}

function parties(ctx: RequestContext, { assessment, missing }: AssessmentFacts): Html {
  const t = texts[ctx.language];
  return html`${table(ctx, {
    caption: t.participants,
    captionHidden: true,
    columns: [
      { key: 'unit', text: t.unit },
      { key: 'side', text: t.side },
      { key: 'participants', text: t.participants },
      { key: 'agreed', text: t.agreed },
    ],
    rows: assessment.parties.map((party) => ({
      unit: html`<a href="${recordAddress('body', party.body.id)}" lang="sv">${party.body.name}</a>`,
      side: assessmentSides[party.side][ctx.language],
      participants: party.participants
        ? html`<span lang="sv">${party.participants}</span>`
        : html`<span class="soft">${t.notTold}</span>`,
      agreed: party.agreed
        ? t.agreedBy(party.agreed.by, ctx.format.date(party.agreed.on))
        : mayAssess(assessment, 'agree') &&
            missing.length === 0 &&
            ctx.actor &&
            may(ctx.actor, 'selfassessment.answer', party.body.id)
          ? postButton(ctx, {
              action: `${recordAddress('selfAssessment', assessment.id)}/overens`,
              text: t.agree,
              about: t.agreeFor(party.body.name),
              fields: { partyId: party.id },
            })
          : html`<span class="soft">${t.notAgreed}</span>`,
    })),
  })}${mayAssess(assessment, 'agree') ? html`<p class="soft">${t.agreeLead}</p>` : null}`;
}

function answerList(ctx: RequestContext, { structure, answers }: AssessmentFacts): Html {
  return html`${structure.parts.map((part) =>
    part.sections.map(
      (section) =>
        html`<section><h3 lang="sv">${section.title}</h3>${section.questions.map(
          (question) => html`<h4 lang="sv">${question.text}</h4>${shownAnswer(ctx, question, answers[question.code])}`,
        )}</section>`,
    ),
  )}`;
}

function views(ctx: RequestContext, assessment: SelfAssessment, structure: FormStructure): Content {
  const t = texts[ctx.language];
  const all = assessment.parties.flatMap(({ body, views: own }) => own.map((view) => ({ ...view, body })));
  if (all.length === 0) return html`<p class="soft">${t.noViews}</p>`;
  return table(ctx, {
    caption: t.views,
    captionHidden: true,
    columns: [
      { key: 'area', text: t.area },
      { key: 'unit', text: t.unit },
      { key: 'step', text: t.ownStep, kind: 'number' },
      { key: 'why', text: t.why },
    ],
    rows: all.map(({ question, body, step, note }) => ({
      area: html`<span lang="sv">${areaText(structure, question)}</span>`,
      unit: html`<span lang="sv">${body.name}</span>`,
      step: step === null ? t.noStep : step,
      why: html`<span lang="sv">${note}</span>`,
    })),
  });
}

function pointTable(ctx: RequestContext, points: readonly CommonPoint[], structure: FormStructure): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.plan,
    captionHidden: true,
    columns: [
      { key: 'what', text: t.what },
      { key: 'area', text: t.area },
      { key: 'who', text: t.who },
      { key: 'dueOn', text: t.ready, kind: 'date' },
      { key: 'state', text: t.state },
    ],
    rows: points.map((point) => ({
      what: html`<a href="${recordAddress('commonPoint', point.id)}" lang="sv">${point.number}. ${point.what}</a>`,
      area: point.question ? html`<span lang="sv">${areaText(structure, point.question)}</span>` : t.wholeCooperation,
      who: html`<span lang="sv">${point.responsible.name}, ${point.responsible.function}</span>`,
      dueOn: ctx.format.shortDate(point.dueOn),
      state: pointTag(ctx, point),
    })),
  });
}

/** The state of a point in a word, and that it is late where it is. */
export function pointTag(ctx: RequestContext, point: Pick<CommonPoint, 'state' | 'dueOn'>): Html {
  const label = commonPointStates[point.state][ctx.language];
  if (isOpen(point) && point.dueOn < ctx.services.runtime.today())
    return tag({ text: `${label}, ${texts[ctx.language].late}`, tone: 'late' });
  const tones = { planned: 'neutral', ongoing: 'part', done: 'ok', dropped: 'unknown', carriedOver: 'info' } as const;
  return tag({ text: label, tone: tones[point.state] });
}

function trend(ctx: RequestContext, { structure, history }: AssessmentFacts): Html {
  const t = texts[ctx.language];
  return html`${scaleTrend(ctx, {
    id: 'trend',
    title: t.trend,
    rowName: t.area,
    none: t.noStepYear,
    years: history.map(({ assessment }) => assessment.round.year),
    rows: areasOf(structure).map((area) => ({
      label: area.text,
      from: area.answer.from,
      to: area.answer.to,
      steps: history.map(({ answers }) => stepOf(answers, area)),
    })),
  })}<p class="soft">${t.trendLead}</p>`;
}

/** The words of an area as the form asks them. */
export function areaText(structure: FormStructure, code: string): string {
  return questionsOf(structure).find((question) => question.code === code)?.text ?? code;
}
