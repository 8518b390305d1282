import { countQualifiers, type Dialogue, type QualifiedCount } from '../../../domain/dialogues/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { RequestContext } from '../../contracts.ts';
import type { Crumb } from '../../reply.ts';
import { texts } from './texts.ts';

export const dialoguesPath = '/dialoger';

/** "drygt 20", "hittills 200", "431": the number with the word that says how sure it is (DIA-03). */
export function countWords(ctx: RequestContext, counted: QualifiedCount | null): string {
  if (!counted) return '';
  const count = ctx.format.number(counted.count);
  return counted.qualifier === 'exact' ? count : `${countQualifiers[counted.qualifier][ctx.language]} ${count}`;
}

export function dialogueDays(ctx: RequestContext, { fromOn, toOn }: Pick<Dialogue, 'fromOn' | 'toOn'>): string {
  return toOn === null || toOn === fromOn
    ? ctx.format.date(fromOn)
    : `${ctx.format.date(fromOn)} – ${ctx.format.date(toOn)}`;
}

export function dialogueCrumbs(
  ctx: RequestContext,
  dialogue?: Pick<Dialogue, 'id' | 'title'>,
  here?: string,
): readonly Crumb[] {
  const crumbs: Crumb[] = [{ text: texts[ctx.language].title, href: dialoguesPath }];
  if (dialogue) crumbs.push({ text: dialogue.title, href: recordAddress('dialogue', dialogue.id) });
  if (here) crumbs.push({ text: here });
  return crumbs;
}
