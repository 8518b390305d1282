/**
 * The words of SQL for what the query builder has no words of: rows that cross as arrays, a rank within a group, the latest row beside each. A reader or
 * writer that uses it names the tenant itself, and the policies of the tables hold all the same.
 */
export { sql } from 'kysely';
