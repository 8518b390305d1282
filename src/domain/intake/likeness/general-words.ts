/**
 * Long words that any paper of an authority may use whatever it is about: they tell nothing of what two records have in common. Written by hand from
 * what administrative Swedish repeats; the words are compared by their stems, so one form of each is enough.
 */
export const generalWords: readonly string[] = `
  aktivitet aktiviteter aktuella allmän alternativ ansvar ansvarig användning använda arbetsgrupp arbetsgruppen arbetssätt arbetsplats avseende bakgrund
  bedömning bedömningar bedömts befolkningen begränsa behandling behandlats beredning beredningen beskriva beskrivning beslutades beslutsunderlag
  beskrivit bidragit bristande deltagare deltagande dessutom diskussion diskussioner drygt effektiv effektivitet effekter effekterna enligt erbjuda
  erbjudande erfarenhet erfarenheter exempel exempelvis fokus form former fortfarande fortsättning fortsättningsvis framförallt framtagande framtagits
  framöver fungera funktion funktioner färdigställa följande följas förbättra förbättring förbättringar förbättringsarbete fördelning föredragning
  föredragningar föregående förekomma föreslagit föreslår föreslås förslaget förhållanden förstärka förstärkt förstärkning förutsättning
  förvaltning förväntas förändring förändringar förändrade genomföra genomförande genomfört genomgång gällande gemensam gruppen grundläggande
  handling handlingsplan helhet helheten hälso hälsa information informationen informerad informerades informera ingående inklusive inkludera inkluderar
  inledning inledande inledde innebära innebär innehåll innehåller inriktning insats insatser inslag införa införande införts initiera initierat
  intervju intervjuer invånare invånarna justerad kommande kommentar kommun kommuner kommunal kommunala kommunerna kommunikation kompetens
  kompetensutveckling kompletteras komplettering kontakt kontakter kontinuerlig kontinuitet kraftigt kvalitet kvalitetsarbete ledning ledningen ledningsgrupp
  länsdel länsdelen länsdelar länsdelarna långsiktig långsiktigt medarbetare medborgare medföra medverka medverkan minska minskning mottagning
  mottagningar målbild målgruppen målsättning månad möjlighet möjliggöra möjlighetsrum närvarande nationell nationella nämnden nödvändig nödvändiga
  nämnda ordförande ordinarie organisation organisera organisatorisk områden omfattande omfattning område området patient patienter patienterna
  pandemin perspektiv personal personer planera planering planerade planerat praktisk presentation presenteras presenterades primärvård primärvården
  prioritera prioritering prioriteringar process processer processen projekt projektet projektledare protokoll påbörja påbörjad påbörjades påverka
  redogörelse redovisa redovisning regelbundet region regional regionala regionen regiongemensam rekrytera rekrytering rekryterats relevant resultat
  resultatet resurs resurser riktlinje riktlinjer rutin rutiner samarbete samarbeta sammanfattning sammanhang sammansatt sammanträde samtidig samtidigt
  samtliga samordna samordnad samordning samverka samverkan sjukhus sjukhuset sjukhusen sjuksköterska sjuksköterskor sjukvård sjukvårdens
  sjukvårdsnämnden slutlig slutsats slutsatser specialiserad specialist speciell specifik specifika stegvis strategi strategisk strategiska struktur
  strukturerad stärka styrning styrgrupp ständig systematisk systematiskt särskild särskilda särskilt tidplan tidigare tillfälle tillfällen tillgång
  tillgänglig tillgänglighet tillgängligheten tillgodose tillsammans tillsätta tillsattes tillvarata trygghet tydlig tydligare tydliggöra underlag
  underlätta undersökning uppdatera uppdatering uppfölja uppföljning uppföljningar upprätta upprättas uppskatta utbildning utbildningar utforma
  utgångspunkt utifrån utmaning utmaningar utreda utredning utredningar utveckla utveckling utvecklande utvecklingsarbete utvärdera utvärdering
  utvärderingar verksam verksamhet verksamheter verksamheten verksamhetsplan viktig viktiga viktigaste vårdcentral vårdcentraler vårdcentralerna
  vårdgivare väsentlig ytterligare åtgärd åtgärder ärende ärenden återkomma återstå återstående ändamålsenlig ändring övergripande överenskommelse
  överenskommelser översyn övrig övriga budget förutom gjorts grupper inom kring länet länets läget modell nivå nuläge plats pågående pågår
  startade startat stöd stödja stora syfte syftet tjänst tjänster team teamet tredje under uppdrag årlig ökad ökade öka
  januari februari mars april maj juni juli augusti september oktober november december måndag tisdag onsdag torsdag fredag våren hösten sommaren
  beslut beslutat följa frågor förslag grund hantera metod metoder nytt olika punkt rapport svar text tema vård vården vårdens
  nödvändigt närmaste genomförs genomförda fortsätter fortsatt arbetar arbetat arbete arbetet behov behovet möte möten mötet
  stödinsatser ansvarsområde ansvarsområden verktyg informationsinsatser utvecklas långsiktiga framgångsrik framåt funnits tidigt huvudsakliga huvudsaklig
  principen princip innefattar innefatta förebyggande förebygga förberedelse förberedelser involvera involverande fokuserat sjukdom sjukdomar anledning
  ställning individuell individuella individuellt verksamhetsutveckling antal antalet västra norra södra östra vårdutbudet ingår varje startar
  utvecklingsplan utvecklingsområden huvudmän exponering slutenvård slutenvården öppenvården kartläggning initiativ inbjuden utgöra särskilja
  konkret konkreta befintlig befintliga successiv successivt svårigheter betydelse betydande verksamhetsområde verksamhetsområden klinik kliniken
  fungerande fördjupning fördjupad framtida framtiden betona lyfter skapar visar utgår ansökan ansökningar utskrivning hemmet
  implementera implementering implementerade förstärkts generell generellt utbildats utbildade vårdnivåer vårdnivå specialister medicinska medicinsk
  tillhörande delaktighet gemensamma gemensamt sammanhållen nätverk nätverket förändringsarbete relationer relation
  fastställts fastställa fastställt fastställd säkerställa säkerställas verksamhetsmässig verksamhetsmässiga roll kunskapsläge mycket kraft fullfölja personalen kännedom kunskap förståelse förmåga målet måluppfyllelse framkommit förekommer möjligt behöver
`
  .trim()
  .split(/\s+/u);
