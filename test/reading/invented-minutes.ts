/** Minutes of an invented joint group, with nothing but lines: no marks, columns parted by wide gaps, wrapped lines, a page turned in a sentence. */
export const inventedMinutes = `Protokoll från styrgruppen för kultur i norr

Tid: 7 mars 2025 kl. 09:00-11:30
Plats: Stadshuset

Närvarande

Anna Ek          kulturchef, Storby kommun
Bo von Alm       Lillby
Cia Berg-Lind    bibliotekschef
Eva Söderberg    Region Norr

Frånvarande

Dan Dahl         Lillby

1. Dagordning

Dagordningen godkändes.

2. Föregående protokoll

Minnesanteckningarna från förra mötet lades till handlingarna.

3. Bokbussen

Anna Ek och Bo Alm föredrog ärendet.

Bussen behöver ny rutt. Förslaget är att avtal om bokbuss förlängs
från 1 april 2025 till 31 mars 2027 med tre månaders uppsägningstid.

Styrgruppen beslutade enligt förslaget.

4. Fortsatt uppdrag läslust
Cia Berg-Lind föredrog ärendet

Rapporten skulle vara klar 2025-01-31 men kommer i april 2025. Kommunerna
finansierar 1,5 årsarbetare och regionen en halv-

tidstjänst. Styrgruppen beslutar att ge projektgruppen fortsatt uppdrag under 2025 för att
sprida läslust.

5. Information om projekt Gemensam katalog

Eva Söderbergh föredrog ärendet. Dan Dahl tackade för sig.

När avtalet löpte ut beslutades att vänta. Kulturnämnden beslutade 2019 att bygga. Slutrapport ska lämnas i juni 2025.

Möten 2025

9 maj (digitalt möte)
12-13 september (internat – planering
av nästa år)
5 december
`;
