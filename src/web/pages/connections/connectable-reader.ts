import { listAgreements } from '../../../domain/agreements/index.ts';
import { listAssignments } from '../../../domain/assignments/index.ts';
import { listCommissions } from '../../../domain/commissions/index.ts';
import { listConsultations } from '../../../domain/consultations/index.ts';
import { listDecisions } from '../../../domain/decisions/index.ts';
import { listProjects } from '../../../domain/projects/index.ts';
import type { Option } from '../../components/field/field.ts';
import type { Reader } from '../../contracts.ts';

/** So many of a kind can be chosen from in one list. */
const most = 200;

/** What a record of the joint work can belong with, itself aside: the newest of each kind. What lies further back is connected when its paper is read in. */
export async function readConnectable(r: Reader, self: string): Promise<readonly Option[]> {
  const assignments = (await listAssignments(r, { pageSize: most })).rows;
  const { decisions } = await listDecisions(r, {});
  const option = (noun: string, { id }: { readonly id: string }, text: string): Option => ({
    value: `${noun}:${id}`,
    text,
  });
  return [
    ...assignments.map((one) => option('assignment', one, `Uppdrag ${one.ref} ${one.title}`)),
    ...decisions.slice(0, most).map((one) => option('decision', one, `Beslut: ${one.title}`)),
    ...(await listAgreements(r)).slice(0, most).map((one) => option('agreement', one, `Överenskommelse: ${one.name}`)),
    ...(await listCommissions(r)).slice(0, most).map((one) => option('commission', one, `Beställning: ${one.what}`)),
    ...(await listProjects(r)).slice(0, most).map((one) => option('project', one, `Projekt: ${one.name}`)),
    ...(await listConsultations(r)).slice(0, most).map((one) => option('consultation', one, `Remiss: ${one.title}`)),
  ].filter(({ value }) => !value.endsWith(`:${self}`));
}
