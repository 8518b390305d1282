import { type BudgetInput, type BudgetInputPoint, type Finding, findingKinds } from '../../../domain/inputs/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field, type Option } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { originAddress } from './budget-input-look.ts';
import { inputCrumbs } from './budget-input-page.ts';
import { inputTexts } from './budget-input-texts.ts';

/** Where an input is begun: whose, to which plan, to whom. */
export function startInputPage(
  ctx: RequestContext,
  state: FormState,
  options: { readonly bodies: readonly Option[]; readonly receivers: readonly Option[] },
): Page {
  const t = inputTexts[ctx.language];
  return page({
    title: t.startTitle,
    width: 'text',
    lead: t.startLead,
    crumbs: [
      { text: t.title, href: '/uppfoljning' },
      { text: t.inputs, href: '/uppfoljning/inspel' },
      { text: t.startTitle },
    ],
    body:
      options.bodies.length === 0
        ? html`<p>${t.noBody}</p>`
        : form(ctx, {
            action: '/uppfoljning/inspel/ny',
            submit: t.startSubmit,
            state,
            labels: { bodyId: t.body, forYear: t.forYear, toBodyId: t.receiver },
            cancel: { href: '/uppfoljning/inspel' },
            body: [
              field(ctx, { kind: 'select', name: 'bodyId', label: t.body, options: options.bodies, state }),
              field(ctx, { kind: 'number', name: 'forYear', label: t.forYear, hint: t.forYearHint, state }),
              field(ctx, {
                kind: 'select',
                name: 'toBodyId',
                label: t.receiver,
                hint: t.receiverHint,
                options: options.receivers,
                optional: true,
                state,
              }),
            ],
          }),
  });
}

/** What stands around the points of the letter; of a decided one only who receives it, when nobody has said so. */
export function letterPage(
  ctx: RequestContext,
  input: BudgetInput,
  receivers: readonly Option[],
  sent?: FormState,
): Page {
  const t = inputTexts[ctx.language];
  const { title, opening, datedOn, to } = input;
  const state = sent ?? freshForm({ title, opening, datedOn: datedOn ?? '', toBodyId: to?.id });
  const receiver = field(ctx, {
    kind: 'select',
    name: 'toBodyId',
    label: t.receiver,
    hint: t.receiverHint,
    options: receivers,
    optional: true,
    state,
  });
  const here = recordAddress('budgetInput', input.id);
  const common = { submit: t.saveLetter, state, version: input.version, cancel: { href: here } };
  return page({
    title: t.letter,
    width: 'text',
    crumbs: inputCrumbs(ctx, input, t.letter),
    body: input.decision
      ? form(ctx, { ...common, action: `${here}/mottagare`, body: receiver })
      : form(ctx, {
          ...common,
          action: `${here}/brev`,
          labels: { title: t.letterTitle, opening: t.opening, datedOn: t.dated, toBodyId: t.receiver },
          body: [
            field(ctx, { name: 'title', label: t.letterTitle, state }),
            receiver,
            field(ctx, { kind: 'date', name: 'datedOn', label: t.dated, optional: true, state }),
            field(ctx, {
              kind: 'textarea',
              name: 'opening',
              label: t.opening,
              hint: t.openingHint,
              optional: true,
              rows: 6,
              state,
            }),
          ],
        }),
  });
}

/** A point: the wish in one sentence, why, and what it is about. */
export function pointPage(
  ctx: RequestContext,
  input: BudgetInput,
  point: BudgetInputPoint | null,
  options: { readonly goals: readonly Option[]; readonly assignments: readonly Option[] },
  sent?: FormState,
): Page {
  const t = inputTexts[ctx.language];
  const title = point ? t.pointTitle(point.number) : t.newPointTitle;
  const state =
    sent ??
    freshForm(
      point
        ? {
            headline: point.headline,
            reasoning: point.reasoning,
            goalId: point.goal?.id,
            aboutAssignmentId: point.about?.id,
          }
        : {},
    );
  const here = recordAddress('budgetInput', input.id);
  return page({
    title,
    width: 'text',
    crumbs: inputCrumbs(ctx, input, title),
    body: form(ctx, {
      action: `${here}/punkt/${point?.id ?? 'ny'}`,
      submit: t.savePoint,
      state,
      labels: { headline: t.headline, reasoning: t.reasoning },
      version: input.version,
      cancel: { href: here },
      body: [
        field(ctx, { kind: 'textarea', name: 'headline', label: t.headline, hint: t.headlineHint, rows: 2, state }),
        field(ctx, { kind: 'textarea', name: 'reasoning', label: t.reasoning, optional: true, rows: 8, state }),
        field(ctx, {
          kind: 'select',
          name: 'goalId',
          label: t.goal,
          options: options.goals,
          empty: t.noGoal,
          optional: true,
          state,
        }),
        field(ctx, {
          kind: 'select',
          name: 'aboutAssignmentId',
          label: t.about,
          options: options.assignments,
          empty: t.noAssignment,
          optional: true,
          state,
        }),
      ],
    }),
    aside:
      point && point.origins.length > 0
        ? html`<section class="card"><h2 class="card-title">${t.origin}</h2>${point.origins.map(
            (origin) =>
              html`<p><a href="${originAddress(origin)}">${findingKinds[origin.finding][ctx.language]}</a></p><blockquote lang="sv">${origin.said}</blockquote>`,
          )}</section>`
        : null,
  });
}

/** The findings of the year, by kind: those that are chosen become drafted points. */
export function findingsPage(
  ctx: RequestContext,
  input: BudgetInput,
  findings: readonly Finding[],
  state: FormState = freshForm(),
): Page {
  const t = inputTexts[ctx.language];
  const here = recordAddress('budgetInput', input.id);
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  const free = findings.filter(({ used }) => !used);
  const usedOnes = findings.filter(({ used }) => used);
  return page({
    title: t.findingsTitle,
    lead: t.findingsLead(input.forYear - 1),
    crumbs: inputCrumbs(ctx, input, t.findingsTitle),
    body: html`${
      free.length === 0
        ? emptyState({
            title: t.findingsNone,
            body: t.findingsNoneBody,
            action: linkButton({ text: t.writePoint, href: `${here}/punkt/ny` }),
          })
        : form(ctx, {
            action: `${here}/fynd`,
            submit: t.findingsSubmit,
            state,
            version: input.version,
            cancel: { href: here },
            body: html`${kinds.map((kind, index) => {
              const own = free.filter((one) => one.kind === kind);
              if (own.length === 0) return null;
              return choices(ctx, {
                kind: 'checkbox',
                name: 'keys',
                legend: capital(findingKinds[kind][ctx.language]),
                state: index === 0 ? state : { ...state, problems: [] },
                options: own.map(({ key, title, said, assignment }) => ({
                  value: key,
                  text: assignment ? `${assignment.ref} ${title}` : title,
                  hint: said === title ? '' : said,
                })),
              });
            })}`,
          })
    }${
      usedOnes.length > 0
        ? html`<section><h2>${t.used}</h2><ul>${usedOnes.map((one) => html`<li><a href="${originAddress(one)}" lang="sv">${one.title}</a></li>`)}</ul></section>`
        : null
    }`,
  });
}

const capital = (words: string) => words.charAt(0).toLocaleUpperCase('sv') + words.slice(1);
