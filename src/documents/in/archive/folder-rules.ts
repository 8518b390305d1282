import type { PackageRule } from './package-rule.ts';

/** How a package lies in folders (CSIP 4, CSIPSTR1 and CSIPSTR4), before anything in it is read. */
export const folderRules: readonly PackageRule[] = [
  {
    id: 'CSIPSTR1',
    source: 'csip',
    level: 'MUST',
    where: '/',
    says: { sv: 'Allt ska ligga i en enda rotmapp.', en: 'Everything must lie in a single root folder.' },
    check: ({ roots, files }) => [
      ...(roots.length === 1 ? [] : roots.slice(1)),
      ...[...files.keys()].filter((path) => path.split('/').includes('..') && roots.length === 1),
    ],
  },
  {
    id: 'CSIPSTR4',
    source: 'csip',
    level: 'MUST',
    where: '/METS.xml',
    says: {
      sv: 'Rotmappen ska ha en METS.xml som går att läsa.',
      en: 'The root folder must have a METS.xml that can be read.',
    },
    check: ({ mets, unreadable }) => [
      ...unreadable,
      ...(mets.some(({ path }) => path === 'METS.xml') || unreadable.includes('METS.xml') ? [] : ['METS.xml']),
    ],
  },
];
