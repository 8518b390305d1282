import * as z from 'zod';
import { getSeries, placesChart, type Sex, seriesChart, sexes, undivided } from '../../../domain/indicators/index.ts';
import { chartFile, chartFormats } from '../../chart-file.ts';
import { choice, idField, optionalChoice, optionalText } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';

const sexCodes = Object.keys(sexes) as [Sex, ...Sex[]];
const whole = (said: string | undefined) => (said === undefined || said === 'alla' ? '' : said);

/** The charts of an indicator as files, under the same right and with the same choice as its pages. */
export const indicatorChartRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/indikatorer/:id/diagram/:form/:format',
    policy: 'record.read',
    about:
      'Hämtar diagrammet över en serie, eller över alla kommuner i den, som bild (SVG, PNG) eller som tabell (CSV).',
    input: {
      params: z.object({ id: idField(), form: choice(['serie', 'kommuner']), format: choice(chartFormats) }),
      query: z.object({
        plats: optionalText({ maximum: 200 }).catch(undefined),
        kon: optionalChoice(sexCodes).catch(undefined),
        alder: optionalText({ maximum: 60 }).catch(undefined),
      }),
    },
    sample: { params: { id: anId, form: 'serie', format: 'svg' } },
    handler: async (ctx) => {
      const { id, form, format } = ctx.input.params;
      const { plats, kon = undivided.sex, alder } = ctx.input.query;
      const ofPlace = form === 'serie' ? { place: whole(plats), limit: 500 } : { limit: 3_000 };
      const series = await ctx.services.db.read(ctx.auth, (r) =>
        getSeries(r, id, { sex: kon, ageGroup: whole(alder), ...ofPlace }),
      );
      const { language } = ctx;
      const data =
        form === 'serie' ? seriesChart(series, language, whole(plats) || undefined) : placesChart(series, language);
      return await chartFile(data, { name: 'diagram', format, language });
    },
  }),
];
