import * as z from 'zod';
import { type Body, type BodyKind, bodyKindNames, bodyKinds } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import {
  choice,
  idempotencyField,
  optionalCivilDate,
  optionalId,
  optionalText,
  text,
  versionField,
} from '../../input.ts';
import { type Page, page } from '../../reply.ts';
import { bodyListPath } from './body-list-page.ts';
import { texts } from './texts.ts';

const facts = {
  kind: choice(bodyKindNames as readonly [BodyKind, ...BodyKind[]]),
  name: text({ maximum: 200 }),
  shortName: optionalText({ maximum: 40 }),
  parentId: optionalId(),
  validFrom: optionalCivilDate(),
  validTo: optionalCivilDate(),
  idempotencyKey: idempotencyField,
};

/** What the form for a new body sends, and the one for a body that is changed. */
export const createForm = z.object(facts);
export const changeForm = z.object({ ...facts, version: versionField });
export const aliasForm = z.object({
  name: text({ maximum: 200 }),
  reason: optionalText({ maximum: 500 }),
  idempotencyKey: idempotencyField,
});
/** A body as the fields of its form. */
export function bodyValues(body: Body): Record<string, string> {
  return {
    kind: body.kind,
    name: body.name,
    shortName: body.shortName ?? '',
    parentId: body.parentId ?? '',
    validFrom: body.validFrom ?? '',
    validTo: body.validTo ?? '',
  };
}

/** The form in which a body is entered or changed; after a conflict with both texts. */
export function bodyFormPage(ctx: RequestContext, bodies: readonly Body[], state: FormState, body?: Body): Page {
  const t = texts[ctx.language];
  const title = body ? t.changeTitle : t.create;
  const saved = body ? bodyValues(body) : {};
  const labels: Record<string, string> = {
    kind: t.kind,
    name: t.name,
    shortName: t.shortName,
    parentId: t.parent,
    validFrom: t.validFrom,
    validTo: t.validTo,
  };
  const kinds = bodyKindNames.map((code) => ({ value: code, text: bodyKinds[code].label[ctx.language] }));
  const parents = bodies.filter(({ id }) => id !== body?.id).map(({ id, name }) => ({ value: id, text: name }));
  const show = (name: string, value: string) =>
    [...(name === 'kind' ? kinds : name === 'parentId' ? parents : [])].find((one) => one.value === value)?.text ??
    value;
  return page({
    title,
    width: 'text',
    crumbs: crumbs(ctx, title, body),
    body: html`${bothTexts(ctx, {
      state,
      show,
      fields: Object.entries(labels).map(([name, label]) => ({ name, label, saved: show(name, saved[name] ?? '') })),
    })}${form(ctx, {
      action: body ? `${recordAddress('body', body.id)}/andra` : `${bodyListPath}/nytt`,
      submit: t.save,
      state,
      labels,
      cancel: { href: body ? recordAddress('body', body.id) : bodyListPath },
      ...(body && { version: body.version }),
      body: html`${field(ctx, { name: 'name', label: t.name, state })}
${field(ctx, { name: 'kind', label: t.kind, kind: 'select', options: kinds, state })}
${field(ctx, { name: 'shortName', label: t.shortName, hint: t.shortNameHint, width: 'medium', state, optional: true })}
${field(ctx, { name: 'parentId', label: t.parent, kind: 'select', options: parents, empty: t.noParent, state, optional: true })}
${field(ctx, { name: 'validFrom', label: t.validFrom, kind: 'date', state, optional: true })}
${field(ctx, { name: 'validTo', label: t.validTo, kind: 'date', state, optional: true })}`,
    })}`,
  });
}

/** The form in which a person says that a name of the documents means this body, and why. */
export function aliasPage(ctx: RequestContext, body: Body, state: FormState): Page {
  const t = texts[ctx.language];
  const href = recordAddress('body', body.id);
  return page({
    title: t.aliasTitle,
    width: 'text',
    crumbs: crumbs(ctx, t.aliasTitle, body),
    lead: html`<span lang="sv">${body.name}</span>`,
    body: form(ctx, {
      action: `${href}/namn`,
      submit: t.addAlias,
      state,
      labels: { name: t.aliasName, reason: t.aliasReason },
      cancel: { href },
      body: html`${field(ctx, { name: 'name', label: t.aliasName, state })}
${field(ctx, { name: 'reason', label: t.aliasReason, hint: t.aliasReasonHint, state })}`,
    }),
  });
}

/** The way from the tree over the body to one of its forms. */
export function crumbs(ctx: RequestContext, title: string, body?: Body) {
  return [
    { text: texts[ctx.language].title, href: bodyListPath },
    ...(body ? [{ text: body.name, href: recordAddress('body', body.id) }] : []),
    { text: title },
  ];
}
