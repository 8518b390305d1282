/** An id that no record has, for the samples of routes. */
export const anId = '00000000-0000-4000-8000-000000000000';
