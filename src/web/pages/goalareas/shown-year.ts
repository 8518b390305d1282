import type { RequestContext } from '../../contracts.ts';

/** The year that is asked for, and today. */
export function whenOf(ctx: RequestContext, chosen?: number): { readonly year: number; readonly today: string } {
  const today = ctx.services.runtime.today();
  return { year: chosen ?? Number(today.slice(0, 4)), today };
}
