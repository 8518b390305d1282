/** Where what authorities let each other have is found. */
export const releasePaths = {
  make: '/utlamna',
  log: '/utlamnat',
  receivers: '/utlamnat/mottagare',
  received: '/mottaget',
  guest: '/gast',
} as const;
