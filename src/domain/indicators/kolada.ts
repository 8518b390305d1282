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
  /** The answer of `/municipality`, when it was put in the same file: Kolada gives codes and names apart. */
  municipalities: z
    .array(z.object({ id: z.string().max(40), title: z.string().max(200), type: z.string().max(5).nullish() }))
    .optional(),
});

/** Which figures are asked of Kolada: codes of key figures and municipalities, and years. */
export type KoladaAsk = {
  readonly keyFigures: readonly string[];
  readonly municipalities: readonly string[];
  readonly years: readonly string[];
};

/** What a register of municipalities calls one code, and whether the code is of a municipality or of a region (`L`). */
type NamedPlace = { readonly id: string; readonly title: string; readonly type?: string | null | undefined };

/** The place of a code as the file itself names it: a region is the whole, and a code that the file does not name stays as it is. */
function placeOf(code: string, named: ReadonlyMap<string, NamedPlace>): string {
  const found = named.get(code);
  if (!found) return code;
  return found.type === 'L' ? '' : found.title;
}

/** A recorded answer of Kolada as a table with a head, so that it goes the same way as every other table. Throws `indicators.noKolada`. */
export function koladaTable(text: string): readonly (readonly string[])[] {
  const read = answerShape.safeParse(jsonOf(text));
  if (!read.success) throw new AppError('indicators.noKolada');
  const named = new Map((read.data.municipalities ?? []).map((one) => [one.id, one]));
  return [
    ['nyckeltal', 'kommun', 'kön', 'år', 'värde'],
    ...read.data.values.flatMap(({ kpi, municipality, period, values }) =>
      values
        .filter(({ isdeleted }) => !isdeleted)
        .map(({ gender, value, status }) => [
          kpi,
          placeOf(municipality, named),
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
