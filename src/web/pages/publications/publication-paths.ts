import { type PublishedNoun, publishedNounNames, publishedNouns } from '../../../domain/published/index.ts';

/** Where what is and becomes public is kept in order. */
export const publicationPath = '/publicering';

/** The page of one record: what of it becomes public, what the gate finds, and its trace. */
export function publicationOfPath(noun: PublishedNoun, id: string): string {
  return `${publicationPath}/${publishedNouns[noun].path}/${id}`;
}

/** The nouns as they stand in addresses. */
export const nounPaths = publishedNounNames.map((noun) => publishedNouns[noun].path) as unknown as readonly [
  string,
  ...string[],
];

/** The noun of an address; the paths are checked when the address is read. */
export function nounOfPath(path: string): PublishedNoun {
  return publishedNounNames.find((noun) => publishedNouns[noun].path === path) ?? 'document';
}
