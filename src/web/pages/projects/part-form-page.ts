import {
  type Project,
  projectPointKindCodes,
  projectPointKinds,
  projectPointStateCodes,
  projectPointStates,
  projectRoleCodes,
  projectRoles,
  siteStateCodes,
  siteStates,
} from '../../../domain/projects/index.ts';
import type { Localized } from '../../../kernel/language.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { type FieldOptions, field, type Option } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { projectCrumbs, sentence } from './project-view.ts';
import { texts } from './texts.ts';

/** The parts of a project by the word in their address. */
export const partKinds = { plats: 'site', roll: 'role', antal: 'count', punkt: 'point' } as const;
export type PartWord = keyof typeof partKinds;

type WithoutState<T> = T extends unknown ? Omit<T, 'state'> : never;
type PartField = WithoutState<FieldOptions>;

/** The form of one part of a project: a site, a role, a figure or a point. */
export function partFormPage(
  ctx: RequestContext,
  {
    project,
    word,
    partId,
    kind,
  }: {
    readonly project: Project;
    readonly word: PartWord;
    readonly partId?: string;
    readonly kind?: string | undefined;
  },
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const here = recordAddress('project', project.id);
  const fields = fieldsOf(ctx, word);
  const labels = Object.fromEntries(fields.map(({ name, label }) => [name, label]));
  const found = partId === undefined ? undefined : savedPart(project, word, partId);
  const fresh =
    word === 'punkt' ? { kind: kind ?? 'goal', state: 'open' } : word === 'plats' ? { state: 'planned' } : {};
  const state = sent ?? freshForm(found?.values ?? fresh);
  const title = `${found ? t.changePart : { plats: t.addSite, roll: t.addRole, antal: t.addCount, punkt: kind === 'lesson' ? t.addLesson : t.addPoint }[word]}${found ? ` ${t.parts[partKinds[word]].toLocaleLowerCase(ctx.language)}` : ''}`;
  return page({
    title,
    width: 'text',
    lead: html`<span lang="sv">${project.name}</span>`,
    crumbs: projectCrumbs(ctx, { text: project.name, href: here }, { text: title }),
    body: html`${form(ctx, {
      action: `${here}/${word}/${partId ?? 'ny'}`,
      submit: t.save,
      state,
      labels,
      ...(found && { version: found.version }),
      cancel: { href: here },
      body: html`${found ? bothTexts(ctx, { state, fields: fields.map(({ name, label }) => ({ name, label, saved: found.values[name] ?? '' })) }) : null}
${fields.map((one) => field(ctx, { ...one, state } as FieldOptions))}`,
    })}${found ? postButton(ctx, { action: `${here}/${word}/${partId}/bort`, text: t.remove, variant: 'secondary', version: found.version }) : null}`,
  });
}

function fieldsOf(ctx: RequestContext, word: PartWord): readonly PartField[] {
  const t = texts[ctx.language];
  const options = (codes: readonly string[], table: Readonly<Record<string, Localized>>): readonly Option[] =>
    codes.map((code) => ({ value: code, text: sentence(table[code]![ctx.language]) }));
  switch (word) {
    case 'plats':
      return [
        { name: 'name', label: t.site, width: 'full' },
        { kind: 'select', name: 'state', label: t.state, options: options(siteStateCodes, siteStates) },
        { name: 'startsOn', label: t.siteSince, hint: t.dayHint, optional: true, width: 'short' },
        { kind: 'textarea', name: 'reason', label: t.siteReason, rows: 2, optional: true },
      ] as readonly PartField[];
    case 'roll':
      return [
        { name: 'person', label: t.person, hint: t.personHint, width: 'full' },
        { kind: 'select', name: 'role', label: t.role, options: options(projectRoleCodes, projectRoles) },
        { kind: 'number', name: 'percent', label: t.percent, unit: t.percentUnit, optional: true },
        { name: 'startsOn', label: t.from, hint: t.dayHint, optional: true, width: 'short' },
        { name: 'endsOn', label: t.to, optional: true, width: 'short' },
      ] as readonly PartField[];
    case 'antal':
      return [
        { name: 'asOf', label: t.asOf, hint: t.dayHint, width: 'short' },
        { kind: 'number', name: 'value', label: t.value },
        { kind: 'number', name: 'maximum', label: t.maximum, optional: true },
        { name: 'note', label: t.note, optional: true, width: 'full' },
      ] as readonly PartField[];
    case 'punkt':
      return [
        {
          kind: 'select',
          name: 'kind',
          label: t.pointKind,
          options: options(projectPointKindCodes, projectPointKinds),
        },
        { kind: 'textarea', name: 'point', label: t.point, rows: 3 },
        {
          kind: 'select',
          name: 'state',
          label: t.pointState,
          options: options(projectPointStateCodes, projectPointStates),
        },
        { name: 'note', label: t.note, optional: true, width: 'full' },
      ] as readonly PartField[];
  }
}

/** A part as its form shows it; undefined when it is gone. */
export function savedPart(
  project: Project,
  word: PartWord,
  id: string,
): { readonly version: number; readonly values: Record<string, string> } | undefined {
  const lists = { plats: project.sites, roll: project.roles, antal: project.counts, punkt: project.points };
  const found = lists[word].find((one) => one.id === id);
  if (!found) return undefined;
  const values = Object.entries(found).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, String(value)] as const] : [],
  );
  return { version: found.version, values: Object.fromEntries(values) };
}

/** The form that carries a lesson on into a plan or another project. */
export function carryPage(
  ctx: RequestContext,
  {
    project,
    pointId,
    places,
  }: { readonly project: Project; readonly pointId: string; readonly places: readonly Option[] },
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const here = recordAddress('project', project.id);
  const lesson = project.points.find(({ id }) => id === pointId);
  return page({
    title: t.carryTitle,
    width: 'text',
    lead: html`<span lang="sv">${lesson?.point ?? ''}</span>`,
    crumbs: projectCrumbs(ctx, { text: project.name, href: here }, { text: t.carry }),
    body: form(ctx, {
      action: `${here}/lardom/${pointId}`,
      submit: t.carry,
      state: sent ?? freshForm(),
      labels: { to: t.carryTo },
      version: lesson?.version ?? 0,
      cancel: { href: here },
      body: field(ctx, {
        kind: 'select',
        name: 'to',
        label: t.carryTo,
        hint: t.carryHint,
        state: sent ?? freshForm(),
        options: places,
      }),
    }),
  });
}
