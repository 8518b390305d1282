import type { ComponentExamples } from '../../component-examples.ts';
import { tree } from './tree.ts';

export const examples: ComponentExamples = {
  about: 'Mål under mål, organ under organ. Öppnas och stängs utan skript.',
  examples: [
    {
      name: 'Målträd',
      render: (ctx) =>
        tree(ctx, {
          label: 'Målbild 2030',
          items: [
            {
              text: 'Invånare och patient',
              note: '3 mål',
              children: [
                {
                  text: 'Jag får vård nära där jag bor',
                  href: '#tree',
                  note: '5 uppdrag',
                  children: [{ text: 'Mobila team finns i hela länet', href: '#tree', note: '2 uppdrag' }],
                },
                { text: 'Jag är delaktig i min vård', href: '#tree', note: 'inget uppdrag', gap: true },
              ],
            },
            {
              text: 'Medarbetare',
              note: '2 mål',
              open: false,
              children: [{ text: 'Vi lär av varandra', href: '#tree', note: '1 uppdrag' }],
            },
          ],
        }),
    },
  ],
};
