import { may } from '../../../domain/access/index.ts';
import {
  type Deviation,
  deviationKinds,
  type ImprovementState,
  type ImprovementWork,
  improvementMoves,
  improvementStates,
  improvementTransitions,
  isLateAction,
  mayImprove,
} from '../../../domain/deviations/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form, postButton } from '../../components/form/form.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { daysOf, deviationsHref } from './deviation-view.ts';
import { texts } from './texts.ts';

const improvementsHref = `${deviationsHref}/forbattringar`;
const tones: Readonly<Record<ImprovementState, TagTone>> = {
  planned: 'info',
  ongoing: 'part',
  done: 'ok',
  stopped: 'neutral',
};
const stateTag = (ctx: RequestContext, state: ImprovementState) =>
  tag({ text: improvementStates[state][ctx.language], tone: tones[state] });

/** The improvements, those under way first, with how far their actions have come. */
export function improvementListPage(ctx: RequestContext, works: readonly ImprovementWork[]): Page {
  const t = texts[ctx.language];
  const begin =
    ctx.actor && may(ctx.actor, 'deviation.handle')
      ? linkButton({ text: t.newImprovement, href: `${improvementsHref}/nytt` })
      : undefined;
  return page({
    title: t.improvements,
    lead: t.improvementLead,
    crumbs: crumbs(ctx),
    body:
      works.length === 0
        ? emptyState({ title: t.noImprovements, body: t.noImprovementsBody, ...(begin && { action: begin }) })
        : html`${begin ? html`<div class="actions">${begin}</div>` : null}${linkList(
            works.map((work) => ({
              title: html`<span lang="sv">${work.title}</span>`,
              href: recordAddress('improvementWork', work.id),
              note: stateTag(ctx, work.state),
              detail: html`<span lang="sv">${work.body.name}</span>. ${t.countOf(work.deviations.length)}. ${t.doneOf(work.actions.filter(({ doneOn }) => doneOn !== null).length, work.actions.length)}`,
            })),
          )}`,
  });
}

export type NewImprovementFacts = {
  readonly bodies: readonly Pick<Body, 'id' | 'name'>[];
  readonly deviations: readonly Deviation[];
};

/** The form in which deviations that are alike become one improvement. */
export function newImprovementPage(
  ctx: RequestContext,
  { bodies, deviations }: NewImprovementFacts,
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const state = sent ?? freshForm();
  return page({
    title: t.newImprovement,
    width: 'text',
    crumbs: crumbs(ctx, t.newImprovement),
    body:
      deviations.length === 0
        ? html`<p>${t.noneToChoose}</p>`
        : form(ctx, {
            action: `${improvementsHref}/nytt`,
            submit: t.startImprovement,
            state,
            cancel: { href: improvementsHref },
            labels: { title: t.improvementTitle, aim: t.aim, bodyId: t.owner, deviationIds: t.chooseDeviations },
            body: html`${field(ctx, { name: 'title', label: t.improvementTitle, width: 'full', state })}
${field(ctx, { kind: 'textarea', name: 'aim', label: t.aim, hint: t.aimHint, rows: 3, state })}
${field(ctx, { kind: 'select', name: 'bodyId', label: t.owner, state, options: bodies.map(({ id, name }) => ({ value: id, text: name })) })}
${choices(ctx, {
  kind: 'checkbox',
  name: 'deviationIds',
  legend: t.chooseDeviations,
  state,
  options: deviations.map((one) => ({
    value: one.id,
    text: `${one.ref} ${one.from.name}: ${deviationKinds[one.kind][ctx.language]}, ${daysOf(ctx, one)}`,
  })),
})}`,
          }),
  });
}

export type ImprovementFacts = {
  readonly work: ImprovementWork;
  readonly bodies: readonly Pick<Body, 'id' | 'name'>[];
};
export type SentImprovement = { readonly which: 'action' | 'move'; readonly state: FormState };

