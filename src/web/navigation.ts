import type { Texts } from './texts/index.ts';

/** The rooms of the product in the order of the year's work: from what waits today to reading papers in. */
export const navigation = [
  { key: 'today', href: '/' },
  { key: 'goals', href: '/mal' },
  { key: 'assignments', href: '/uppdrag' },
  { key: 'meetings', href: '/sammantraden' },
  { key: 'bodies', href: '/organ' },
  { key: 'followUp', href: '/uppfoljning' },
  { key: 'readIn', href: '/las-in' },
] as const satisfies readonly { key: keyof Texts['shell']['nav']; href: string }[];

/** The room that a path lies in: the longest address that the path begins with. */
export function roomOf(path: string): (typeof navigation)[number]['key'] | undefined {
  return navigation.find(({ href }) => (href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)))
    ?.key;
}
