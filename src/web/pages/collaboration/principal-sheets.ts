import type { Sheet } from '../../../documents/out/index.ts';
import { type OwedRow, owedKindCodes, owedKinds } from '../../../domain/overview/index.ts';
import type { RequestContext } from '../../contracts.ts';
import type { PrincipalFacts } from './principal-facts.ts';
import { principalTexts } from './principal-texts.ts';

/** Principals against what is open, as a table to take out. */
export function matrixSheet(ctx: RequestContext, rows: readonly OwedRow[]): Sheet {
  const t = principalTexts[ctx.language];
  return {
    title: t.principals,
    language: ctx.language,
    columns: [
      { head: t.principal, kind: 'text' },
      { head: t.late, kind: 'number' },
      { head: t.total, kind: 'number' },
      ...owedKindCodes.map((kind) => ({ head: owedKinds[kind][ctx.language], kind: 'number' as const })),
    ],
    rows: rows.map(({ principal, late, total, counts }) => [
      principal.name,
      late,
      total,
      ...owedKindCodes.map((kind) => counts[kind] ?? 0),
    ]),
  };
}

/** What a principal owes as a table to take out. */
export function owedSheet(ctx: RequestContext, { principal, things }: PrincipalFacts): Sheet {
  const t = principalTexts[ctx.language];
  return {
    title: principal.name,
    language: ctx.language,
    columns: [
      { head: t.kind, kind: 'text' },
      { head: t.what, kind: 'link' },
      { head: t.group, kind: 'text' },
      { head: t.due, kind: 'date' },
      { head: t.late, kind: 'text' },
    ],
    rows: things.map((one) => [
      owedKinds[one.kind][ctx.language],
      { text: one.title, href: new URL(one.href, ctx.services.publicUrl).href },
      one.note?.[ctx.language] ?? null,
      one.dueOn,
      one.late ? t.lateNow : null,
    ]),
  };
}
