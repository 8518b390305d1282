import { may } from '../../../../domain/access/index.ts';
import { returnItemOf } from '../../../../domain/execution/index.ts';
import { type AnsweredReport, getReturnApproval, type ReturnApproval } from '../../../../domain/returns/index.ts';
import { recordAddress } from '../../../../kernel/record-address.ts';
import { linkButton } from '../../../components/button/button.ts';
import { help } from '../../../components/help/help.ts';
import { notice } from '../../../components/notice/notice.ts';
import type { Reader, RequestContext } from '../../../contracts.ts';
import { type Content, type Html, html } from '../../../html.ts';
import { reportPath } from '../work/report-address.ts';
import { approvalTexts } from './approval-texts.ts';
import { returnFormats } from './return-files.ts';

type Standing = ReturnApproval & { readonly there: Awaited<ReturnType<typeof returnItemOf>> };

/** What can be done with a return once it is reviewed, and what has been: two queries, read in the same moment as the answers. */
export async function readApprovalActions(
  r: Reader,
  report: AnsweredReport,
): Promise<(ctx: RequestContext) => Content> {
  const standing: Standing = {
    ...(await getReturnApproval(r, report.id)),
    there: await returnItemOf(r, report.id),
  };
  return (ctx) => approvalSection(ctx, report, standing);
}

function approvalSection(ctx: RequestContext, report: AnsweredReport, standing: Standing): Html {
  const t = approvalTexts[ctx.language];
  // While it is answered there is nothing to decide, and the files are what one looks for least.
  if (!standing.approval && !standing.there && report.state !== 'ready')
    return help({ summary: t.downloads, body: downloads(ctx, report, standing) });
  return html`<section aria-labelledby="beslut"><h2 id="beslut">${t.heading}</h2>${
    standing.approval ? decided(ctx, report, standing) : toDecide(ctx, report, standing)
  }<h3>${t.downloads}</h3>${downloads(ctx, report, standing)}</section>`;
}

function toDecide(ctx: RequestContext, report: AnsweredReport, { there }: Standing): Content {
  const t = approvalTexts[ctx.language];
  if (there)
    return notice(ctx, {
      tone: 'info',
      body: html`<a href="${recordAddress('agendaItem', there.itemId, there.meetingId)}">${t.onAgenda(ctx.format.date(there.heldOn))}</a>`,
    });
  if (report.state !== 'ready') return null;
  const mayPut = ctx.actor && may(ctx.actor, 'meeting.edit', report.body.id);
  return html`<p>${t.readyLead}</p>${mayPut ? html`<div class="actions">${linkButton({ text: t.putOnAgenda, href: `${reportPath(report.id)}/ta-upp` })}</div>` : null}`;
}

function decided(ctx: RequestContext, report: AnsweredReport, { approval, sent, frozen }: Standing): Content {
  const t = approvalTexts[ctx.language];
  const mayEdit = ctx.actor && may(ctx.actor, 'return.edit', report.body.id);
  const done = sent
    ? html`<p>${t.sent(ctx.format.date(sent.on), sent.to, sent.by)} ${sent.receiptNumber ? t.receipt(sent.receiptNumber) : t.noReceipt}</p>`
    : null;
  return html`${notice(ctx, {
    tone: 'success',
    body: html`<p>${approval ? html`${t.approved(ctx.format.date(approval.on))} <a href="${recordAddress('decision', approval.decisionId)}">${t.openDecision}</a>` : null}</p>${done}<p class="soft">${t.hash}: <code>${frozen?.hash}</code></p>`,
  })}${!sent && mayEdit ? html`<div class="actions">${linkButton({ text: t.sendIn, href: `${reportPath(report.id)}/skicka-in` })}</div>` : null}${
    sent && !sent.receiptNumber && mayEdit
      ? html`<div class="actions">${linkButton({ text: t.noteReceipt, href: `${reportPath(report.id)}/kvitto`, variant: 'secondary' })}</div>`
      : null
  }`;
}

/** The return as files. What is not approved says so. */
function downloads(ctx: RequestContext, report: AnsweredReport, { frozen }: Standing): Html {
  const t = approvalTexts[ctx.language];
  const here = reportPath(report.id);
  return html`${frozen ? null : html`<p class="soft">${t.draftNote}</p>`}<ul>
<li><a href="${here}/dokument">${t.read}</a></li>
<li><a href="${here}/paket">${t.package}</a> <span class="soft">${t.packageHint}</span></li>
${returnFormats.map((format) => html`<li><a href="${here}/fil/${format}">${t.formats[format]}</a></li>`)}
<li><a href="${here}/schema">${t.schema}</a></li></ul>`;
}
