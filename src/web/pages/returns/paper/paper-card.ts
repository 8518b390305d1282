import { may } from '../../../../domain/access/index.ts';
import type { FormReturn, NationalReport } from '../../../../domain/returns/index.ts';
import { linkButton } from '../../../components/button/button.ts';
import { card } from '../../../components/card/card.ts';
import { linkList } from '../../../components/link-list/link-list.ts';
import type { RequestContext } from '../../../contracts.ts';
import { type Content, html } from '../../../html.ts';
import { reportTag } from '../work/report-page.ts';
import { paperPath, toFormPath } from './paper-address.ts';
import { paperTexts } from './paper-texts.ts';

/** On the page of a paper: the returns of its year that its answers belong in, and the way to take them there. */
export function paperCard(ctx: RequestContext, formReturn: FormReturn, reports: readonly NationalReport[]): Content {
  const t = paperTexts[ctx.language];
  const leads = ctx.actor !== undefined && may(ctx.actor, 'return.edit');
  if (!leads && reports.length === 0) return null;
  return card({
    title: t.cardTitle,
    body: html`<p>${t.cardBody}</p>${
      reports.length === 0
        ? null
        : linkList(
            reports.map((report) => ({
              title: html`<span lang="sv">${report.title} ${report.year}</span>`,
              href: paperPath(report.id, formReturn.id),
              note: reportTag(ctx, report.state),
            })),
          )
    }${leads ? linkButton({ text: t.cardAction, href: toFormPath(formReturn.id), variant: 'secondary' }) : null}`,
  });
}
