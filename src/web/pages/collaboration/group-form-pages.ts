import * as z from 'zod';
import {
  type FilledPlace,
  type ItemPlace,
  type Representation,
  type RepresentationCapacity,
  representationCapacities,
  representationCapacityCodes,
  representationOn,
} from '../../../domain/collaboration/index.ts';
import type { ReportingGroup } from '../../../domain/meetings/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import {
  choice,
  civilDateField,
  idempotencyField,
  idField,
  optionalId,
  optionalText,
  versionField,
  wholeNumber,
} from '../../input.ts';
import { type Page, page } from '../../reply.ts';
import { collaborationPaths } from './collaboration-tabs.ts';
import { groupPath } from './group-pages.ts';
import { groupTexts } from './group-texts.ts';

/** What the form sends in which somebody is appointed. */
export const appointForm = z.object({
  forBodyId: idField(),
  capacity: choice(representationCapacityCodes as readonly [RepresentationCapacity, ...RepresentationCapacity[]]),
  name: optionalText({ maximum: 200 }),
  personId: optionalId(),
  title: optionalText({ maximum: 200 }),
  validFrom: civilDateField(),
  replacesId: optionalId(),
  agendaItemId: optionalId(),
  appointedBy: optionalText({ maximum: 300 }),
  idempotencyKey: idempotencyField,
});

/** What the form sends that ends a representation. */
export const endForm = z.object({ lastDay: civilDateField(), version: versionField, idempotencyKey: idempotencyField });

/** What the form of a place sends. */
export const placeForm = z.object({
  forBodyId: idField(),
  representatives: wholeNumber({ minimum: 0, maximum: 20 }),
  substitutes: wholeNumber({ minimum: 0, maximum: 20 }),
  idempotencyKey: idempotencyField,
});

/** What the form of the reporting groups sends: the item of each sub-group, and what was seen. */
export const reportingForm = z.object({
  item: z.record(idField() as z.ZodType<string, string>, optionalText({ maximum: 200 })).default({}),
  seen: optionalText({ maximum: 20_000 }),
  idempotencyKey: idempotencyField,
});

function crumbs(ctx: RequestContext, body: Body, here: string) {
  const t = groupTexts[ctx.language];
  return [
    { text: t.groups, href: collaborationPaths.groups },
    { text: body.name, href: groupPath(body.id) },
    { text: here },
  ];
}

export type AppointChoices = {
  readonly body: Body;
  readonly places: readonly FilledPlace[];
  readonly items: readonly ItemPlace[];
  /** Those who speak for somebody somewhere already. */
  readonly people: readonly Pick<Representation, 'personId' | 'personName'>[];
};

/** The form in which somebody is appointed to speak for a principal. */
export function appointPage(ctx: RequestContext, choices: AppointChoices, state: FormState): Page {
  const t = groupTexts[ctx.language];
  const { body, places, items, people } = choices;
  const today = ctx.services.runtime.today();
  const replaceable = places.flatMap(({ forBody, all }) => {
    const { representatives, substitutes } = representationOn(all, today);
    return [...representatives, ...substitutes].map(({ id, personName }) => ({
      value: id,
      text: `${personName}, ${forBody.name}`,
    }));
  });
  return page({
    title: t.appointTitle,
    width: 'text',
    crumbs: crumbs(ctx, body, t.appointTitle),
    lead: html`<span lang="sv">${body.name}</span>`,
    body: form(ctx, {
      action: `${groupPath(body.id)}/utse`,
      submit: t.saveAppointed,
      state,
      cancel: { href: groupPath(body.id) },
      labels: { forBodyId: t.forBody, capacity: t.capacity, name: t.name, validFrom: t.validFrom },
      body: html`${field(ctx, { kind: 'select', name: 'forBodyId', label: t.forBody, options: places.map(({ forBody }) => ({ value: forBody.id, text: forBody.name })), state })}
${field(ctx, { kind: 'select', name: 'capacity', label: t.capacity, options: representationCapacityCodes.map((code) => ({ value: code, text: representationCapacities[code][ctx.language] })), state })}
${field(ctx, { name: 'name', label: t.name, hint: t.nameHint, state, optional: true, autocomplete: 'off' })}
${people.length > 0 ? field(ctx, { kind: 'select', name: 'personId', label: t.person, empty: t.replacesNone, options: people.map(({ personId, personName }) => ({ value: personId, text: personName })), state, optional: true }) : null}
${field(ctx, { name: 'title', label: t.title, hint: t.titleHint, state, optional: true, autocomplete: 'off' })}
${field(ctx, { kind: 'date', name: 'validFrom', label: t.validFrom, state })}
${replaceable.length > 0 ? field(ctx, { kind: 'select', name: 'replacesId', label: t.replaces, empty: t.replacesNone, options: replaceable, state, optional: true }) : null}
${items.length > 0 ? field(ctx, { kind: 'select', name: 'agendaItemId', label: t.item, empty: t.itemNone, options: items.map(({ id, heldOn, title }) => ({ value: id, text: `${heldOn}: ${title}` })), state, optional: true }) : null}
${field(ctx, { name: 'appointedBy', label: t.appointedBy, hint: t.appointedByHint, state, optional: true })}`,
    }),
  });
}

