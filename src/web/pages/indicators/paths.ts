/** Where the pages of figures lie. Fixed words stand where no indicator's id can. */
export const indicatorPaths = {
  register: '/indikatorer',
  create: '/indikatorer/ny',
  claims: '/indikatorer/pastaenden',
  deliveries: '/indikatorer/leveranser',
  import: '/indikatorer/las-in',
  population: '/indikatorer/befolkning',
} as const;
