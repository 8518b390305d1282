import { findBodyByName } from '../domain/organisation/index.ts';
import {
  addReviewLesson,
  addReviewRound,
  addReviewVariable,
  getReviewStudy,
  publishReviewStudy,
  startReviewStudy,
} from '../domain/studies/index.ts';
import { addDays } from '../kernel/civil-date.ts';
import type { Id } from '../kernel/id.ts';
import { bodyId, type DemoWriter } from './demo-writer.ts';
import { bodyNames, region } from './region.ts';

/** Two studies: one that is summarised, and one under way that has counted its first round. */
export async function loadStudies(demo: DemoWriter, year: number, unitNames: readonly string[]): Promise<void> {
  await demo.as('study.edit', 'loadDemoStudies', async (w) => {
    const lead = await bodyId(w, bodyNames.chiefs);
    const homes = await Promise.all(unitNames.map((name) => findBodyByName(w, name)));
    const unitIds = homes.flatMap((home) => (home ? [home.id] : []));
    const studyId = await startReviewStudy(w, {
      title: 'Punktprevalensmätning av korttidsvården',
      kind: 'pointPrevalence',
      purpose: 'Veta hur många som väntar på korttidsplats, varför de är där och om planen följs.',
      scope: 'Alla som hade en korttidsplats i länet under mätveckan. Uppföljning efter tre månader.',
      bodyId: lead,
      unitIds,
    });
    const counted: Id<'reviewVariable'>[] = [];
    for (const label of [
      'Har en aktuell samordnad plan',
      'Har en namngiven fast läkare',
      'Väntar på annat boende',
      'Har kommit tillbaka inom 30 dagar',
    ])
      counted.push(await addReviewVariable(w, { studyId, label }));
    const figures = (...counts: readonly number[]) => Object.fromEntries(counted.map((id, at) => [id, counts[at]!]));
    await addReviewRound(w, {
      studyId,
      title: `Våren ${year - 1}`,
      startsOn: `${year - 1}-05-12`,
      endsOn: `${year - 1}-05-16`,
      reviewed: 84,
      findings: 'Planen finns oftare där den skrevs redan på sjukhuset.',
      figures: figures(37, 61, 22, 3),
    });
    await addReviewRound(w, {
      studyId,
      title: 'Tre månader senare',
      startsOn: `${year - 1}-08-18`,
      endsOn: `${year - 1}-08-22`,
      reviewed: 79,
      findings: 'Fler har en plan. Lika många väntar på annat boende.',
      figures: figures(52, 66, 21, 8),
    });
    await addReviewLesson(w, { studyId, lesson: 'Planen skrivs innan den enskilde lämnar sjukhuset.' });
    await addReviewLesson(w, {
      studyId,
      lesson: 'Behovet av platser följs varje månad i stället för en gång om året.',
    });
    const { version } = await getReviewStudy(w, studyId);
    await publishReviewStudy(w, {
      studyId,
      expectedVersion: version,
      conclusions: 'En plan som skrivs på sjukhuset följs. Det som tar tid är att få ett annat boende.',
      authority: region.name,
    });
    const open = await startReviewStudy(w, {
      title: 'Gemensam granskning av läkemedelsgenomgångar',
      kind: 'recordReview',
      purpose: 'Se om genomgångarna görs med båda huvudmännen, och om ändringar når fram.',
      scope: 'Tjugo slumpvis valda journaler per enhet, granskade av en från varje huvudman.',
      bodyId: lead,
      unitIds: unitIds.slice(0, 2),
    });
    const together = await addReviewVariable(w, {
      studyId: open,
      label: 'Genomgången gjordes av läkare och sjuksköterska tillsammans',
    });
    const begun = addDays(demo.db.runtime.today(), -20);
    await addReviewRound(w, {
      studyId: open,
      title: 'Första omgången',
      startsOn: begun,
      endsOn: addDays(begun, 4),
      reviewed: 40,
      findings: 'Ändringar når fram när båda journalerna säger vem som meddelar dem.',
      figures: { [together]: 26 },
    });
    await addReviewLesson(w, { studyId: open, lesson: 'Skriv i båda journalerna vem som meddelar ändringen.' });
  });
}
