import type { AgendaItem, MeetingDetail, OfficialsItem } from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { field } from '../../components/field/field.ts';
import { group } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { gatheringCrumbs } from './notes-page.ts';
import { officialsPath } from './officials-page.ts';
import { texts } from './texts.ts';

/** A few lines beyond those that are written, for sub-groups that report for the first time: seed 003 has four. */
const spareRows = 4;

/** What the form begins with: what was reported, and the group's own sub-groups that have not. */
export function reportValues(found: OfficialsItem | undefined, subGroups: readonly string[]): FormState['values'] {
  const reports = found?.reports ?? [];
  const waiting = subGroups.filter((name) => reports.every(({ subGroup }) => subGroup !== name));
  const rows = [
    ...reports,
    ...(reports.length > 0 ? [] : waiting.map((subGroup) => ({ subGroup, reporter: null, report: '' }))),
  ];
  return {
    ...Object.fromEntries(
      rows.flatMap(({ subGroup, reporter, report }, index) => [
        [`reports.${index}.subGroup`, subGroup],
        [`reports.${index}.reporter`, reporter ?? ''],
        [`reports.${index}.report`, report],
      ]),
    ),
    slidesIn: found?.slidesIn ?? '',
  };
}

/** The form for what the sub-groups reported in an item, one line each with who spoke, and where the slides are. */
export function reportsPage(ctx: RequestContext, meeting: MeetingDetail, item: AgendaItem, state: FormState): Page {
  const t = texts[ctx.language];
  const written = new Set(Object.keys(state.values).flatMap((name) => /^reports\.(\d+)\./.exec(name)?.[1] ?? []));
  const rows = Array.from({ length: written.size + spareRows }, (_, index) => index);
  return page({
    title: t.itemReports,
    width: 'text',
    crumbs: gatheringCrumbs(ctx, meeting, t.itemReports),
    lead: html`<span lang="sv">${item.title}</span>`,
    body: form(ctx, {
      action: `${recordAddress('meeting', meeting.id)}/punkter/${item.id}/rapporter`,
      submit: t.save,
      state,
      cancel: { href: officialsPath(meeting.id) },
      body: html`${rows.map((index) =>
        group(
          t.subGroup(index + 1),
          html`${field(ctx, { name: `reports.${index}.subGroup`, label: t.subGroup(index + 1), state, optional: true })}${field(ctx, { name: `reports.${index}.reporter`, label: t.reporter(index + 1), state, optional: true, autocomplete: 'off' })}${field(ctx, { kind: 'textarea', name: `reports.${index}.report`, label: t.report(index + 1), rows: 3, state, optional: true })}`,
        ),
      )}${field(ctx, { name: 'slidesIn', label: t.slidesIn, hint: t.slidesHint, state, optional: true })}`,
    }),
  });
}
