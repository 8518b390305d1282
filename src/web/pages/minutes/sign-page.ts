import type { DocumentTree } from '../../../documents/tree/index.ts';
import { type Adjustment, type Minutes, signerRoles } from '../../../domain/minutes/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { documentView } from '../../components/document-view/document-view.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { minutesCrumbs } from './minutes-page.ts';
import { signerOf } from './signer.ts';
import { texts } from './texts.ts';

export type SignFacts = { readonly minutes: Minutes; readonly adjustment: Adjustment; readonly tree: DocumentTree };

/** The frozen document with its hash, and under it the two things a signer can do: sign, or give it back with a comment. */
export function signPage(
  ctx: RequestContext,
  facts: SignFacts,
  state: FormState,
  at: 'sign' | 'return' = 'sign',
): Page {
  const t = texts[ctx.language];
  const { minutes, adjustment, tree } = facts;
  const here = recordAddress('minutes', minutes.id);
  const own = signerOf(ctx.actor, adjustment);
  const hidden = html`<input type="hidden" name="handling" value="${adjustment.id}"><input type="hidden" name="hash" value="${adjustment.contentHash}">`;
  const byPassword = ctx.session === undefined || ctx.session.proofs.join() === 'password';
  const asks = ctx.services.signatures.asksFor === 'password' && byPassword;
  const meeting = { id: minutes.meetingId, kind: 'meeting' as const, heldOn: minutes.heldOn };
  return page({
    title: t.signTitle,
    crumbs: minutesCrumbs(ctx, meeting, minutes, t.signTitle),
    lead: html`<span lang="sv">${minutes.body.name}</span><span>${ctx.format.date(minutes.heldOn)}</span>`,
    body: html`<p>${t.signBody}</p>${documentView(tree)}
<section id="underskrift"><h2>${t.sign}</h2>${summaryList([
      {
        term: own ? signerRoles[own.role][ctx.language] : t.signers,
        value: own && html`<span lang="sv">${own.name}</span>`,
      },
      { term: t.hash, value: html`<code>${adjustment.contentHash}</code>` },
    ])}
${form(ctx, {
  action: `${here}/justera`,
  submit: t.sign,
  ...(at === 'sign' && { state }),
  cancel: { href: here },
  body: html`${hidden}${asks ? field(ctx, { kind: 'password', name: 'password', label: t.password, hint: t.passwordHint, autocomplete: 'current-password', state: at === 'sign' ? { ...state, values: {} } : freshForm() }) : null}`,
})}</section>
<section id="aterlamna"><h2>${t.return}</h2>${form(ctx, {
      action: `${here}/aterlamna`,
      submit: t.return,
      variant: 'secondary',
      ...(at === 'return' && { state }),
      body: html`<input type="hidden" name="handling" value="${adjustment.id}">${field(ctx, { kind: 'textarea', name: 'comment', label: t.returnComment, rows: 3, state: at === 'return' ? state : freshForm() })}`,
    })}</section>`,
  });
}
