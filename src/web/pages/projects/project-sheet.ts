import type { Sheet } from '../../../documents/out/index.ts';
import { currentDue, type ProjectSummary, projectStates, slippedDays } from '../../../domain/projects/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { RequestContext } from '../../contracts.ts';
import { lateOf, nextOf } from './project-view.ts';
import { texts } from './texts.ts';

/** The projects as figures, one a row. Days are written as they are known, some only by month. */
export function projectSheet(ctx: RequestContext, projects: readonly ProjectSummary[]): Sheet {
  const t = texts[ctx.language];
  const today = ctx.services.runtime.today();
  return {
    title: t.title,
    language: ctx.language,
    columns: [
      { head: t.project, kind: 'link' },
      { head: t.aliases, kind: 'text' },
      { head: t.phase, kind: 'text' },
      { head: t.owner, kind: 'text' },
      { head: t.area, kind: 'text' },
      { head: t.startsOn, kind: 'text' },
      { head: t.endsOn, kind: 'text' },
      { head: t.next, kind: 'text' },
      { head: t.dueNow, kind: 'text' },
      { head: t.slipped, kind: 'number' },
      { head: t.choices.late, kind: 'number' },
      { head: t.value, kind: 'number' },
      { head: t.maximum, kind: 'number' },
      { head: t.asOf, kind: 'text' },
    ],
    rows: projects.map((project) => {
      const next = nextOf(project);
      return [
        { text: project.name, href: `${ctx.services.publicUrl}${recordAddress('project', project.id)}` },
        project.aliases.join(', '),
        projectStates[project.phase][ctx.language],
        project.owner?.name ?? null,
        project.area || null,
        project.startsOn,
        project.endsOn,
        next?.what ?? null,
        next ? currentDue(next) : null,
        next ? slippedDays(next, today) : null,
        lateOf(project, today).length,
        project.count?.value ?? null,
        project.count?.maximum ?? null,
        project.count?.asOf ?? null,
      ];
    }),
  };
}
