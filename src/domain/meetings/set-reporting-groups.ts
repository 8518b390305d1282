import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import { canonicalJson } from '../../storage/canonical-json.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { listBodies } from '../organisation/index.ts';
import { reportingGroupsOf } from './reporting-group-reader.ts';

/** One line of what reports: the group, and in which standing item. */
export type ReportingLine = { readonly bodyId: Id<'body'>; readonly itemTitle: string };

export type SetReportingGroups = {
  readonly groupId: Id<'body'>;
  readonly lines: readonly ReportingLine[];
  /** The lines that were seen: if others stand there now, somebody changed them meanwhile. */
  readonly seen: readonly ReportingLine[];
};

/** Writes which groups report at each meeting of a body, in order, instead of those that did (J-14). */
export async function setReportingGroups(
  w: Writer<'collaboration.edit' | 'meeting.edit'>,
  input: SetReportingGroups,
): Promise<void> {
  requireBody(w.auth, input.groupId);
  await lockRow(w, 'body', input.groupId);
  const lineOf = ({ bodyId, itemTitle }: ReportingLine) => ({ bodyId, itemTitle });
  const before = await reportingGroupsOf(w, input.groupId);
  const now = before.map(lineOf);
  // A list has no version of its own: what was seen is compared line by line.
  const changed = Number(canonicalJson(now) !== canonicalJson(input.seen.map(lineOf)));
  expectVersion({ version: changed, lines: now }, 0, input.lines);
  const known = new Set<string>((await listBodies(w)).map(({ id }) => id));
  refuseProblems(
    input.lines.flatMap(({ bodyId, itemTitle }, index) => [
      ...(known.has(bodyId) && bodyId !== input.groupId
        ? []
        : [{ path: `lines.${index}.bodyId`, key: 'validation.choose' }]),
      ...(itemTitle.trim() ? [] : [{ path: `lines.${index}.itemTitle`, key: 'validation.required' }]),
    ]),
  );
  await w.db
    .deleteFrom('reporting_group')
    .where('tenant_id', '=', w.tenantId)
    .where('group_body_id', '=', input.groupId)
    .execute();
  if (input.lines.length > 0)
    await w.db
      .insertInto('reporting_group')
      .values(
        input.lines.map(({ bodyId, itemTitle }, index) => ({
          tenant_id: w.tenantId,
          group_body_id: input.groupId,
          reporting_body_id: bodyId,
          position: index + 1,
          item_title: itemTitle.trim(),
          since: before.find((one) => one.bodyId === bodyId)?.since ?? w.runtime.today(),
        })),
      )
      .execute();
  await w.log({
    noun: 'body',
    recordId: input.groupId,
    summary: 'reporting groups',
    before: { lines: now },
    after: { lines: input.lines },
  });
}
