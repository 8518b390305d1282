import type { RegisteredDocument } from '../../../domain/matters/index.ts';
import { annexKindCodes, annexKinds, type Report, type ReportAnnex } from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form, postButton } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import type { Page } from '../../reply.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { subPage } from './report-sub-page.ts';

type Documents = readonly Pick<RegisteredDocument, 'id' | 'title'>[];

/** The annexes of a draft in their order, and the form for one more. */
export function reportAnnexesPage(ctx: RequestContext, report: Report, documents: Documents, sent?: FormState): Page {
  const t = deliveryTexts[ctx.language];
  const here = recordAddress('report', report.id);
  return subPage(ctx, report, {
    title: t.annexTitle,
    lead: t.annexLead,
    body: html`${
      report.annexes.length === 0
        ? html`<p>${t.annexNone}</p>`
        : html`<ol>${report.annexes.map((annex, index) => annexRow(ctx, here, annex, index))}</ol>`
    }<h2>${t.annexNew}</h2>${annexForm(ctx, {
      action: `${here}/bilagor`,
      submit: t.annexAdd,
      documents,
      state: sent ?? freshForm({ kind: 'text' }),
      cancel: here,
    })}`,
  });
}

/** One annex to write anew. */
export function changeAnnexPage(
  ctx: RequestContext,
  report: Report,
  annex: ReportAnnex,
  documents: Documents,
  sent?: FormState,
): Page {
  const t = deliveryTexts[ctx.language];
  const here = recordAddress('report', report.id);
  const { kind, title, text, document, version } = annex;
  return subPage(ctx, report, {
    title: t.annexChangeTitle(report.annexes.indexOf(annex) + 1),
    body: annexForm(ctx, {
      action: `${here}/bilagor/${annex.id}`,
      submit: ctx.language === 'sv' ? 'Spara' : 'Save',
      documents,
      state: sent ?? freshForm({ kind, title, text, documentId: document?.id }),
      version,
      cancel: `${here}/bilagor`,
    }),
  });
}

function annexRow(ctx: RequestContext, here: string, annex: ReportAnnex, index: number): Html {
  const t = deliveryTexts[ctx.language];
  const path = `${here}/bilagor/${annex.id}`;
  const about = `: ${annex.title}`;
  return html`<li><p><strong lang="sv">${annex.title}</strong> <span class="soft">${annexKinds[annex.kind][ctx.language]}</span></p><div class="actions">${linkButton({ text: t.annexChange, href: path, variant: 'quiet', about })}${
    index > 0 ? postButton(ctx, { action: `${path}/upp`, text: t.annexRaise, variant: 'quiet', about }) : null
  }${postButton(ctx, { action: `${path}/ta-bort`, text: t.annexRemove, variant: 'quiet', about, version: annex.version })}</div></li>`;
}

function annexForm(
  ctx: RequestContext,
  options: {
    readonly action: string;
    readonly submit: string;
    readonly documents: Documents;
    readonly state: FormState;
    readonly cancel: string;
    readonly version?: number;
  },
): Html {
  const t = deliveryTexts[ctx.language];
  const { action, submit, documents, state, cancel, version } = options;
  return form(ctx, {
    action,
    submit,
    state,
    labels: { kind: t.annexKind, title: t.annexName, text: t.annexText, documentId: t.annexDocument },
    ...(version !== undefined && { version }),
    cancel: { href: cancel },
    body: html`${choices(ctx, {
      kind: 'radio',
      name: 'kind',
      legend: t.annexKind,
      state,
      options: annexKindCodes.map((code) => ({ value: code, text: annexKinds[code][ctx.language] })),
    })}${field(ctx, { name: 'title', label: t.annexName, state, width: 'full' })}${field(ctx, {
      kind: 'textarea',
      name: 'text',
      label: t.annexText,
      hint: t.annexTextHint,
      rows: 6,
      optional: true,
      state,
    })}${field(ctx, {
      kind: 'select',
      name: 'documentId',
      label: t.annexDocument,
      hint: t.annexDocumentHint,
      optional: true,
      state,
      options: documents.map(({ id, title }) => ({ value: id, text: title })),
    })}`,
  });
}
