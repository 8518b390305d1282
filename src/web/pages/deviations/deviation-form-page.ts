import {
  careChainSteps,
  deviationFormVersion,
  deviationKinds,
  deviationLevels,
  deviationRelations,
  type LeaveRule,
  leaveAnswers,
} from '../../../domain/deviations/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { field } from '../../components/field/field.ts';
import { choices, tickBox } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { leaveNotice } from './deviation-list-page.ts';
import { crumbsTo, deviationsHref, optionsFrom } from './deviation-view.ts';
import { texts } from './texts.ts';

export type DeviationFormFacts = {
  /** The bodies for which the actor may report. */
  readonly reporters: readonly Pick<Body, 'id' | 'name'>[];
  readonly principals: readonly Pick<Body, 'id' | 'name'>[];
  readonly leaveRule: LeaveRule;
};

/** The form in which a deviation is reported. What was refused is shown back to who wrote it and kept nowhere. */
export function deviationFormPage(ctx: RequestContext, facts: DeviationFormFacts, sent?: FormState): Page {
  const t = texts[ctx.language];
  const state = sent ?? freshForm({ level: 'aggregated', onLeave: 'no' });
  return page({
    title: t.report,
    width: 'text',
    crumbs: crumbsTo(ctx, t.report),
    lead: t.formVersion(deviationFormVersion),
    body: html`${form(ctx, {
      action: `${deviationsHref}/ny`,
      submit: t.send,
      state,
      cancel: { href: deviationsHref },
      labels: {
        fromBodyId: t.fromBody,
        reporterFunction: t.reporterFunction,
        relation: t.relation,
        toBodyId: t.toBody,
        externalParty: t.externalParty,
        level: t.level,
        kind: t.kind,
        chainStep: t.chainStep,
        unit: t.unit,
        startsOn: t.startsOn,
        endsOn: t.endsOn,
        description: t.description,
        ownSystem: t.ownSystem,
      },
      body: html`<h2>${t.reporter}</h2>${reporterFields(ctx, facts, state)}
<h2>${t.what}</h2>${whatFields(ctx, facts, state)}`,
    })}`,
  });
}

function reporterFields(ctx: RequestContext, { reporters, principals }: DeviationFormFacts, state: FormState): Html {
  const t = texts[ctx.language];
  const options = (bodies: DeviationFormFacts['principals']) =>
    bodies.map(({ id, name }) => ({ value: id, text: name }));
  return html`${field(ctx, { kind: 'select', name: 'fromBodyId', label: t.fromBody, state, options: options(reporters) })}
${field(ctx, { name: 'reporterFunction', label: t.reporterFunction, hint: t.reporterHint, width: 'full', state })}
${field(ctx, { kind: 'select', name: 'relation', label: t.relation, state, options: optionsFrom(ctx, deviationRelations) })}
${field(ctx, { kind: 'select', name: 'toBodyId', label: t.toBody, optional: true, empty: t.noBody, state, options: options(principals) })}
${field(ctx, { name: 'externalParty', label: t.externalParty, hint: t.externalHint, optional: true, width: 'full', state })}`;
}

function whatFields(ctx: RequestContext, { leaveRule }: DeviationFormFacts, state: FormState): Html {
  const t = texts[ctx.language];
  return html`${choices(ctx, { kind: 'radio', name: 'level', legend: t.level, hint: t.levelHint, state, options: optionsFrom(ctx, deviationLevels) })}
${field(ctx, { kind: 'select', name: 'kind', label: t.kind, state, options: optionsFrom(ctx, deviationKinds) })}
${field(ctx, { kind: 'select', name: 'chainStep', label: t.chainStep, state, options: optionsFrom(ctx, careChainSteps) })}
${field(ctx, { name: 'unit', label: t.unit, hint: t.unitHint, optional: true, width: 'full', state })}
${field(ctx, { kind: 'date', name: 'startsOn', label: t.startsOn, state })}
${field(ctx, { kind: 'date', name: 'endsOn', label: t.endsOn, optional: true, state })}
${choices(ctx, { kind: 'radio', name: 'onLeave', legend: t.onLeave, inline: true, state, options: optionsFrom(ctx, leaveAnswers) })}
${leaveNotice(ctx, leaveRule)}
${field(ctx, { kind: 'textarea', name: 'description', label: t.description, hint: t.descriptionHint, optional: true, rows: 6, state })}
${field(ctx, { name: 'ownSystem', label: t.ownSystem, hint: t.ownSystemHint, optional: true, width: 'full', state })}
${acknowledgeBox(ctx, state)}`;
}

/** The box by which somebody answers that a text points nobody out: shown where the check has asked. */
export function acknowledgeBox(ctx: RequestContext, state: FormState): Content {
  const t = texts[ctx.language];
  const asked = state.problems.some(({ key }) => key === 'deviations.perhapsPerson') || state.values.acknowledged;
  return asked ? tickBox({ name: 'acknowledged', label: t.acknowledged, hint: t.acknowledgedHint, state }) : null;
}
