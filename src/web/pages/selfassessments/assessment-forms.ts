import { may } from '../../../domain/access/index.ts';
import type { FormStructure } from '../../../domain/forms/index.ts';
import { areasOf, type CommonPoint, type SelfAssessment } from '../../../domain/selfassessments/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { help } from '../../components/help/help.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { texts } from './texts.ts';

/** For each unit that the reader may speak for: who sat down from it. */
export function participantForms(ctx: RequestContext, assessment: SelfAssessment, sent?: FormState): Content {
  const t = texts[ctx.language];
  return assessment.parties
    .filter(({ body }) => ctx.actor && may(ctx.actor, 'selfassessment.answer', body.id))
    .map((party) => {
      const own = sent?.values.partyId === party.id ? sent : undefined;
      const state = own ?? freshForm({ participants: party.participants });
      const asked = form(ctx, {
        action: `${recordAddress('selfAssessment', assessment.id)}/deltagare`,
        submit: t.save,
        about: party.body.name,
        variant: 'secondary',
        state,
        labels: { participants: t.participants },
        version: party.version,
        body: html`<input type="hidden" name="partyId" value="${party.id}">${bothTexts(ctx, { state, fields: [{ name: 'participants', label: t.participants, saved: party.participants }] })}${field(ctx, { name: 'participants', label: `${t.participants}: ${party.body.name}`, hint: t.participantsHint, width: 'full', state })}`,
      });
      return own ? asked : help({ summary: `${t.tellParticipants}: ${party.body.name}`, body: asked });
    });
}

/** That a unit sees an area otherwise. */
export function viewForm(
  ctx: RequestContext,
  assessment: SelfAssessment,
  structure: FormStructure,
  sent?: FormState,
): Content {
  const t = texts[ctx.language];
  const own = assessment.parties.filter(({ body }) => ctx.actor && may(ctx.actor, 'selfassessment.answer', body.id));
  if (own.length === 0) return null;
  const areas = areasOf(structure);
  const steps = [...new Set(areas.flatMap(({ answer: { from, to } }) => [from, to]))];
  const state = sent ?? freshForm();
  const asked = form(ctx, {
    action: `${recordAddress('selfAssessment', assessment.id)}/olika`,
    submit: t.save,
    about: t.views,
    variant: 'secondary',
    state,
    labels: { partyId: t.unit, question: t.area, step: t.ownStep, note: t.why },
    body: html`<p class="soft">${t.viewHint}</p>${field(ctx, { kind: 'select', name: 'partyId', label: t.unit, state, options: own.map(({ id, body }) => ({ value: id, text: body.name })) })}
${field(ctx, { kind: 'select', name: 'question', label: t.area, state, options: areas.map(({ code, text }) => ({ value: code, text })) })}
${field(ctx, {
  kind: 'select',
  name: 'step',
  label: t.ownStep,
  optional: true,
  empty: t.noStep,
  state,
  options: Array.from({ length: Math.max(...steps) - Math.min(...steps) + 1 }, (_, at) =>
    String(Math.min(...steps) + at),
  ).map((step) => ({ value: step, text: step })),
})}
${field(ctx, { kind: 'textarea', name: 'note', label: t.why, rows: 3, optional: true, state })}`,
  });
  return sent ? asked : help({ summary: t.noteView, body: asked });
}

/** A point of the plan, new or changed. */
export function pointForm(
  ctx: RequestContext,
  options: {
    readonly assessment: SelfAssessment;
    readonly structure: FormStructure;
    readonly action: string;
    readonly point?: CommonPoint;
    readonly state?: FormState | undefined;
  },
): Content {
  const { assessment, structure, action, point } = options;
  const t = texts[ctx.language];
  const saved = point && {
    question: point.question ?? '',
    what: point.what,
    responsibleBodyId: point.responsible.id,
    responsibleFunction: point.responsible.function,
    dueOn: point.dueOn,
  };
  const state = options.state ?? freshForm(saved ?? {});
  const areas = areasOf(structure).map(({ code, text }) => ({ value: code, text }));
  const units = assessment.parties.map(({ body }) => ({ value: body.id, text: body.name }));
  const labels = {
    what: t.what,
    question: t.area,
    responsibleBodyId: t.responsibleUnit,
    responsibleFunction: t.responsibleFunction,
    dueOn: t.ready,
  };
  const show = (name: string, value: string) =>
    [...areas, ...units].find((one) => one.value === value)?.text ?? (name === 'question' ? t.wholeCooperation : value);
  const asked = form(ctx, {
    action,
    submit: point ? t.save : t.addPoint,
    variant: 'secondary',
    state,
    labels,
    ...(point && { version: point.version }),
    body: html`${saved ? bothTexts(ctx, { state, show, fields: (Object.keys(labels) as (keyof typeof labels)[]).map((name) => ({ name, label: labels[name], saved: show(name, saved[name]) })) }) : null}
${field(ctx, { kind: 'textarea', name: 'what', label: t.what, rows: 2, state })}
${field(ctx, { kind: 'select', name: 'question', label: t.area, optional: true, empty: t.wholeCooperation, state, options: areas })}
${field(ctx, { kind: 'select', name: 'responsibleBodyId', label: t.responsibleUnit, state, options: units })}
${field(ctx, { name: 'responsibleFunction', label: t.responsibleFunction, hint: t.functionHint, width: 'medium', state })}
${field(ctx, { kind: 'date', name: 'dueOn', label: t.ready, state })}`,
  });
  return options.state ? asked : help({ summary: point ? t.changePoint : t.addPoint, body: asked });
}
