import { may } from '../../../domain/access/index.ts';
import { triedOutcomeCodes, triedOutcomes } from '../../../domain/disclosures/index.ts';
import { provisions } from '../../../domain/secrecy/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import type { DisclosureFacts } from './disclosure-pages.ts';
import { texts } from './texts.ts';

/** The documents of a request, each as it was tried, and while the request waits the form in which one is tried. */
export function triedSection(
  ctx: RequestContext,
  { request, documents, tried }: Pick<DisclosureFacts, 'request' | 'documents' | 'tried'>,
  state: FormState = freshForm(),
): Html {
  const t = texts[ctx.language];
  const findings = new Map(tried.map((one) => [one.documentId, one]));
  const tries = request.state === 'received' && ctx.actor && may(ctx.actor, 'disclosure.handle', request.body.id);
  return html`<section><h2>${t.tryTitle}</h2><p>${t.tryLead}</p>${table(ctx, {
    caption: t.tryTitle,
    captionHidden: true,
    columns: [
      { key: 'document', text: t.document },
      { key: 'outcome', text: t.finding },
      { key: 'provision', text: t.provision },
    ],
    rows: documents.map(({ id, title }) => {
      const one = findings.get(id);
      return {
        document: html`<a href="${recordAddress('document', id)}" lang="sv">${title}</a>`,
        outcome: one
          ? html`${tag({ text: triedOutcomes[one.outcome][ctx.language], tone: one.outcome === 'open' ? 'ok' : 'part' })} ${t.triedNote(one.triedBy, ctx.format.shortDate(one.triedOn))}`
          : tag({ text: t.untried, tone: 'unknown' }),
        provision: one?.provision ? html`<span lang="sv">${one.provision}</span>` : '–',
      };
    }),
  })}${tries && documents.length > 0 ? tryForm(ctx, { request, documents }, state) : null}</section>`;
}

function tryForm(
  ctx: RequestContext,
  { request, documents }: Pick<DisclosureFacts, 'request' | 'documents'>,
  state: FormState,
): Html {
  const t = texts[ctx.language];
  return form(ctx, {
    action: `${recordAddress('disclosureRequest', request.id)}/provning`,
    submit: t.trySave,
    variant: 'secondary',
    state,
    body: html`${field(ctx, {
      kind: 'select',
      name: 'documentId',
      label: t.document,
      options: documents.map(({ id, title }) => ({ value: id, text: title })),
      state,
    })}${field(ctx, {
      kind: 'select',
      name: 'outcome',
      label: t.finding,
      options: triedOutcomeCodes.map((code) => ({ value: code, text: triedOutcomes[code][ctx.language] })),
      state,
    })}${field(ctx, {
      kind: 'select',
      name: 'provision',
      label: t.provision,
      optional: true,
      options: Object.entries(provisions).map(([code, { cite, about }]) => ({
        value: code,
        text: `${cite}, ${about[ctx.language]}`,
      })),
      state,
    })}${field(ctx, { name: 'provisionOther', label: t.provisionOther, optional: true, state })}`,
  });
}
