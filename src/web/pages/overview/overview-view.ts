import type { Sheet } from '../../../documents/out/index.ts';
import { listAssignmentYears, yearToOpen } from '../../../domain/assignments/index.ts';
import { type Body, listBodies } from '../../../domain/organisation/index.ts';
import { type CivilDate, yearOf } from '../../../kernel/civil-date.ts';
import type { Reader, RequestContext } from '../../contracts.ts';
import type { Page } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { tableFile, tableFormats } from '../../table-file.ts';
import { type OverviewQuery, overviewQuery } from './overview-query.ts';
import { texts } from './texts.ts';

/** What every side of the overview can be narrowed by, and the year it is about. */
export type Choices = {
  readonly year: number;
  readonly years: readonly number[];
  readonly bodies: readonly Body[];
};

/** What a side of the overview is asked with. */
export type Asked = { readonly query: OverviewQuery; readonly choices: Choices; readonly today: CivilDate };

/** A side of the overview: a page, and the same figures as a table to take out. */
export type OverviewView<Facts> = {
  readonly path: `/oversikt${string}`;
  /** One Swedish sentence for the reference. */
  readonly about: string;
  readonly read: (r: Reader, asked: Asked) => Promise<Facts>;
  readonly page: (ctx: RequestContext, asked: Asked, facts: Facts) => Page;
  readonly sheet: (ctx: RequestContext, asked: Asked, facts: Facts) => Sheet;
};

/** The page of a side and its files: they read the same facts, so that a file never says anything else than its page. */
export function viewRoutes<Facts>(view: OverviewView<Facts>): readonly Route[] {
  const gather = async (r: Reader, query: OverviewQuery, today: CivilDate) => {
    const years = await listAssignmentYears(r);
    const latest = yearToOpen(years, today) ?? yearOf(today);
    const choices = { years, year: query.ar ?? latest, bodies: await listBodies(r) };
    const asked: Asked = { query, choices, today };
    return { asked, facts: await view.read(r, asked) };
  };
  return [
    route({
      method: 'GET',
      path: view.path,
      policy: 'record.read',
      about: view.about,
      input: { query: overviewQuery },
      sample: {},
      handler: async (ctx) => {
        const today = ctx.services.runtime.today();
        const { asked, facts } = await ctx.services.db.read(ctx.auth, (r) => gather(r, ctx.input.query, today));
        return view.page(ctx, asked, facts);
      },
    }),
    ...tableFormats.map((format) =>
      route({
        method: 'GET',
        path: `${view.path}.${format}`,
        policy: 'record.read',
        about: `Hämtar samma siffror som en tabell (${format}). ${view.about}`,
        input: { query: overviewQuery },
        sample: {},
        handler: async (ctx) => {
          const today = ctx.services.runtime.today();
          const { asked, facts } = await ctx.services.db.read(ctx.auth, (r) => gather(r, ctx.input.query, today));
          const side = view.path.split('/').slice(2).join('-');
          const name = [texts[ctx.language].fileName, side, asked.choices.year].filter(Boolean).join('-');
          return await tableFile(view.sheet(ctx, asked, facts), name, format);
        },
      }),
    ),
  ];
}
