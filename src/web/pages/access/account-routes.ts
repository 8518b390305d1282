import * as z from 'zod';
import { listAccounts, tieAccountToPerson } from '../../../domain/access/index.ts';
import { listSeatHolders, personNames } from '../../../domain/organisation/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { idempotencyField, idField, optionalId } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { accountListPage, accountListPath, tieAccountPage } from './account-page.ts';
import { accountTexts } from './account-texts.ts';

const byAccount = z.object({ konto: idField() });
const sample = { params: { konto: '00000000-0000-4000-8000-000000000000' } };

/** The accounts of the authority and whose they are (R-KL-24: who is disqualified is kept from an item under every role). */
export const accountRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: accountListPath,
    policy: 'account.administer',
    about: 'Visar kontona och vilken person i registret vart och ett hör till.',
    sample: {},
    handler: async (ctx) => {
      const { accounts, names } = await ctx.services.db.read(ctx.auth, async (r) => {
        const listed = await listAccounts(r, ctx.services.runtime.today());
        const ids = listed.flatMap(({ personId }) => personId ?? []);
        return { accounts: listed, names: await personNames(r, ids) };
      });
      return accountListPage(ctx, accounts, names);
    },
  }),
  route({
    method: 'GET',
    path: `${accountListPath}/:konto/person`,
    policy: 'account.administer',
    about: 'Visar formuläret där ett konto kopplas till en person i registret.',
    input: { params: byAccount },
    sample,
    handler: async (ctx) => await drawTie(ctx),
  }),
  route({
    method: 'POST',
    path: `${accountListPath}/:konto/person`,
    policy: 'account.administer',
    about: 'Kopplar ett konto till en person i registret, eller tar bort kopplingen.',
    input: { params: byAccount, form: z.object({ personId: optionalId(), idempotencyKey: idempotencyField }) },
    sample: { ...sample, form: { idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { personId = null, idempotencyKey } = ctx.input.form;
      const { konto: accountId } = ctx.input.params;
      if (personId !== null) await requirePerson(ctx, personId);
      await ctx.services.db.transact(ctx.auth, { verb: 'tieAccountToPerson', idempotencyKey }, (w) =>
        tieAccountToPerson(w, { accountId, personId }),
      );
      const flash = { tone: 'success', text: accountTexts[ctx.language].saved } as const;
      return redirect(accountListPath, { flash });
    },
    onInvalid: (ctx, state) => drawTie(ctx, state),
  }),
];

type Administering = Pick<HandlerContext<'account.administer'>, 'services' | 'auth'>;

async function requirePerson({ services, auth }: Administering, personId: string): Promise<void> {
  if ((await services.db.read(auth, (r) => personNames(r, [personId]))).size === 0)
    throw new AppError('record.invalid', {}, [{ path: 'personId', key: 'validation.choose' }]);
}

async function drawTie(
  ctx: RequestContext & Administering & { readonly input: { readonly params: z.output<typeof byAccount> } },
  state?: FormState,
) {
  const { konto } = ctx.input.params;
  const { account, holders } = await ctx.services.db.read(ctx.auth, async (r) => {
    const found = (await listAccounts(r, ctx.services.runtime.today())).find(({ id }) => id === konto);
    if (!found) throw new AppError('record.notFound');
    const seated = await listSeatHolders(r, ctx.services.runtime.today());
    const { personId } = found;
    // Who has left every seat since is still the one whose account it is.
    const left = personId !== null && seated.every(({ id }) => id !== personId) ? personId : null;
    const name = left === null ? undefined : (await personNames(r, [left])).get(left);
    return { account: found, holders: left && name ? [...seated, { id: left, name, bodies: [] }] : seated };
  });
  return tieAccountPage(ctx, account, holders, state ?? freshForm({ personId: account.personId ?? '' }));
}
