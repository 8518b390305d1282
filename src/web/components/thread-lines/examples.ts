import type { ComponentExamples } from '../../component-examples.ts';
import { threadLines } from './thread-lines.ts';

const knot = (year: number, number: number, tone: 'ok' | 'late' | 'unknown', status: string) => ({
  year,
  text: `${year}:${number}`,
  href: '#thread-lines',
  tone,
  status,
});

export const examples: ComponentExamples = {
  about: 'Många trådar på en gång: ett år i varje kolumn, en knut där det fanns ett uppdrag.',
  examples: [
    {
      name: 'Tre år',
      render: (ctx) =>
        threadLines(ctx, {
          caption: 'Trådar 2024–2026',
          years: [2024, 2025, 2026],
          lines: [
            {
              title: 'Följa det mobila teamet',
              href: '#thread-lines',
              knots: [
                knot(2024, 3, 'ok', 'Enligt plan'),
                knot(2025, 3, 'late', 'Försenat'),
                knot(2026, 3, 'ok', 'Enligt plan'),
              ],
            },
            {
              title: 'Se över kraven på sjukresor',
              href: '#thread-lines',
              knots: [knot(2024, 9, 'ok', 'Enligt plan'), knot(2026, 7, 'unknown', 'Okänt')],
            },
            { title: 'Ett nytt uppdrag', href: '#thread-lines', knots: [knot(2026, 11, 'unknown', 'Okänt')] },
          ],
        }),
    },
  ],
};
