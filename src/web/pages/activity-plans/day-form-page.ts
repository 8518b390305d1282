import * as z from 'zod';
import type { Body } from '../../../domain/organisation/index.ts';
import {
  type ActivityPlan,
  type PlanCategoryCode,
  type PlannedDay,
  type PlannedDayKind,
  planCategories,
  planCategoryCodes,
  plannedDayKindCodes,
  plannedDayKinds,
} from '../../../domain/plans/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { linkButton } from '../../components/button/button.ts';
import { confirm } from '../../components/confirm/confirm.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import {
  choice,
  civilDateField,
  idempotencyField,
  idField,
  manyOf,
  optionalCivilDate,
  optionalText,
  versionField,
} from '../../input.ts';
import { type Page, page } from '../../reply.ts';
import { when } from './plan-days.ts';
import { planCrumbs } from './plan-paths.ts';
import { texts } from './texts.ts';

const slotFields = Object.fromEntries(
  planCategoryCodes.map((code) => [code, optionalText({ maximum: 5_000 })]),
) as Record<PlanCategoryCode, z.ZodType<string | undefined>>;

const fields = {
  date: civilDateField(),
  lastDay: optionalCivilDate(),
  kind: choice(plannedDayKindCodes as readonly [PlannedDayKind, ...PlannedDayKind[]]),
  place: optionalText({ maximum: 200 }),
  note: optionalText({ maximum: 500 }),
  bodyIds: manyOf(idField()),
  ...slotFields,
  idempotencyKey: idempotencyField,
};

/** What the forms for a new day and for the change of one send. */
export const newDayForm = z.object(fields);
export const changeDayForm = z.object({ ...fields, version: versionField });

/** The line that says that nothing is planned under a category, as the plan prints it. */
const nothingPlanned = '-----';

/** The fields of a form as the verb takes them: a category with text has a slot, whose lines are its items; dashes alone are a slot without any. */
export function dayFieldsOf(input: z.infer<typeof newDayForm>) {
  const { date, lastDay, kind, place, note, bodyIds } = input;
  const slots = planCategoryCodes.flatMap((category) => {
    const lines = input[category]
      ?.split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    return lines ? [{ category, items: lines.filter((line) => !/^[-–—]{2,}$/u.test(line)) }] : [];
  });
  return { date, lastDay: lastDay ?? null, kind, place: place ?? null, note: note ?? null, bodyIds, slots };
}

/** A day as the fields of its form. */
export function dayValues(plan: ActivityPlan, day: PlannedDay): FormState['values'] {
  const own = plan.activities.filter(({ dayId }) => dayId === day.id);
  return {
    date: day.date,
    lastDay: day.lastDay ?? '',
    kind: day.kind,
    place: day.place ?? '',
    note: day.note ?? '',
    bodyIds: day.bodies.map(({ id }) => id),
    ...Object.fromEntries(
      own.map(({ category, items }) => [category, items.map(({ text }) => text).join('\n') || nothingPlanned]),
    ),
  };
}

/** The form for a day: what kind of day it is and, under each category, what it takes up. */
export function dayFormPage(
  ctx: RequestContext,
  facts: { readonly plan: ActivityPlan; readonly day?: PlannedDay; readonly bodies: readonly Body[] },
  state: FormState,
): Page {
  const t = texts[ctx.language];
  const { plan, day } = facts;
  const href = recordAddress('activityPlan', plan.id);
  const title = day ? t.dayTitle : t.addDay;
  const kinds = plannedDayKindCodes.map((code) => ({ value: code, text: plannedDayKinds[code][ctx.language] }));
  const others = facts.bodies
    .filter(({ id }) => id !== plan.body.id)
    .map(({ id, name }) => ({ value: id, text: name }));
  const labels = labelsOf(ctx);
  const saved = day ? dayValues(plan, day) : {};
  return page({
    title,
    width: 'text',
    crumbs: planCrumbs(ctx, plan, title),
    body: html`${bothTexts(ctx, { state, fields: Object.entries(labels).map(([name, label]) => ({ name, label, saved: [saved[name] ?? ''].flat().join('\n') })) })}${form(
      ctx,
      {
        action: day ? `${href}/dagar/${day.id}` : `${href}/dagar/ny`,
        submit: t.save,
        state,
        labels,
        ...(day && { version: day.version }),
        cancel: { href },
        more: day ? linkButton({ text: t.removeDay, href: `${href}/dagar/${day.id}/ta-bort`, variant: 'quiet' }) : null,
        body: html`${field(ctx, { name: 'date', label: t.date, kind: 'date', state })}
${field(ctx, { name: 'lastDay', label: t.lastDay, kind: 'date', state, optional: true })}
${choices(ctx, { kind: 'radio', name: 'kind', legend: t.kind, options: kinds, state, inline: true })}
${field(ctx, { name: 'place', label: t.place, state, optional: true })}
${planCategoryCodes.map((code) => field(ctx, { name: code, label: planCategories[code][ctx.language], kind: 'textarea', rows: 3, hint: t.slotHint, state, optional: true }))}
${field(ctx, { name: 'note', label: t.note, hint: t.noteHint, state, optional: true })}
${others.length > 0 ? choices(ctx, { kind: 'checkbox', name: 'bodyIds', legend: t.bodies, hint: t.bodiesHint, options: others, state }) : null}`,
      },
    )}`,
  });
}

/** The question before a day is taken out of the plan. */
export function removeDayPage(ctx: RequestContext, plan: ActivityPlan, day: PlannedDay, state?: FormState): Page {
  const t = texts[ctx.language];
  const href = recordAddress('activityPlan', plan.id);
  return page({
    title: t.removeDayTitle,
    width: 'text',
    crumbs: planCrumbs(ctx, plan, t.removeDay),
    lead: when(ctx, day),
    body: html`${state ? errorSummary(ctx, state) : null}${confirm(ctx, {
      consequences: [t.removeDayWhat],
      action: `${href}/dagar/${day.id}/ta-bort`,
      submit: t.removeDay,
      cancelHref: href,
      version: day.version,
    })}`,
  });
}

function labelsOf(ctx: RequestContext): Record<string, string> {
  const t = texts[ctx.language];
  return {
    date: t.date,
    lastDay: t.lastDay,
    kind: t.kind,
    place: t.place,
    ...Object.fromEntries(planCategoryCodes.map((code) => [code, planCategories[code][ctx.language]])),
    note: t.note,
    bodyIds: t.bodies,
  };
}
