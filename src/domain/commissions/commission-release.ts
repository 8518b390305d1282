import { heading, paragraph, type Table, text } from '../../documents/tree/index.ts';
import type { Id } from '../../kernel/id.ts';
import { kronorOf } from '../../kernel/ore.ts';
import type { Reader } from '../../storage/database.ts';
import { listBodies } from '../organisation/index.ts';
import { authorityName } from '../published/index.ts';
import type { ReleasedContent } from '../releases/index.ts';
import { type Commission, employmentForms, extentKinds, extentOf } from './commission.ts';
import { commissionFaults, faultsOf } from './commission-faults.ts';
import { commissionChain, getCommission } from './commission-reader.ts';
import { totalOf } from './division.ts';
import { payerTitle } from './money-reader.ts';

const noDay = '0001-01-01';

/** A commission as another principal gets it: who does what, what each payer pays of which year, and what no paper says. */
export async function releasedCommission(r: Reader, id: Id<'commission'>): Promise<ReleasedContent> {
  const commission = await getCommission(r, id);
  const chain = await commissionChain(r, id);
  const names = new Map((await listBodies(r)).map((body) => [body.id as string, body.name]));
  const { what, who, orderedBy, fund, fundRecord, item } = commission;
  const total = totalOf(commission);
  const extent = extentOf(commission);
  // A snapshot says what the record says, on whatever day it is made.
  const faults = faultsOf(commission, noDay);
  const fact = (label: string, value: string | null | undefined) => (value ? [{ label, value }] : []);
  return {
    noun: 'commission',
    recordId: commission.id,
    bodyId: orderedBy?.id ?? null,
    title: what,
    secrecy: null,
    tree: {
      title: what,
      author: await authorityName(r),
      language: 'sv',
      facts: [
        ...fact('Vem', who),
        ...fact('Beställare', orderedBy?.name),
        ...fact('Läge', commission.endedOn ? 'avslutad' : commission.decided ? 'beslutad' : 'föreslagen'),
        ...fact(
          'Omfattning',
          extent && `${number(commission.fte!)} ${extent === 'posts' ? 'årsarbetare' : extentKinds[extent].sv}`,
        ),
        ...fact('Anställningsform', commission.employmentForm && employmentForms[commission.employmentForm].sv),
        ...fact('Period', [commission.from, commission.to].filter(Boolean).join(' – ')),
        ...fact('Medel', fundRecord?.name ?? fund),
        ...fact('Behandlad i', item && `${item.title}, ${item.bodyName} ${item.heldOn}`),
        ...fact('Summa', total && `${number(kronorOf(total.ore))} kr${total.derived ? ' (räknat av delarna)' : ''}`),
      ],
      blocks: [
        heading(2, 'Betalas av'),
        ...(commission.parts.length > 0
          ? [partsTable(commission, names)]
          : [paragraph('Inga belopp eller tjänster är angivna.')]),
        ...(faults.length > 0
          ? [
              heading(2, 'Detta saknas'),
              ...faults.map((code) =>
                paragraph(`${capital(commissionFaults[code].label.sv)}. ${commissionFaults[code].remedy.sv}`),
              ),
            ]
          : []),
        ...(chain.length > 1
          ? [
              heading(2, 'Hela kedjan'),
              ...chain.map((one) => {
                const sum = totalOf(one);
                return paragraph(
                  `${one.from ?? ''} – ${one.to ?? ''}${sum ? `: ${number(kronorOf(sum.ore))} kr` : ''}`,
                );
              }),
            ]
          : []),
      ],
    },
    data: { parts: commission.parts, from: commission.from, to: commission.to, decided: commission.decided },
  };
}

function partsTable({ parts }: Commission, names: ReadonlyMap<string, string>): Table {
  return {
    kind: 'table',
    header: ['Betalare', 'År', 'Belopp', 'Årsarbetare'].map((head) => [text(head)]),
    rowHeader: true,
    rows: parts.map(({ payer, year, money, fte }) =>
      [
        payer ? payerTitle(payer, names) : 'Summa som handlingen anger',
        year === null ? 'hela perioden' : String(year),
        money ? `${number(money.value)} ${money.currency === 'SEK' ? 'kr' : money.currency}` : '–',
        fte === null ? '–' : number(fte),
      ].map((cell) => [text(cell)]),
    ),
  };
}

function number(value: number): string {
  return value.toLocaleString('sv-SE', { maximumFractionDigits: 2 });
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('sv') + words.slice(1);
}
