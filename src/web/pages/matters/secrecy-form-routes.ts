import * as z from 'zod';
import { type Actor, authorize, may } from '../../../domain/access/index.ts';
import { changeMatter, getMatter, getProtectedMatter, type Matter } from '../../../domain/matters/index.ts';
import { withdrawMarked } from '../../../domain/publications/index.ts';
import {
  citeProvision,
  isWithheld,
  provisions,
  secrecyLevelCodes,
  secrecyLevels,
} from '../../../domain/secrecy/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm } from '../../contracts.ts';
import { choice, idempotencyField, idField, optionalChoice, optionalText, text, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { matterSecrecyPage } from './secrecy-form-page.ts';
import { texts } from './texts.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const byId = z.object({ id: idField() });
const levelCodes = secrecyLevelCodes as unknown as readonly [
  (typeof secrecyLevelCodes)[number],
  ...(typeof secrecyLevelCodes)[number][],
];
const provisionCodes = Object.keys(provisions) as unknown as readonly [string, ...string[]];
type Setting = Pick<HandlerContext<'matter.edit'>, 'services' | 'auth'> & {
  readonly actor: Actor;
  readonly input: { readonly params: { readonly id: string } };
};

/** Whether somebody may read what is protected of a matter: of its body, or of all bodies when it has none. */
export function coversProtectedMatter(actor: Actor, { bodyId }: Pick<Matter, 'bodyId'>): boolean {
  if (bodyId !== null) return may(actor, 'matter.readProtected', bodyId);
  return actor.grants.some(
    (grant) => grant.bodyId === null && may({ ...actor, grants: [grant] }, 'matter.readProtected'),
  );
}

/** Whether somebody may set the level of a matter. What is withheld is only lowered by those who may read what would come out. */
export function maySetSecrecy(actor: Actor, matter: Pick<Matter, 'bodyId' | 'state' | 'secrecyLevel'>): boolean {
  if (matter.state === 'closed' || !may(actor, 'matter.edit', matter.bodyId ?? undefined)) return false;
  return !isWithheld(matter.secrecyLevel) || coversProtectedMatter(actor, matter);
}

/** Setting the level of a matter, with its provision and its titles. */
export const matterSecrecyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/arenden/:id/sekretess',
    policy: 'matter.edit',
    freshProof: true,
    about: 'Visar formuläret där ärendets sekretessnivå sätts, med bestämmelsen och de två ärendemeningarna.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const matter = await matterToMark(ctx);
      const cited = Object.keys(provisions).find((code) => citeProvision(code) === matter.legalGround);
      const values = {
        secrecyLevel: matter.secrecyLevel,
        provision: cited,
        legalGround: cited === undefined ? (matter.legalGround ?? undefined) : undefined,
        publicTitle: matter.publicTitle,
        protectedTitle: matter.protectedTitle ?? undefined,
      };
      return matterSecrecyPage(ctx, matter, freshForm(values));
    },
  }),
  route({
    method: 'POST',
    path: '/arenden/:id/sekretess',
    policy: 'matter.edit',
    freshProof: true,
    about: 'Sätter ärendets sekretessnivå, med bestämmelsen och de två ärendemeningarna.',
    input: {
      params: byId,
      form: z.object({
        secrecyLevel: choice(levelCodes),
        provision: optionalChoice(provisionCodes),
        legalGround: optionalText({ maximum: 200 }),
        publicTitle: text({ maximum: 500 }),
        protectedTitle: optionalText({ maximum: 500 }),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      params: { id: anId },
      form: { secrecyLevel: 'open', publicTitle: 'Ärendet', version: '1', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { provision, legalGround, version, idempotencyKey, protectedTitle, ...form } = ctx.input.form;
      const { id } = await matterToMark(ctx);
      const cited = legalGround ?? (provision && citeProvision(provision)) ?? null;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeMatter', idempotencyKey }, async (w) => {
        await changeMatter(w, {
          ...form,
          matterId: id,
          protectedTitle: protectedTitle ?? null,
          legalGround: secrecyLevels[form.secrecyLevel].needsProvision ? cited : null,
          expectedVersion: version,
        });
        await withdrawMarked(w, { noun: 'matter', recordId: id, level: form.secrecyLevel });
      });
      return redirect(recordAddress('matter', id), {
        flash: { tone: 'success', text: texts[ctx.language].secrecySaved },
      });
    },
    onInvalid: async (ctx, state) => matterSecrecyPage(ctx, await matterToMark(ctx), state),
  }),
];

/** The matter with its protected title for whoever may set its level. */
async function matterToMark(ctx: Setting): Promise<Matter & { readonly protectedTitle: string | null }> {
  const { id } = ctx.input.params;
  const matter = await ctx.services.db.read(ctx.auth, (r) => getMatter(r, id));
  if (!maySetSecrecy(ctx.actor, matter)) throw new AppError('access.denied');
  if (!isWithheld(matter.secrecyLevel)) return { ...matter, protectedTitle: null };
  return await ctx.services.db.read(authorize(ctx.actor, 'matter.readProtected'), (r) => getProtectedMatter(r, id));
}