/** The form in which the last day of a representation is noted. */
export function endPage(ctx: RequestContext, body: Body, one: Representation, state: FormState): Page {
  const t = groupTexts[ctx.language];
  return page({
    title: t.endTitle,
    width: 'text',
    crumbs: crumbs(ctx, body, t.endTitle),
    lead: html`<span lang="sv">${one.personName}</span>`,
    body: form(ctx, {
      action: `${groupPath(body.id)}/representanter/${one.id}/avsluta`,
      submit: t.saveEnd,
      state,
      version: one.version,
      labels: { lastDay: t.lastDay },
      cancel: { href: groupPath(body.id) },
      body: html`<p>${t.endHelp}</p>${field(ctx, { kind: 'date', name: 'lastDay', label: t.lastDay, state })}`,
    }),
  });
}

/** The form in which it is said whom somebody is to speak for, and by how many. */
export function placePage(ctx: RequestContext, body: Body, bodies: readonly Body[], state: FormState): Page {
  const t = groupTexts[ctx.language];
  return page({
    title: t.placeTitle,
    width: 'text',
    crumbs: crumbs(ctx, body, t.placeTitle),
    lead: html`<span lang="sv">${body.name}</span>`,
    body: form(ctx, {
      action: `${groupPath(body.id)}/plats`,
      submit: t.savePlace,
      state,
      cancel: { href: groupPath(body.id) },
      labels: { forBodyId: t.place, representatives: t.representativesCount, substitutes: t.substitutesCount },
      body: html`<p>${t.placeHelp}</p>${field(ctx, { kind: 'select', name: 'forBodyId', label: t.place, options: bodies.map(({ id, name }) => ({ value: id, text: name })), state })}
${field(ctx, { kind: 'number', name: 'representatives', label: t.representativesCount, state })}
${field(ctx, { kind: 'number', name: 'substitutes', label: t.substitutesCount, state })}`,
    }),
  });
}

/** The form in which it is said which sub-groups report at each meeting, and in which item. */
export function reportingPage(
  ctx: RequestContext,
  body: Body,
  candidates: readonly Pick<Body, 'id' | 'name'>[],
  seen: readonly ReportingGroup[],
  state: FormState,
): Page {
  const t = groupTexts[ctx.language];
  return page({
    title: t.reportingTitle,
    width: 'text',
    crumbs: crumbs(ctx, body, t.reportingTitle),
    lead: html`<span lang="sv">${body.name}</span>`,
    body: form(ctx, {
      action: `${groupPath(body.id)}/rapporterar`,
      submit: t.saveReporting,
      state,
      cancel: { href: groupPath(body.id) },
      body: html`<p>${candidates.length === 0 ? t.noSubGroupsToReport : t.reportingHelp}</p><input type="hidden" name="seen" value="${seenLines(seen)}">${candidates.map(
        ({ id, name }) =>
          field(ctx, { name: `item.${id}`, label: t.reportingItem(name), state, optional: true, autocomplete: 'off' }),
      )}`,
    }),
  });
}

/** The lines that were seen, as the form carries them: one a line, id and item. */
export function seenLines(lines: readonly Pick<ReportingGroup, 'bodyId' | 'itemTitle'>[]): string {
  return lines.map(({ bodyId, itemTitle }) => `${bodyId} ${itemTitle}`).join('\n');
}

/** The same lines read back. */
export function linesSeen(
  text: string | undefined,
): readonly { readonly bodyId: string; readonly itemTitle: string }[] {
  return (text ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ bodyId: line.slice(0, line.indexOf(' ')), itemTitle: line.slice(line.indexOf(' ') + 1) }));
}