/** One improvement: its deviations, what is done by whom and when, and what it led to. */
export function improvementPage(ctx: RequestContext, facts: ImprovementFacts, sent?: SentImprovement): Page {
  const t = texts[ctx.language];
  const { work } = facts;
  const edit = ctx.actor !== undefined && may(ctx.actor, 'deviation.handle', work.body.id);
  return page({
    title: work.title,
    crumbs: crumbs(ctx, work.title),
    lead: stateTag(ctx, work.state),
    body: html`<p lang="sv">${work.aim}</p>${work.effect ? html`<section><h2>${t.effect}</h2><p lang="sv">${work.effect}</p></section>` : null}
<section><h2>${t.actions}</h2>${actionTable(ctx, work, edit)}${edit && mayImprove(work.state, 'act') ? actionForm(ctx, facts, sent?.which === 'action' ? sent.state : undefined) : null}</section>
${edit ? moveForm(ctx, work, sent?.which === 'move' ? sent.state : undefined) : null}
<section><h2>${t.list}</h2>${linkList(
      work.deviations.map((one) => ({
        title: one.ref,
        href: recordAddress('deviation', one.id),
        note: deviationKinds[one.kind][ctx.language],
        detail: ctx.format.date(one.startsOn),
      })),
    )}</section>`,
    aside: card({
      title: t.improvement,
      body: summaryList(
        [
          { term: t.owner, value: html`<span lang="sv">${work.body.name}</span>` },
          { term: t.done, value: work.effectOn && ctx.format.date(work.effectOn) },
        ],
        { compact: true },
      ),
    }),
  });
}

function actionTable(ctx: RequestContext, { actions, state }: ImprovementWork, edit: boolean): Content {
  const t = texts[ctx.language];
  if (actions.length === 0) return html`<p class="soft">${t.noActions}</p>`;
  const today = ctx.services.runtime.today();
  return table(ctx, {
    caption: t.actions,
    captionHidden: true,
    columns: [
      { key: 'what', text: t.action },
      { key: 'who', text: t.responsible },
      { key: 'due', text: t.due, kind: 'date' },
      { key: 'done', text: t.done },
    ],
    rows: actions.map((one) => ({
      what: html`<span lang="sv">${one.what}</span>`,
      who: html`<span lang="sv">${one.responsibleFunction}, ${one.body.name}</span>`,
      due: html`${ctx.format.date(one.dueOn)}${isLateAction(one, today) ? html` ${tag({ text: t.late, tone: 'late' })}` : null}`,
      done:
        one.doneOn !== null
          ? ctx.format.date(one.doneOn)
          : edit && mayImprove(state, 'act')
            ? postButton(ctx, {
                action: `${improvementsHref}/atgard/${one.id}`,
                text: t.markDone,
                about: one.what,
                variant: 'quiet',
              })
            : null,
    })),
  });
}

function actionForm(ctx: RequestContext, { work, bodies }: ImprovementFacts, sent?: FormState): Html {
  const t = texts[ctx.language];
  const state = sent ?? freshForm();
  return form(ctx, {
    action: `${recordAddress('improvementWork', work.id)}/atgard`,
    submit: t.addAction,
    variant: 'secondary',
    state,
    labels: { what: t.action, bodyId: t.responsible, responsibleFunction: t.responsibleFunction, dueOn: t.due },
    body: html`${field(ctx, { name: 'what', label: t.action, width: 'full', state })}
${field(ctx, { kind: 'select', name: 'bodyId', label: t.responsible, state, options: bodies.map(({ id, name }) => ({ value: id, text: name })) })}
${field(ctx, { name: 'responsibleFunction', label: t.responsibleFunction, hint: t.reporterHint, width: 'full', state })}
${field(ctx, { kind: 'date', name: 'dueOn', label: t.due, state })}`,
  });
}

function moveForm(ctx: RequestContext, work: ImprovementWork, sent?: FormState): Content {
  const t = texts[ctx.language];
  const options = improvementMoves
    .filter((move) => mayImprove(work.state, move))
    .map((move) => ({
      value: move,
      text: improvementTransitions.find(({ action }) => action === move)?.label[ctx.language] ?? move,
    }));
  if (options.length === 0) return null;
  const state = sent ?? freshForm();
  return html`<section id="lage"><h2>${t.next}</h2>${form(ctx, {
    action: `${recordAddress('improvementWork', work.id)}/lage`,
    submit: t.goOn,
    variant: 'secondary',
    state,
    version: work.version,
    labels: { move: t.chooseNext, effect: t.effect },
    body: html`${field(ctx, { kind: 'select', name: 'move', label: t.chooseNext, state, options })}
${field(ctx, { kind: 'textarea', name: 'effect', label: t.effect, hint: t.effectHint, optional: true, rows: 3, state })}`,
  })}</section>`;
}

function crumbs(ctx: RequestContext, below?: string): NonNullable<Page['crumbs']> {
  const t = texts[ctx.language];
  const first = { text: t.title, href: deviationsHref };
  return below === undefined
    ? [first, { text: t.improvements }]
    : [first, { text: t.improvements, href: improvementsHref }, { text: below }];
}
