import { type Project, type ProjectPhase, projectPhaseCodes, projectStates } from '../../../domain/projects/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field, type Option } from '../../components/field/field.ts';
import { tickBox } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { projectCrumbs, projectsPath, sentence } from './project-view.ts';
import { texts } from './texts.ts';

export type ProjectChoices = { readonly owners: readonly Option[]; readonly indicators: readonly Option[] };

/** The form of a project, new or changed. A new one also says in which phase it is. */
export function projectFormPage(
  ctx: RequestContext,
  { owners, indicators, project }: ProjectChoices & { readonly project?: Project },
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const saved = project && savedFields(project);
  const state = sent ?? freshForm(saved ?? {});
  const labels: Record<string, string> = {
    name: t.name,
    aliases: t.aliases,
    bodyId: t.owner,
    phase: t.phase,
    area: t.area,
    aim: t.aim,
    background: t.background,
    startsOn: t.startsOn,
    endsOn: t.endsOn,
    selection: t.selection,
    counted: t.counted,
    indicatorId: t.indicator,
    evaluatedBy: t.evaluatedBy,
    evaluationDue: t.evaluationDue,
    evaluationResult: t.evaluationResult,
    research: t.research,
    isAnother: t.alikeBox,
  };
  const shown = Object.keys(labels).filter((name) => saved && name in saved && !name.endsWith('Id'));
  const here = project && recordAddress('project', project.id);
  const title = project ? t.changeProject : t.newProject;
  const alike = state.problems.some(({ path }) => path === 'isAnother');
  return page({
    title,
    width: 'text',
    crumbs: projectCrumbs(ctx, ...(project && here ? [{ text: project.name, href: here }] : []), { text: title }),
    body: form(ctx, {
      action: here ? `${here}/andra` : `${projectsPath}/ny`,
      submit: project ? t.save : t.create,
      state,
      labels,
      ...(project && { version: project.version }),
      cancel: { href: here ?? projectsPath },
      body: html`${saved ? bothTexts(ctx, { state, fields: shown.map((name) => ({ name, label: labels[name]!, saved: saved[name] ?? '' })) }) : null}
${field(ctx, { name: 'name', label: t.name, width: 'full', state })}
${alike ? tickBox({ name: 'isAnother', label: t.alikeBox, state }) : null}
${field(ctx, { kind: 'textarea', name: 'aliases', label: t.aliases, hint: t.aliasesHint, rows: 2, optional: true, state })}
${field(ctx, { kind: 'select', name: 'bodyId', label: t.owner, hint: t.ownerHint, state, options: owners })}
${project ? null : field(ctx, { kind: 'select', name: 'phase', label: t.phase, state, options: phaseOptions(ctx) })}
${field(ctx, { name: 'startsOn', label: t.startsOn, hint: t.dayHint, optional: true, width: 'short', state })}
${field(ctx, { name: 'endsOn', label: t.endsOn, hint: t.dayHint, optional: true, width: 'short', state })}
${field(ctx, { name: 'area', label: t.area, hint: t.areaHint, optional: true, state })}
${field(ctx, { kind: 'textarea', name: 'aim', label: t.aim, hint: t.aimHint, rows: 3, optional: true, state })}
${field(ctx, { kind: 'textarea', name: 'background', label: t.background, rows: 3, optional: true, state })}
${field(ctx, { kind: 'textarea', name: 'selection', label: t.selection, hint: t.selectionHint, rows: 2, optional: true, state })}
${field(ctx, { name: 'counted', label: t.counted, hint: t.countedHint, optional: true, state })}
${indicators.length > 0 ? field(ctx, { kind: 'select', name: 'indicatorId', label: t.indicator, hint: t.indicatorHint, empty: t.noIndicator, optional: true, state, options: indicators }) : null}
${field(ctx, { name: 'evaluatedBy', label: t.evaluatedBy, optional: true, width: 'full', state })}
${field(ctx, { name: 'evaluationDue', label: t.evaluationDue, hint: t.dayHint, optional: true, width: 'short', state })}
${field(ctx, { kind: 'textarea', name: 'evaluationResult', label: t.evaluationResult, rows: 3, optional: true, state })}
${field(ctx, { name: 'research', label: t.research, hint: t.researchHint, optional: true, width: 'full', state })}`,
    }),
  });
}

/** The phases to choose from. */
export function phaseOptions(ctx: RequestContext): readonly Option[] {
  return projectPhaseCodes.map((code: ProjectPhase) => ({
    value: code,
    text: sentence(projectStates[code][ctx.language]),
  }));
}

function savedFields(project: Project): Record<string, string> {
  return {
    name: project.name,
    aliases: project.aliases.join('\n'),
    bodyId: project.owner?.id ?? '',
    area: project.area,
    aim: project.aim,
    background: project.background,
    startsOn: project.startsOn ?? '',
    endsOn: project.endsOn ?? '',
    selection: project.selection,
    counted: project.counted,
    indicatorId: project.indicatorId ?? '',
    evaluatedBy: project.evaluation.by,
    evaluationDue: project.evaluation.due ?? '',
    evaluationResult: project.evaluation.result,
    research: project.research,
  };
}
