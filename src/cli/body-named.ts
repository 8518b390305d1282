import type { Context } from '../context.ts';
import { authorize } from '../domain/access/index.ts';
import { type Body, listBodies, matchBody, similarBodies } from '../domain/organisation/index.ts';
import { AppError } from '../kernel/errors.ts';
import type { Call } from './command.ts';

/** The body that was named on the command line, by its name, short name or another name; else a refusal that says what is near. */
export async function bodyNamed(context: Context, name: string, call: Call): Promise<Body> {
  const bodies = await context.db.read(authorize(context.operator, 'record.read'), (r) => listBodies(r));
  const found = matchBody(name, bodies);
  if (found) return found;
  const near = similarBodies(name, bodies).map((one) => `”${one.name}”`);
  const hint =
    near.length > 0
      ? call.language === 'sv'
        ? `Menade du ${near.slice(0, 3).join(' eller ')}?`
        : `Did you mean ${near.slice(0, 3).join(' or ')}?`
      : '';
  throw new AppError('organisation.unknownBody', { name, hint });
}
