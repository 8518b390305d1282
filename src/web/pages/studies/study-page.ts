import { may } from '../../../domain/access/index.ts';
import {
  hiddenFigure,
  lessonPlaces,
  mayStudy,
  type ReviewLesson,
  type ReviewRound,
  type ReviewStudy,
  reviewStudyKinds,
  shareOf,
} from '../../../domain/studies/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { smallestGroup } from '../../../kernel/small-groups.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field, type Option } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { help } from '../../components/help/help.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { studyCrumbs, studyTag } from './study-list-page.ts';
import { texts } from './texts.ts';

export type StudyFacts = {
  readonly study: ReviewStudy;
  /** Where a lesson can be carried: assignments and inputs that exist, as `noun:id`. */
  readonly places: readonly Option[];
  /** The activity plans that the reader may add a proposal to. */
  readonly plans: readonly Option[];
};

/** A form of the page that was sent and did not fit. */
export type SentStudy = { readonly which: 'variable' | 'lesson' | 'carry' | 'publish'; readonly state: FormState };

/** One study: purpose, what was counted from round to round, what was found and learnt, and where the lessons went. */
export function studyPage(ctx: RequestContext, facts: StudyFacts, sent?: SentStudy): Page {
  const { study } = facts;
  const t = texts[ctx.language];
  const here = recordAddress('reviewStudy', study.id);
  const leads = ctx.actor !== undefined && may(ctx.actor, 'study.edit', study.body.id);
  const can = (action: Parameters<typeof mayStudy>[1]) => leads && mayStudy(study.state, action);
  const sentFor = (which: SentStudy['which']) => (sent?.which === which ? sent.state : undefined);
  const addRound = can('review') ? linkButton({ text: t.addRound, href: `${here}/omgang/ny` }) : null;
  return page({
    title: study.title,
    crumbs: studyCrumbs(ctx, { text: study.title }),
    lead: html`${studyTag(ctx, study)} ${reviewStudyKinds[study.kind][ctx.language]}`,
    body: html`${study.published ? notice(ctx, { tone: 'success', title: t.published(ctx.format.date(study.published.on)), body: html`<p lang="sv">${study.conclusions}</p>` }) : null}
<section><h2>${t.purpose}</h2>${prose(study.purpose)}<h3>${t.scope}</h3>${prose(study.scope)}${can('change') ? html`<div class="actions">${linkButton({ text: t.change, href: `${here}/andra`, variant: 'secondary' })}</div>` : null}</section>
<section id="resultat"><h2>${t.results}</h2>${
      study.rounds.length === 0
        ? emptyState({ title: t.noRounds, body: t.noRoundsBody, ...(addRound && { action: addRound }) })
        : html`${figures(ctx, study, can('review'))}<p class="soft">${t.small(smallestGroup)}</p>${addRound ? html`<div class="actions">${addRound}</div>` : null}${study.rounds.map((round) => (round.findings ? html`<h3 lang="sv">${round.title}</h3>${prose(round.findings)}` : null))}`
    }</section>
${can('change') ? html`<section id="variabler"><h2>${t.counted}</h2>${variables(ctx, study)}${variableForm(ctx, here, sentFor('variable'))}</section>` : null}
<section id="lardomar"><h2>${t.lessons}</h2>${study.lessons.length === 0 ? html`<p class="soft">${t.noLessons}</p>` : html`<ol>${study.lessons.map((lesson) => html`<li id="lardom-${lesson.id}"><p lang="sv">${lesson.lesson}</p>${carriedTo(ctx, lesson)}${can('carry') ? carryForms(ctx, facts, lesson, sentFor('carry')) : null}</li>`)}</ol>`}${can('learn') ? lessonForm(ctx, here, sentFor('lesson')) : null}</section>
${can('publish') ? publishForm(ctx, study, sentFor('publish')) : null}`,
    aside: html`${card({
      title: t.facts,
      body: summaryList(
        [
          {
            term: t.leader,
            value: html`<a href="${recordAddress('body', study.body.id)}" lang="sv">${study.body.name}</a>`,
          },
          {
            term: t.units,
            value: html`<ul>${study.units.map(({ id, name }) => html`<li><a href="${recordAddress('body', id)}" lang="sv">${name}</a></li>`)}</ul>`,
          },
        ],
        { compact: true },
      ),
    })}${card({
      title: t.files,
      body: html`<ul>${(['pdf', 'docx', 'html'] as const).map((format) => html`<li><a href="${here}/fil/${format}">${format.toUpperCase()}</a></li>`)}</ul>`,
    })}`,
  });
}

function figures(ctx: RequestContext, { rounds, variables, id }: ReviewStudy, mayChange: boolean): Html {
  const t = texts[ctx.language];
  const here = recordAddress('reviewStudy', id);
  const byRound = (show: (round: ReviewRound) => Content) =>
    Object.fromEntries(rounds.map((round) => [round.id, show(round)]));
  return table<string>(ctx, {
    caption: t.results,
    captionHidden: true,
    wrapHeads: true,
    columns: [
      { key: 'what', text: t.counted },
      ...rounds.map((round) => ({ key: round.id, text: round.title, kind: 'number' as const })),
    ],
    rows: [
      {
        what: t.time,
        ...byRound(({ startsOn, endsOn }) =>
          startsOn === endsOn
            ? ctx.format.shortDate(startsOn)
            : `${ctx.format.shortDate(startsOn)} – ${ctx.format.shortDate(endsOn)}`,
        ),
      },
      { what: t.reviewed, ...byRound(({ reviewed }) => reviewed ?? html`<span class="soft">${t.missing}</span>`) },
      ...variables.map((variable) => ({
        what: html`<span lang="sv">${variable.label}</span>`,
        ...byRound((round) => figureIn(ctx, round, variable.id)),
      })),
      ...(mayChange
        ? [
            {
              what: t.changeRound,
              ...byRound(
                (round) =>
                  html`<a href="${here}/omgang/${round.id}">${t.changeRound}<span class="sr-only"> ${round.title}</span></a>`,
              ),
            },
          ]
        : []),
    ],
  });
}

