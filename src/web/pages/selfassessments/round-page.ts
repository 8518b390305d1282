import { may } from '../../../domain/access/index.ts';
import type { FormVersion } from '../../../domain/forms/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import {
  type AssessmentRound,
  assessmentSideCodes,
  assessmentSides,
  mayRound,
  type SelfAssessment,
} from '../../../domain/selfassessments/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Crumb, type Page, page } from '../../reply.ts';
import { texts as collaborationTexts } from '../collaboration/texts.ts';
import { assessmentTable, roundTag } from './round-list-page.ts';
import { texts } from './texts.ts';

/** The way to a page of joint self-assessments. */
export function learningCrumbs(ctx: RequestContext, ...rest: readonly Crumb[]): readonly Crumb[] {
  return [
    { text: collaborationTexts[ctx.language].title, href: '/samverkan' },
    { text: texts[ctx.language].title, href: '/larande-uppfoljning' },
    ...rest,
  ];
}

export type RoundFacts = {
  readonly round: AssessmentRound;
  readonly formVersion: FormVersion;
  /** The assessments that the reader may see. */
  readonly own: readonly SelfAssessment[];
  readonly bodies: readonly Pick<Body, 'id' | 'name'>[];
};

/** One round: for who leads it the forms to add units, open and close it; for others how far it has come. */
export function roundPage(
  ctx: RequestContext,
  facts: RoundFacts,
  sent?: { readonly which: 'units' | 'change' | 'move'; readonly state: FormState },
): Page {
  const { round, own, formVersion } = facts;
  const t = texts[ctx.language];
  const leads = ctx.actor !== undefined && may(ctx.actor, 'selfassessment.edit', round.body.id);
  return page({
    title: `${round.title} ${round.year}`,
    crumbs: learningCrumbs(ctx, { text: String(round.year) }),
    lead: html`${roundTag(ctx, round)} ${t.agreedOf(round.agreed, round.assessments)}`,
    body: html`${sent?.which === 'move' ? moveForms(ctx, round, sent.state) : null}<section><h2>${t.assessments}</h2>${
      own.length > 0
        ? assessmentTable(ctx, own)
        : emptyState({ title: t.noAssessments, body: round.assessments > 0 ? t.lead : t.noAssessmentsBody })
    }</section>
${leads ? html`${mayRound(round.state, 'addUnits') ? unitForm(ctx, facts, sent?.which === 'units' ? sent.state : undefined) : null}${mayRound(round.state, 'change') ? changeForm(ctx, round, sent?.which === 'change' ? sent.state : undefined) : null}${sent?.which === 'move' ? null : moveForms(ctx, round)}` : null}`,
    aside: card({
      title: t.roundFacts,
      body: summaryList(
        [
          { term: t.year, value: String(round.year) },
          {
            term: t.leader,
            value: html`<a href="${recordAddress('body', round.body.id)}" lang="sv">${round.body.name}</a>`,
          },
          { term: t.dueOn, value: ctx.format.date(round.dueOn) },
          { term: t.form, value: html`<span lang="sv">${formVersion.form.title}</span>` },
        ],
        { compact: true },
      ),
    }),
  });
}

function unitForm(ctx: RequestContext, { round, bodies }: RoundFacts, sent?: FormState): Html {
  const t = texts[ctx.language];
  const state = sent ?? freshForm();
  const here = recordAddress('assessmentRound', round.id);
  const options = bodies.map(({ id, name }) => ({ value: id, text: name }));
  const labels = { 'units.0': t.firstUnit, 'units.1': t.secondUnit, 'units.2': t.thirdUnit, thirdSide: t.thirdSide };
  return html`<section id="enheter"><h2>${t.addUnits}</h2>${form(ctx, {
    action: `${here}/enheter`,
    submit: t.add,
    state,
    labels,
    body: html`${field(ctx, { kind: 'select', name: 'units.0', label: t.firstUnit, state, options })}
${field(ctx, { kind: 'select', name: 'units.1', label: t.secondUnit, state, options })}
${field(ctx, { kind: 'select', name: 'units.2', label: t.thirdUnit, optional: true, empty: t.none, state, options })}
${field(ctx, {
  kind: 'select',
  name: 'thirdSide',
  label: t.thirdSide,
  optional: true,
  state,
  options: assessmentSideCodes.map((side) => ({ value: side, text: assessmentSides[side][ctx.language] })),
})}`,
  })}${postButton(ctx, { action: `${here}/forra-omgangen`, text: t.addLast, variant: 'secondary' })}</section>`;
}

