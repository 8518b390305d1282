import type * as z from 'zod';
import { listDecisions } from '../../../domain/decisions/index.ts';
import { listMeetings } from '../../../domain/meetings/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { getPeriodReport, isPeriodReportKind } from '../../../domain/reports/index.ts';
import type { FormState } from '../../contracts.ts';
import type { idField } from '../../input.ts';
import type { InvalidContext, RouteInput } from '../../route.ts';
import { editTextsPage } from './edit-texts-page.ts';
import { reportFor } from './gather-answer.ts';
import { approvePage, deliverPage, readyPage } from './step-pages.ts';

/** A request about one report, with a form or without. */
export type StepContext<P extends 'report.edit' | 'report.approve' | 'report.deliver'> = InvalidContext<
  P,
  RouteInput & { readonly params: z.ZodObject<{ id: ReturnType<typeof idField> }> }
>;

/** The form for the texts around the answers. */
export async function showTexts(ctx: StepContext<'report.edit'>, state?: FormState) {
  const { report, bodies } = await ctx.services.db.read(ctx.auth, async (r) => ({
    report: await reportFor(r, ctx.input.params.id, 'edit'),
    bodies: await listBodies(r),
  }));
  return editTextsPage(ctx, report, bodies, state);
}

/** The question whether the report is ready. */
export async function showReady(ctx: StepContext<'report.edit'>, state?: FormState) {
  const report = await ctx.services.db.read(ctx.auth, (r) => reportFor(r, ctx.input.params.id, 'markReady'));
  return readyPage(ctx, report, state);
}

/** The decisions that may approve it. */
export async function showApprove(ctx: StepContext<'report.approve'>, state?: FormState) {
  const { report, ...facts } = await ctx.services.db.read(ctx.auth, async (r) => {
    const found = await reportFor(r, ctx.input.params.id, 'approve');
    const bodyId = found.body.id;
    const { decisions } = await listDecisions(r, { bodyId, state: 'made' });
    const { meetings } = await listMeetings(r, { bodyId, from: `${found.year}-09-01`, order: 'oldest', limit: 4 });
    // The body approves a report of a year in that year or after it, in an item of its own meeting.
    const fitting = decisions.filter(
      ({ item, decidedOn }) => item !== null && Number(decidedOn?.slice(0, 4)) >= found.year,
    );
    const period = isPeriodReportKind(found.kind) ? await getPeriodReport(r, found.id) : null;
    return { report: found, decisions: fitting, meetings, period };
  });
  return approvePage(ctx, report, facts, state);
}

/** The question whether it was handed over. */
export async function showDeliver(ctx: StepContext<'report.deliver'>, state?: FormState) {
  const report = await ctx.services.db.read(ctx.auth, (r) => reportFor(r, ctx.input.params.id, 'deliver'));
  return deliverPage(ctx, report, ctx.services.runtime.today(), state);
}
