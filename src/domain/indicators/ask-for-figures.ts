import { type Block, type DocumentTree, heading, paragraph } from '../../documents/tree/index.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { authorityName } from '../published/index.ts';
import type { Ask, ReleasedContent } from '../releases/index.ts';
import { asOfKind, lastDayOf } from './as-of.ts';
import type { FigureDelivery } from './deliveries.ts';
import { listDeliveries } from './delivery-reader.ts';
import { figureKey } from './figure-key.ts';
import type { IndicatorHead } from './series.ts';
import { listSeries } from './series-reader.ts';

/** A request for figures as it is let out: what is asked for, what each figure counts, and of which time. */
export async function releasedDelivery(r: Reader, id: Id<'indicatorDelivery'>): Promise<ReleasedContent> {
  const { delivery, heads } = await askedWith(r, id);
  const tree = requestDocument(delivery, heads, await authorityName(r));
  // The copy leads to the indicator: a delivery has no page of its own.
  return { noun: 'indicator', recordId: delivery.indicatorId, bodyId: null, title: tree.title, secrecy: null, tree };
}

/** What is asked of the principal that gets it: every figure that it has agreed to deliver for the same time and has not. */
export async function askOfDelivery(r: Reader, id: Id<'indicatorDelivery'>): Promise<Ask> {
  const { delivery, heads } = await askedWith(r, id);
  return {
    kind: 'deliverFigures',
    question: `Lämna uppgifterna för ${periodWords(delivery.period)}. Kan en uppgift inte anges lämnar ni den tom och skriver varför i anmärkningen.`,
    dueOn: delivery.dueOn,
    figures: heads.map(({ id: indicatorId, name, unit }) => ({
      key: figureKey(indicatorId, delivery.period),
      label: name,
      unit,
    })),
  };
}

/** Who has agreed to deliver: chosen from the start where the request is made. */
export async function receiversOfDelivery(r: Reader, id: Id<'indicatorDelivery'>): Promise<readonly [Id<'body'>]> {
  return [(await openDelivery(r, id)).bodyId];
}

async function openDelivery(r: Reader, id: Id<'indicatorDelivery'>): Promise<FigureDelivery> {
  const [found] = (await listDeliveries(r, { id, open: true })).rows;
  if (!found) throw new AppError('record.notFound');
  return found;
}

async function askedWith(r: Reader, id: Id<'indicatorDelivery'>) {
  const delivery = await openDelivery(r, id);
  const { bodyId, period } = delivery;
  const { rows } = await listDeliveries(r, { bodyId, period, open: true });
  const series = await listSeries(r, [...new Set(rows.map(({ indicatorId }) => indicatorId))], { limit: 0 });
  return { delivery, heads: series.map(({ indicator }) => indicator) };
}

function requestDocument(
  { period, bodyName, dueOn }: FigureDelivery,
  heads: readonly IndicatorHead[],
  author: string,
): DocumentTree {
  return {
    title: `Begäran om uppgifter för ${periodWords(period)}`,
    subtitle: `Till ${bodyName}`,
    author,
    language: 'sv',
    facts: [
      { label: 'Uppgifterna avser', value: `${periodWords(period)}, till och med ${lastDayOf(period)}` },
      { label: 'Lämnas senast', value: dueOn },
    ],
    blocks: heads.flatMap(describe),
  };
}

function describe({ name, unit, definition }: IndicatorHead): readonly Block[] {
  const said = (label: string, text: string | null | undefined) => (text ? [paragraph(`${label}: ${text}`)] : []);
  return [
    heading(1, `${name.charAt(0).toLocaleUpperCase('sv')}${name.slice(1)}`),
    paragraph(`Anges i: ${unit}`),
    ...(definition
      ? [
          paragraph(definition.definition),
          ...said('Täljare', definition.numerator),
          ...said('Nämnare', definition.denominator),
          ...said('Källa', definition.source),
          ...said('Metod', definition.method),
        ]
      : []),
  ];
}

/** The time as a letter says it. */
function periodWords(period: string): string {
  return asOfKind(period) === 'quarter' ? `kvartal ${period.slice(6)} ${period.slice(0, 4)}` : period;
}