function changeForm(ctx: RequestContext, round: AssessmentRound, sent?: FormState): Html {
  const t = texts[ctx.language];
  const saved = { title: round.title, dueOn: round.dueOn };
  const state = sent ?? freshForm(saved);
  return html`<section id="andra"><h2>${t.changeRound}</h2>${form(ctx, {
    action: `${recordAddress('assessmentRound', round.id)}/andra`,
    submit: t.save,
    variant: 'secondary',
    state,
    labels: { title: t.roundTitle, dueOn: t.dueOn },
    version: round.version,
    body: html`${bothTexts(ctx, {
      state,
      fields: [
        { name: 'title', label: t.roundTitle, saved: saved.title },
        { name: 'dueOn', label: t.dueOn, saved: saved.dueOn },
      ],
    })}${field(ctx, { name: 'title', label: t.roundTitle, width: 'full', state })}${field(ctx, { kind: 'date', name: 'dueOn', label: t.dueOn, state })}`,
  })}</section>`;
}

function moveForms(ctx: RequestContext, round: AssessmentRound, state?: FormState): Content {
  const t = texts[ctx.language];
  const moves = (['open', 'close'] as const).filter((move) => mayRound(round.state, move));
  return moves.map(
    (move) =>
      html`<section id="lage">${form(ctx, {
        action: `${recordAddress('assessmentRound', round.id)}/lage`,
        submit: t[move],
        version: round.version,
        ...(state && { state }),
        body: html`<input type="hidden" name="move" value="${move}">${move === 'close' ? notice(ctx, { tone: 'warning', title: t.close, body: html`<p>${t.closeBody}</p>` }) : null}`,
      })}</section>`,
  );
}

export type NewRoundChoices = {
  readonly bodies: readonly Pick<Body, 'id' | 'name'>[];
  readonly versions: readonly FormVersion[];
  readonly mayTakeIn: boolean;
};

/** The form in which a round is prepared; where there is no form to answer yet, the one that comes with the product can be taken in. */
export function newRoundPage(
  ctx: RequestContext,
  { bodies, versions, mayTakeIn }: NewRoundChoices,
  state: FormState,
): Page {
  const t = texts[ctx.language];
  return page({
    title: t.newRound,
    width: 'text',
    crumbs: learningCrumbs(ctx, { text: t.newRound }),
    body:
      versions.length === 0
        ? emptyState({
            title: t.form,
            body: t.noForm,
            ...(mayTakeIn && {
              action: postButton(ctx, { action: '/larande-uppfoljning/formular', text: t.takeInForm }),
            }),
          })
        : form(ctx, {
            action: '/larande-uppfoljning/ny',
            submit: t.createRound,
            state,
            labels: { title: t.roundTitle, bodyId: t.leader, year: t.year, dueOn: t.dueOn, formVersionId: t.form },
            cancel: { href: '/larande-uppfoljning' },
            body: html`${field(ctx, { name: 'title', label: t.roundTitle, hint: t.roundTitleHint, width: 'full', state })}
${field(ctx, { kind: 'select', name: 'bodyId', label: t.leader, state, options: bodies.map(({ id, name }) => ({ value: id, text: name })) })}
${field(ctx, { kind: 'select', name: 'formVersionId', label: t.form, state, options: versions.map(({ id, form: { title }, number, year }) => ({ value: id, text: `${title}${year === null ? '' : ` ${year}`} (${number})` })) })}
${field(ctx, { name: 'year', label: t.year, width: 'short', state })}
${field(ctx, { kind: 'date', name: 'dueOn', label: t.dueOn, state })}`,
          }),
  });
}
