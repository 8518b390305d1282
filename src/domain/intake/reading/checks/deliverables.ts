import type { Check } from './check-bundle.ts';

/** Something that is to be delivered without a day for it (E-25), or that was not ready on its day (E-26). */
export const deliverableProblems: Check = (_, records) =>
  records.flatMap((record) => {
    if (record.type !== 'deliverable') return [];
    const { what, who, due, movedTo, source } = record;
    if (due !== undefined && movedTo !== undefined)
      return movedTo > due.slice(0, movedTo.length)
        ? [{ code: 'deliverableLate', message: `”${what}” skulle vara klart ${due} men kommer ${movedTo}.`, source }]
        : [];
    if (due !== undefined) return [];
    const message = `${who ? `Uppdraget till ${who}` : 'Leveransen'} har inget datum: ”${what}”.`;
    return [{ code: 'deliverableWithoutDate', message, source }];
  });