function figureIn(ctx: RequestContext, round: ReviewRound, variableId: string): Content {
  const figure = round.figures.find((one) => one.variableId === variableId);
  if (!figure) return html`<span class="soft">${texts[ctx.language].missing}</span>`;
  const share = shareOf(figure, round);
  return share === undefined
    ? html`<span class="soft">${hiddenFigure[ctx.language]}</span>`
    : html`${figure.shown} <span class="soft">(${share} %)</span>`;
}

function variables(ctx: RequestContext, { id, variables: all, rounds }: ReviewStudy): Content {
  const t = texts[ctx.language];
  if (all.length === 0) return emptyState({ title: t.noVariables, body: t.noVariablesBody });
  const counted = (variableId: string) =>
    rounds.some((round) => round.figures.some((figure) => figure.variableId === variableId));
  return html`<ol>${all.map((variable) => html`<li><span lang="sv">${variable.label}</span> ${counted(variable.id) ? null : postButton(ctx, { action: `${recordAddress('reviewStudy', id)}/variabel/${variable.id}/bort`, text: t.remove, about: variable.label, variant: 'quiet' })}</li>`)}</ol>`;
}

function variableForm(ctx: RequestContext, here: string, sent?: FormState): Html {
  const t = texts[ctx.language];
  const state = sent ?? freshForm();
  return form(ctx, {
    action: `${here}/variabel`,
    submit: t.addVariable,
    variant: 'secondary',
    state,
    labels: { label: t.variable },
    body: field(ctx, { name: 'label', label: t.variable, hint: t.variableHint, width: 'full', state }),
  });
}

function lessonForm(ctx: RequestContext, here: string, sent?: FormState): Html {
  const t = texts[ctx.language];
  const state = sent ?? freshForm();
  return form(ctx, {
    action: `${here}/lardom`,
    submit: t.addLesson,
    variant: 'secondary',
    state,
    labels: { lesson: t.lesson },
    body: field(ctx, { kind: 'textarea', name: 'lesson', label: t.lesson, rows: 2, state }),
  });
}

function carriedTo(ctx: RequestContext, { carried }: ReviewLesson): Html {
  const t = texts[ctx.language];
  if (!carried) return html`<p class="soft">${t.notCarried}</p>`;
  const href = recordAddress(carried.noun, carried.id, carried.withinId ?? undefined);
  return html`<p>${t.carried} <a href="${href}">${lessonPlaces[carried.noun][ctx.language]}</a>, ${ctx.format.date(carried.on)}</p>`;
}

function carryForms(ctx: RequestContext, facts: StudyFacts, lesson: ReviewLesson, sent?: FormState): Content {
  const t = texts[ctx.language];
  const { study, places, plans } = facts;
  const own = sent?.values.lessonId === lesson.id ? sent : undefined;
  const state = own ?? freshForm();
  const base = {
    action: `${recordAddress('reviewStudy', study.id)}/lardom/for-in`,
    variant: 'secondary' as const,
    state,
    version: lesson.version,
    labels: { to: t.carryTo, activityPlanId: t.plan },
  };
  const ofLesson = html`<input type="hidden" name="lessonId" value="${lesson.id}">`;
  const body = html`${form(ctx, {
    ...base,
    submit: t.carry,
    about: lesson.lesson,
    body: html`${ofLesson}${field(ctx, { kind: 'select', name: 'to', label: t.carryTo, state, options: places })}`,
  })}${
    plans.length === 0
      ? null
      : form(ctx, {
          ...base,
          state: freshForm(),
          action: `${recordAddress('reviewStudy', study.id)}/lardom/foresla`,
          submit: t.proposeIn,
          about: lesson.lesson,
          body: html`${ofLesson}${field(ctx, { kind: 'select', name: 'activityPlanId', label: t.plan, state: freshForm(), options: plans })}`,
        })
  }`;
  return own ? body : help({ summary: `${t.carry} (${lesson.number})`, body });
}

function publishForm(ctx: RequestContext, study: ReviewStudy, sent?: FormState): Html {
  const t = texts[ctx.language];
  const state = sent ?? freshForm({ conclusions: study.conclusions });
  return html`<section id="ge-ut"><h2>${t.publish}</h2><p>${t.publishLead}</p>${form(ctx, {
    action: `${recordAddress('reviewStudy', study.id)}/ge-ut`,
    submit: t.publish,
    state,
    labels: { conclusions: t.conclusions },
    version: study.version,
    body: field(ctx, { kind: 'textarea', name: 'conclusions', label: t.conclusions, rows: 4, state }),
  })}</section>`;
}

const prose = (words: string): readonly Html[] =>
  words.split(/\n+/u).flatMap((line) => (line.trim() ? [html`<p lang="sv">${line}</p>`] : []));
