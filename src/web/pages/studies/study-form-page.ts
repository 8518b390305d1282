import type { Body } from '../../../domain/organisation/index.ts';
import {
  type ReviewRound,
  type ReviewStudy,
  reviewStudyKindCodes,
  reviewStudyKinds,
} from '../../../domain/studies/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { studyCrumbs } from './study-list-page.ts';
import { texts } from './texts.ts';

export type StudyChoices = {
  readonly leaders: readonly Pick<Body, 'id' | 'name'>[];
  readonly units: readonly Pick<Body, 'id' | 'name'>[];
};

/** The form of a study, new or changed. */
export function studyFormPage(
  ctx: RequestContext,
  { leaders, units, study }: StudyChoices & { readonly study?: ReviewStudy },
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const saved = study && {
    title: study.title,
    kind: study.kind,
    purpose: study.purpose,
    scope: study.scope,
    unitIds: study.units.map(({ id }) => id),
  };
  const state = sent ?? freshForm(saved ?? {});
  const title = study ? t.change : t.newStudy;
  const here = study && recordAddress('reviewStudy', study.id);
  const labels = {
    title: t.name,
    kind: t.kind,
    purpose: t.purpose,
    scope: t.scope,
    unitIds: t.units,
    bodyId: t.leader,
  };
  return page({
    title,
    width: 'text',
    crumbs: studyCrumbs(ctx, ...(study && here ? [{ text: study.title, href: here }] : []), { text: title }),
    body: form(ctx, {
      action: here ? `${here}/andra` : '/granskningar/ny',
      submit: study ? t.save : t.create,
      state,
      labels,
      ...(study && { version: study.version }),
      cancel: { href: here ?? '/granskningar' },
      body: html`${saved ? bothTexts(ctx, { state, fields: (['title', 'purpose', 'scope'] as const).map((name) => ({ name, label: labels[name], saved: saved[name] })) }) : null}
${field(ctx, { name: 'title', label: t.name, width: 'full', state })}
${field(ctx, { kind: 'select', name: 'kind', label: t.kind, state, options: reviewStudyKindCodes.map((code) => ({ value: code, text: reviewStudyKinds[code][ctx.language] })) })}
${study ? null : field(ctx, { kind: 'select', name: 'bodyId', label: t.leader, state, options: leaders.map(({ id, name }) => ({ value: id, text: name })) })}
${field(ctx, { kind: 'textarea', name: 'purpose', label: t.purpose, hint: t.purposeHint, rows: 3, state })}
${field(ctx, { kind: 'textarea', name: 'scope', label: t.scope, hint: t.scopeHint, rows: 3, state })}
${choices(ctx, { kind: 'checkbox', name: 'unitIds', legend: t.units, state, options: units.map(({ id, name }) => ({ value: id, text: name })) })}`,
    }),
  });
}

/** The form of a round with a field for each thing that is counted. Who leads the study sees the figures as they were counted. */
export function roundFormPage(
  ctx: RequestContext,
  facts: {
    readonly study: ReviewStudy;
    readonly round?: ReviewRound;
    readonly counted: ReadonlyMap<string, number>;
  },
  sent?: FormState,
): Page {
  const { study, round, counted } = facts;
  const t = texts[ctx.language];
  const here = recordAddress('reviewStudy', study.id);
  const saved: Record<string, string> = round
    ? {
        title: round.title,
        startsOn: round.startsOn,
        endsOn: round.endsOn,
        reviewed: round.reviewed === null ? '' : String(round.reviewed),
        findings: round.findings,
      }
    : {};
  for (const { id } of study.variables) if (counted.has(id)) saved[figureField(id)] = String(counted.get(id));
  const state = sent ?? freshForm(saved);
  const labels: Record<string, string> = {
    title: t.roundTitle,
    startsOn: t.startsOn,
    endsOn: t.endsOn,
    reviewed: t.reviewed,
    findings: t.findings,
    ...Object.fromEntries(study.variables.map(({ id, label }) => [figureField(id), label])),
  };
  const title = round ? t.changeRound : t.addRound;
  return page({
    title,
    width: 'text',
    crumbs: studyCrumbs(ctx, { text: study.title, href: here }, { text: title }),
    body: form(ctx, {
      action: round ? `${here}/omgang/${round.id}` : `${here}/omgang/ny`,
      submit: t.save,
      state,
      labels,
      ...(round && { version: round.version }),
      cancel: { href: here },
      body: html`${round ? bothTexts(ctx, { state, fields: Object.entries(labels).map(([name, label]) => ({ name, label, saved: saved[name] ?? '' })) }) : null}
${field(ctx, { name: 'title', label: t.roundTitle, hint: t.roundHint, width: 'full', state })}
${field(ctx, { kind: 'date', name: 'startsOn', label: t.startsOn, state })}
${field(ctx, { kind: 'date', name: 'endsOn', label: t.endsOn, state })}
${field(ctx, { kind: 'number', name: 'reviewed', label: t.reviewed, hint: t.reviewedHint, optional: true, state })}
${study.variables.map(({ id, label }) => field(ctx, { kind: 'number', name: figureField(id), label, hint: t.figureHint, optional: true, state }))}
${field(ctx, { kind: 'textarea', name: 'findings', label: t.findings, hint: t.findingsHint, rows: 4, optional: true, state })}`,
    }),
  });
}

/** The field of a figure; the letter keeps an id that begins with a digit from being read as a place in a list. */
const figureField = (variableId: string): string => `figures.v${variableId}`;
