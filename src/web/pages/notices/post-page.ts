import { noticeKindCodes, noticeKinds } from '../../../domain/notices/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { boardPath } from './board-page.ts';
import { texts } from './texts.ts';

/** Puts up an entry of one of the kinds that do not come from an adjustment. */
export function postPage(ctx: RequestContext, bodies: readonly Body[], state: FormState): Page {
  const t = texts[ctx.language];
  const kinds = noticeKindCodes.filter((kind) => kind !== 'adjustedMinutes');
  return page({
    title: t.postTitle,
    width: 'text',
    crumbs: [{ text: t.title, href: boardPath }, { text: t.postTitle }],
    body: html`<p>${t.postBody}</p>${form(ctx, {
      action: `${boardPath}/ny`,
      submit: t.postNow,
      state,
      cancel: { href: boardPath },
      body: html`${field(ctx, { kind: 'select', name: 'bodyId', label: t.body, state, options: bodies.map(({ id, name }) => ({ value: id, text: name })) })}${field(ctx, { kind: 'select', name: 'kind', label: t.kind, state, options: kinds.map((kind) => ({ value: kind, text: `${noticeKinds[kind].label[ctx.language]} (${noticeKinds[kind].law})` })) })}${field(ctx, { name: 'title', label: t.titleField, state })}${field(ctx, { kind: 'textarea', name: 'bodyText', label: t.bodyText, state, optional: true })}`,
    })}`,
  });
}
