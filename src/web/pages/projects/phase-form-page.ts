import { movesFrom, type Project, projectStates } from '../../../domain/projects/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field, type Option } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { phaseOptions } from './project-form-page.ts';
import { projectCrumbs, sentence } from './project-view.ts';
import { texts } from './texts.ts';

/** The form that takes a project into its next phase, with cause, effect and decision. */
export function movePage(ctx: RequestContext, project: Project, items: readonly Option[], sent?: FormState): Page {
  const t = texts[ctx.language];
  const here = recordAddress('project', project.id);
  const moves = movesFrom(project.phase);
  const state = sent ?? freshForm();
  const labels = { action: t.phaseAction, ...tellingLabels(ctx) };
  const title = t.changePhase;
  return page({
    title,
    width: 'text',
    lead: html`<span lang="sv">${project.name}</span>: ${projectStates[project.phase][ctx.language]}`,
    crumbs: projectCrumbs(ctx, { text: project.name, href: here }, { text: title }),
    body:
      moves.length === 0
        ? html`<p>${t.noMoves}</p>`
        : form(ctx, {
            action: `${here}/fas`,
            submit: t.changePhase,
            state,
            labels,
            version: project.version,
            cancel: { href: here },
            body: html`${bothTexts(ctx, { state, fields: [{ name: 'phase', label: t.phase, saved: projectStates[project.phase][ctx.language] }] })}
${field(ctx, { kind: 'select', name: 'action', label: t.phaseAction, state, options: moves.map(({ action, label }) => ({ value: action, text: label[ctx.language] })) })}
${tellingFields(ctx, state, items, true)}`,
          }),
  });
}

/** The form that puts a phase of the past on record, as a paper tells of it. */
export function pastPhasePage(ctx: RequestContext, project: Project, items: readonly Option[], sent?: FormState): Page {
  const t = texts[ctx.language];
  const here = recordAddress('project', project.id);
  const state = sent ?? freshForm();
  return page({
    title: t.addPast,
    width: 'text',
    lead: html`<span lang="sv">${project.name}</span>`,
    crumbs: projectCrumbs(ctx, { text: project.name, href: here }, { text: t.addPast }),
    body: form(ctx, {
      action: `${here}/fas/tidigare`,
      submit: t.save,
      state,
      labels: { phase: t.pastPhase, ...tellingLabels(ctx) },
      cancel: { href: here },
      body: html`${field(ctx, { kind: 'select', name: 'phase', label: t.pastPhase, state, options: phaseOptions(ctx).map(({ value, text }) => ({ value, text: sentence(text) })) })}
${tellingFields(ctx, state, items, false)}`,
    }),
  });
}

function tellingLabels(ctx: RequestContext) {
  const t = texts[ctx.language];
  return { on: t.phaseOn, reason: t.reason, effects: t.effectsLabel, decision: t.decisionLabel, agendaItemId: t.item };
}

function tellingFields(ctx: RequestContext, state: FormState, items: readonly Option[], reasonNeeded: boolean): Html {
  const t = texts[ctx.language];
  return html`${field(ctx, { name: 'on', label: t.phaseOn, hint: t.dayHint, width: 'short', state })}
${field(ctx, { kind: 'textarea', name: 'reason', label: t.reason, hint: t.reasonHint, rows: 3, optional: !reasonNeeded, state })}
${field(ctx, { kind: 'textarea', name: 'effects', label: t.effectsLabel, hint: reasonNeeded ? t.effectsHint : undefined, rows: 3, optional: true, state } as Parameters<typeof field>[1])}
${field(ctx, { name: 'decision', label: t.decisionLabel, hint: t.decisionHint, optional: true, width: 'full', state })}
${items.length > 0 ? field(ctx, { kind: 'select', name: 'agendaItemId', label: t.item, empty: t.noItem, optional: true, state, options: items }) : null}`;
}
