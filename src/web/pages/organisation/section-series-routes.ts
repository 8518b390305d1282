import { may } from '../../../domain/access/index.ts';
import { startSections } from '../../../domain/meetings/index.ts';
import { getBody } from '../../../domain/organisation/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { freshForm } from '../../contracts.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { bodyListPath } from './body-list-page.ts';
import { anId, byId, toBody } from './body-routes.ts';
import { seriesForm, seriesPage, seriesTexts } from './section-series-page.ts';

const path = `${bodyListPath}/:id/paragrafer` as const;

/** Where the §§ of a body go on that begins in the middle of a year. */
export const sectionSeriesRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path,
    policy: 'meeting.edit',
    about: 'Visar formuläret där ett organ som börjar mitt i ett år anger sin senaste paragraf.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => seriesPage(ctx, await own(ctx), freshForm()),
  }),
  route({
    method: 'POST',
    path,
    policy: 'meeting.edit',
    about: 'Låter organets paragrafer fortsätta efter den senaste som gavs utanför systemet.',
    input: { params: byId, form: seriesForm },
    sample: { params: { id: anId }, form: { after: '40', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { after, idempotencyKey } = ctx.input.form;
      const { body, day } = await own(ctx);
      await ctx.services.db.transact(ctx.auth, { verb: 'startSections', idempotencyKey }, (w) =>
        startSections(w, { bodyId: body.id, series: day.slice(0, 4), after }),
      );
      return toBody(body.id, seriesTexts[ctx.language].saved, '#regler');
    },
    onInvalid: async (ctx, state) => seriesPage(ctx, await own(ctx), state),
  }),
];

type Own = Pick<HandlerContext<'meeting.edit'>, 'services' | 'auth' | 'actor'> & {
  readonly input: { readonly params: { readonly id: string } };
};

async function own({ services, auth, actor, input }: Own) {
  const body = await services.db.read(auth, (r) => getBody(r, input.params.id));
  if (!may(actor, 'meeting.edit', body.id)) throw new AppError('access.denied');
  return { body, day: services.runtime.today() };
}
