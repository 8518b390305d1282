import type { MeetingMode } from '../domain/meetings/index.ts';
import { addDays, type CivilDate, weekdayOf } from '../kernel/civil-date.ts';

/**
 * The nämnd whose meeting year the demonstration tells: called, met, adjusted, announced. Its days are counted from the day on which the region is
 * loaded, so that a time of appeal runs and a meeting is under way whenever somebody tries it.
 */
export const transitSeats = {
  members: [
    ['Majken Sandelin', 'C', 'chair'],
    ['Yngve Tallmo', 'S', 'viceChair'],
    ['Siv Rönnäng', 'M', 'secondViceChair'],
    ['Arvid Kallbäck', 'S', null],
    ['Dagny Storhed', 'V', null],
    ['Ulf Ljusnäs', 'M', null],
    ['Märta Granlid', 'KD', null],
  ],
  deputies: [
    ['Ossian Vretmyr', 'S', null],
    ['Hillevi Norrsken', 'C', null],
    ['Gerd Björkdal', 'M', null],
    ['Egil Fjällström', 'V', null],
  ],
} as const;

/** The days of the year's meetings, each a working day but the one that is under way. */
export function transitDays(today: CivilDate) {
  const back = (days: number) => workday(addDays(today, -days), -1);
  return {
    ended: back(61),
    visit: back(40),
    appealed: back(26),
    joint: back(19),
    officials: back(16),
    signing: back(12),
    commenting: back(5),
    underWay: today,
    coming: workday(addDays(today, 16), 1),
  } as const;
}

/** A day itself, or the nearest working day after or before it. */
export function workday(day: CivilDate, step: 1 | -1): CivilDate {
  return weekdayOf(day) < 6 ? day : workday(addDays(day, step), step);
}

export type StagedItem = {
  readonly title: string;
  readonly category?: 'decision' | 'information' | 'formal' | 'theme';
  readonly presenters?: readonly string[];
  readonly summary?: string;
  /** What the notice proposes, clause by clause. */
  readonly clauses?: readonly string[];
};

export type StagedMeeting = {
  readonly heldOn: CivilDate;
  readonly time: readonly [string, string];
  readonly place: string;
  readonly mode?: MeetingMode;
  readonly items: readonly StagedItem[];
};

const opening: StagedItem = {
  title: 'Upprop och val av justerare',
  category: 'formal',
  clauses: ['att välja Siv Rönnäng att jämte ordföranden justera protokollet.'],
};
const time = ['13:00', '16:00'] as const;
const place = 'Sessionssalen, Regionhuset';

/** What the nämnd dealt with and deals with, by the day. */
export function transitMeetings(days: ReturnType<typeof transitDays>) {
  return {
    ended: {
      heldOn: days.ended,
      time,
      place,
      items: [
        opening,
        {
          title: 'Tågplan för nästa år',
          category: 'decision',
          presenters: ['Hedvig Malmsjö'],
          summary: 'Trafikverket har skickat förslaget till tågplan på remiss. Två av tre morgontåg får längre restid.',
          clauses: [
            'att lämna förvaltningens yttrande som sitt eget,',
            'att ge förvaltningen i uppdrag att redovisa vilka anslutningar som går förlorade.',
          ],
        },
        {
          title: 'Resandet i september',
          category: 'information',
          presenters: ['Hedvig Malmsjö'],
          summary: 'Resandet har ökat med fyra procent på landsbygden.',
        },
      ],
    },
    appealed: {
      heldOn: days.appealed,
      time,
      place,
      items: [
        opening,
        {
          title: 'Ny tidtabell för linje 40 till Norrbäck',
          category: 'decision',
          presenters: ['Hedvig Malmsjö'],
          summary: 'Förslaget ger fyra turer om dagen i stället för sex, och en ny tur på lördagar.',
          clauses: ['att anta tidtabellen för linje 40,', 'att förvaltningen följer upp resandet efter sex månader.'],
        },
        {
          title: 'Bidrag till föreningen Fjällbussens vänner',
          category: 'decision',
          presenters: ['Torbjörn Vallhed'],
          summary: 'Föreningen söker 60 000 kronor för att rusta hållplatsen vid Storhed.',
          clauses: ['att bevilja föreningen Fjällbussens vänner 60 000 kronor.'],
        },
        {
          title: 'Avgift för cykel på bussen',
          category: 'decision',
          presenters: ['Torbjörn Vallhed'],
          summary: 'Förslaget är en avgift på 20 kronor. Två kommuner har inte svarat.',
          clauses: ['att avgiften för en cykel är 20 kronor.'],
        },
      ],
    },
    signing: {
      heldOn: days.signing,
      time,
      place: 'Digitalt möte',
      mode: 'digital',
      items: [
        opening,
        {
          title: 'Upphandling av sjukresor: krav på fordonen',
          category: 'decision',
          presenters: ['Jorun Eklöv'],
          summary: 'Kraven gäller plats för rullstol, språk och hur en försenad bil meddelas.',
          clauses: ['att godkänna kraven,', 'att ge förvaltningen i uppdrag att annonsera upphandlingen.'],
        },
      ],
    },
    commenting: {
      heldOn: days.commenting,
      time: ['09:00', '10:00'],
      place: 'Digitalt möte',
      mode: 'digital',
      items: [
        opening,
        {
          title: 'Ersättningstrafik när bron vid Lillån är avstängd',
          category: 'decision',
          presenters: ['Hedvig Malmsjö'],
          summary: 'Bron stängs i sex veckor. En omväg ger 25 minuter längre resa.',
          clauses: ['att köra ersättningstrafik över Sörbyn medan bron är avstängd.'],
        },
      ],
    },
    underWay: {
      heldOn: days.underWay,
      time: ['09:00', '12:00'],
      place,
      items: [
        opening,
        {
          title: 'Månadsrapport',
          category: 'information',
          presenters: ['Vidar Holmsten'],
          summary: 'Kostnaden ligger två procent under budget.',
        },
        {
          title: 'Anropsstyrd trafik i glesbygd',
          category: 'decision',
          presenters: ['Hedvig Malmsjö'],
          summary: 'Ett försök i tre kommuner i tolv månader. Resan beställs senast två timmar före.',
          clauses: [
            'att genomföra försöket,',
            'att det högst får kosta 1 200 000 kronor,',
            'att ge förvaltningen i uppdrag att redovisa försöket efter tolv månader.',
          ],
        },
        {
          title: 'Hållplatsernas tillgänglighet',
          category: 'decision',
          presenters: ['Torbjörn Vallhed'],
          summary: '31 av 240 hållplatser är inte tillgängliga.',
          clauses: ['att rusta tio hållplatser nästa år.'],
        },
      ],
    },
  } as const satisfies Record<string, StagedMeeting>;
}
