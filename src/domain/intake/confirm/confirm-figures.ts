import type { Reader } from '../../../storage/database.ts';
import {
  keepPopulationFigures,
  listPopulationChanges,
  recordIndicatorValue,
  recordPopulationChange,
} from '../../indicators/index.ts';
import type { Proposal, RecordRef } from '../proposal.ts';
import { type Confirmer, differences, differs, factsFor, fieldsOf, rememberProposal } from './confirmer.ts';

/** A figure that a text states becomes a value of its indicator. The same figure of the same day is one value. */
export const confirmIndicator: Confirmer = {
  questions: async () => [],
  confirm: async (w, proposal, scene) => {
    const { name, unit, value, qualifier, asOf, change, of, to } = fieldsOf<'indicator'>(proposal);
    const year = factsFor(proposal, scene).year;
    const found = await recordIndicatorValue(w, {
      name,
      unit,
      value,
      qualifier: qualifier ?? null,
      asOf: asOf ?? (year === undefined ? null : String(year)),
      changePercent: change?.percent ?? null,
      changedFrom: change?.from ?? null,
      of: of ?? null,
      to: to ?? null,
    });
    const made: RecordRef[] = [];
    if (found.createdIndicator) made.push({ noun: 'indicator', id: found.indicatorId });
    const record = { noun: 'indicatorValue', id: found.valueId };
    if (found.createdValue) made.push(record);
    await rememberProposal(w, record, proposal, scene);
    return { record, made };
  },
};

/** A row of a population table: the row as it was printed, and its numbers as values of their series, read in the same passage. */
export const confirmPopulationRow: Confirmer = {
  questions: async (r, proposal) => {
    const { from, to } = fieldsOf<'populationRow'>(proposal);
    const known = await recordedRow(r, proposal);
    return known
      ? differs(differences({ from: known.from.count, to: known.to.count }, { from: from.value, to: to.value }))
      : [];
  },
  confirm: async (w, proposal, scene) => {
    const { municipality, group, from, to, change, percent } = fieldsOf<'populationRow'>(proposal);
    const known = await recordedRow(w, proposal);
    const id =
      known?.id ??
      (await recordPopulationChange(w, {
        municipality,
        ageGroup: group,
        from: { year: from.year, count: from.value },
        to: { year: to.year, count: to.value },
        printedChange: change,
        printedPercent: percent,
      }));
    const record = { noun: 'populationChange', id };
    await rememberProposal(w, record, proposal, scene);
    const made: RecordRef[] = known ? [] : [record];
    const { year: toldIn } = factsFor(proposal, scene);
    const figures = await keepPopulationFigures(w, {
      ...{ municipality, ageGroup: group },
      from: { year: from.year, count: from.value },
      to: { year: to.year, count: to.value },
      ...(toldIn !== undefined && { toldIn }),
    });
    for (const { valueId, created } of figures) {
      const value = { noun: 'indicatorValue', id: valueId };
      await rememberProposal(w, value, proposal, scene);
      if (created) made.push(value);
    }
    return { record, made };
  },
};

async function recordedRow(r: Reader, proposal: Proposal) {
  const { municipality, group, from, to } = fieldsOf<'populationRow'>(proposal);
  return (await listPopulationChanges(r)).find(
    (one) =>
      one.municipality === municipality &&
      one.ageGroup === group &&
      one.from.year === from.year &&
      one.to.year === to.year,
  );
}
