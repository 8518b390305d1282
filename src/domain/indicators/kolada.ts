import * as z from 'zod';
import { AppError } from '../../kernel/errors.ts';

/** An answer of Kolada's interface, version 3: figures by key figure, municipality and year, each for all, women and men. Fields that we do not use may come and go. */
const answerShape = z.object({
  values: z.array(
    z.object({
      kpi: z.string().max(40),
      municipality: z.string().max(40),
      period: z.union([z.number().int(), z.string().max(10)]),
      values: z.array(
        z.object({
          gender: z.string().max(5),
          value: z.number().nullable(),
          status: z.string().max(40).nullish(),
          isdeleted: z.boolean().nullish(),
        }),
      ),
    }),
  ),
});

/** Municipalities of the county by their codes (SCB); a code that is not here stays as it is. */
const municipalities: Readonly<Record<string, string>> = {
  '0018': '',
  '1814': 'Lekeberg',
  '1860': 'Laxå',
  '1861': 'Hallsberg',
  '1862': 'Degerfors',
  '1863': 'Hällefors',
  '1864': 'Ljusnarsberg',
  '1880': 'Örebro',
  '1881': 'Kumla',
  '1882': 'Askersund',
  '1883': 'Karlskoga',
  '1884': 'Nora',
  '1885': 'Lindesberg',
};

/** A recorded answer of Kolada as a table with a head, so that it goes the same way as every other table. Throws `indicators.noKolada`. */
export function koladaTable(text: string): readonly (readonly string[])[] {
  const read = answerShape.safeParse(jsonOf(text));
  if (!read.success) throw new AppError('indicators.noKolada');
  return [
    ['nyckeltal', 'kommun', 'kön', 'år', 'värde'],
    ...read.data.values.flatMap(({ kpi, municipality, period, values }) =>
      values
        .filter(({ isdeleted }) => !isdeleted)
        .map(({ gender, value, status }) => [
          kpi,
          municipalities[municipality] ?? municipality,
          gender,
          String(period),
          value === null ? (status === 'Private' ? 'för få' : '..') : String(value),
        ]),
    ),
  ];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
