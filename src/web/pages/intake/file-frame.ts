import {
  confidenceLevels,
  type IntakeFile,
  isDecidingMany,
  type Proposal,
  readyToConfirm,
} from '../../../domain/intake/index.ts';
import { linkButton } from '../../components/button/button.ts';
import { progress } from '../../components/progress/progress.ts';
import { reviewHead } from '../../components/review-head/review-head.ts';
import { tabs } from '../../components/tabs/tabs.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { kindOf } from './hand-in-page.ts';
import { lookAgain, manyUnderWay } from './many-notice.ts';
import { texts } from './texts.ts';

export type FileTab = 'proposals' | 'versions' | 'unplaced' | 'remarks' | 'result';

/** What every page of a file that has been read stands on. */
export type ReadScene = {
  readonly file: IntakeFile;
  readonly proposals: readonly Proposal[];
  readonly mayConfirm: boolean;
};

/** A page about one file that has been read: its title and facts, how far the review has come, and the parts of it as tabs. */
export function filePage(ctx: RequestContext, scene: ReadScene, tab: FileTab, body: Content): Page {
  const { file } = scene;
  const title = file.title ?? file.fileName;
  const t = texts[ctx.language];
  return page({
    title,
    width: 'wide',
    crumbs: [{ text: t.title, href: '/las-in' }, { text: title }],
    lead: fileFacts(ctx, file),
    ...(isDecidingMany(file) && { refresh: lookAgain }),
    body: html`${manyUnderWay(ctx, file)}${headOf(ctx, scene)}${tabsOf(ctx, scene, tab)}${body}`,
  });
}

/** What kind of document it is, of whom and when, as the reading understood it. */
export function fileFacts(ctx: RequestContext, file: IntakeFile): Html {
  const t = texts[ctx.language];
  const { body, date, year, diaryNumber, pages } = file.facts;
  const facts: readonly Content[] = [
    kindOf(ctx, file),
    body && html`<span lang="sv">${body}</span>`,
    date ? ctx.format.date(date) : year && String(year),
    diaryNumber,
    pages && `${pages} s.`,
    html`<a href="/las-in/${file.id}/original">${t.original}</a>`,
  ].filter(Boolean);
  return html`<span>${facts.map((fact, index) => html`${index > 0 ? ' · ' : ''}${fact}`)}</span>`;
}

/** How far the review has come, in words and as a bar, and the way to confirm what is sure. */
function headOf(ctx: RequestContext, { file, proposals, mayConfirm }: ReadScene): Html {
  const t = texts[ctx.language];
  const count = (state: Proposal['state']) => proposals.filter((one) => one.state === state).length;
  const sure = readyToConfirm(proposals, { minConfidence: confidenceLevels.sure.from }).length;
  const look = count('open') - sure;
  const meter = progress(ctx, {
    parts: [
      { count: count('confirmed'), text: t.confirmedCount(count('confirmed')), tone: 'ok' as const },
      { count: sure, text: t.sure(sure), tone: 'info' as const },
      { count: look, text: t.look, tone: 'part' as const },
      { count: count('rejected'), text: t.rejectedCount(count('rejected')), tone: 'neutral' as const },
    ],
    note: t.unplacedNote(file.unplaced.length),
  });
  const action =
    mayConfirm && sure > 0 ? linkButton({ text: t.confirmSure(sure), href: `/las-in/${file.id}/bekrafta` }) : null;
  return reviewHead({ meter, action });
}

function tabsOf(ctx: RequestContext, { file, proposals }: ReadScene, tab: FileTab): Html {
  const t = texts[ctx.language];
  const address = `/las-in/${file.id}`;
  return tabs(ctx, {
    label: t.tabs,
    items: [
      { text: t.tabProposals, href: address, current: tab === 'proposals', count: proposals.length },
      ...(file.earlierId ? [{ text: t.tabVersions, href: `${address}/skillnader`, current: tab === 'versions' }] : []),
      { text: t.tabUnplaced, href: `${address}/utan-plats`, current: tab === 'unplaced', count: file.unplaced.length },
      { text: t.tabRemarks, href: `${address}/anmarkningar`, current: tab === 'remarks', count: file.problems.length },
      {
        text: t.tabResult,
        href: `${address}/resultat`,
        current: tab === 'result',
        count: proposals.filter((one) => one.state === 'confirmed').length,
      },
    ],
  });
}
