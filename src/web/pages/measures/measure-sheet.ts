import type { Sheet } from '../../../documents/out/index.ts';
import { type Measure, measureKinds, measureStates } from '../../../domain/measures/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { RequestContext } from '../../contracts.ts';
import { texts } from './texts.ts';

/** The measures of a year as figures to reckon with: whole kronor, so that nothing is lost to rounding. */
export function measureSheet(ctx: RequestContext, year: number, measures: readonly Measure[]): Sheet {
  const t = texts[ctx.language];
  const kr = (text: string) => `${text}, kr`;
  return {
    title: `${t.title} ${year}`,
    language: ctx.language,
    columns: [
      { head: t.plan, kind: 'text' },
      { head: t.number, kind: 'number' },
      { head: t.measure, kind: 'link' },
      { head: t.kind, kind: 'text' },
      { head: t.responsible, kind: 'text' },
      { head: t.state, kind: 'text' },
      { head: t.startsOn, kind: 'date' },
      { head: kr(t.planned), kind: 'number' },
      { head: kr(t.fullYear), kind: 'number' },
      { head: t.lastTold, kind: 'text' },
      { head: kr(t.effect), kind: 'number' },
      { head: kr(t.forecast), kind: 'number' },
      { head: t.financial, kind: 'text' },
      { head: t.operational, kind: 'text' },
    ],
    rows: measures.map((one) => {
      const told = one.told.at(-1);
      return [
        `${one.plan.body.name}: ${one.plan.title}`,
        one.number,
        { text: one.title, href: `${ctx.services.publicUrl.replace(/\/+$/u, '')}${recordAddress('measure', one.id)}` },
        measureKinds[one.kind][ctx.language],
        one.responsible.name,
        measureStates[one.state][ctx.language],
        one.startsOn,
        one.planned,
        one.plannedFullYear,
        told?.month ?? null,
        told?.effect ?? null,
        told?.forecast ?? null,
        told?.financial ?? null,
        told?.operational ?? null,
      ];
    }),
  };
}
