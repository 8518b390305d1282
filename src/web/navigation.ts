import type { Texts } from './texts/index.ts';

type Room = {
  readonly key: keyof Texts['shell']['nav'];
  readonly href: string;
  /** Further addresses that belong to the room: its tabs lead there. */
  readonly also?: readonly string[];
};

/** The rooms of the product in the order of the year's work: from what waits today to reading papers in. */
export const navigation = [
  { key: 'today', href: '/', also: ['/mitt-arbete'] },
  { key: 'goals', href: '/mal', also: ['/planer', '/omrostningar', '/dialoger'] },
  { key: 'assignments', href: '/uppdrag', also: ['/trad'] },
  {
    key: 'meetings',
    href: '/sammantraden',
    also: ['/aktivitetsplaner', '/protokoll', '/anslagstavla', '/publicering'],
  },
  { key: 'bodies', href: '/organ' },
  {
    key: 'collaboration',
    href: '/samverkan',
    also: ['/remisser', '/larande-uppfoljning', '/granskningar', '/utlamna', '/utlamnat', '/mottaget'],
  },
  {
    key: 'followUp',
    href: '/uppfoljning',
    also: [
      '/oversikt',
      '/lagesbilder',
      '/perioder',
      '/indikatorer',
      '/redovisningar',
      '/formular',
      '/beslutsuppfoljning',
      '/atgarder',
    ],
  },
  { key: 'readIn', href: '/las-in' },
] as const satisfies readonly Room[];

/** The room that a path lies in: the longest address that the path begins with. */
export function roomOf(path: string): (typeof navigation)[number]['key'] | undefined {
  const rooms: readonly (Room & (typeof navigation)[number])[] = navigation;
  const within = (href: string) => (href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`));
  return rooms.find(({ href, also = [] }) => [href, ...also].some(within))?.key;
}
