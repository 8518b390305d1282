import { type Passage, spanOf } from '../../../../documents/tree/passage.ts';
import {
  dateReference,
  linesOf,
  type PlacedLine,
  type Reading,
  type ReadProblem,
} from '../../../../documents/tree/recognise.ts';
import type { Span } from '../../../../documents/tree/tree.ts';
import { firstDate } from '../../../../kernel/swedish-dates.ts';
import type { ProposedRecord } from '../recognisers.ts';
import type { Check } from './check-bundle.ts';

type Room = { readonly room: string; readonly street: string; readonly number: string; readonly span: Span };

const roomForm = /(?<room>\p{Lu}\p{L}+),\s+(?<street>\p{Lu}\p{L}+?)(?:vägen|gatan|v\.|g\.)\s*(?<number>\d+)/gu;

/** Rooms with their address: "Eken, Eklundavägen 2", "Eken, Eklundav. 1". */
function roomsIn(words: Passage): readonly Room[] {
  return [...words.text.matchAll(roomForm)].flatMap((match) => {
    const { room, street, number } = match.groups!;
    const span = spanOf(words, match.index, match.index + match[0].length);
    return span ? [{ room: room!, street: street!, number: number!, span }] : [];
  });
}

/** One room at two addresses (E-03), and one meeting in two rooms (E-04). */
export const placeProblems: Check = (readings, records) => {
  const rooms = readings.flatMap((reading) => linesOf(reading.blocks).flatMap((line) => roomsIn(line.words)));
  return [...addressProblems(rooms), ...meetingProblems(readings, records)];
};

function addressProblems(rooms: readonly Room[]): readonly ReadProblem[] {
  const first = new Map<string, Room>();
  const told = new Set<string>();
  return rooms.flatMap((room) => {
    const known = first.get(room.room) ?? room;
    first.set(room.room, known);
    const key = `${room.room} ${room.street} ${room.number}`;
    if (known.street !== room.street || known.number === room.number || told.has(key)) return [];
    told.add(key);
    const message = `Rummet ${room.room} har nummer ${room.number} här och nummer ${known.number} på rad ${known.span.line}, på samma gata.`;
    return [{ code: 'roomAddressDiffers', message, source: room.span }];
  });
}

/** The room of a meeting in its notice against the room of the same day in the plan. */
function meetingProblems(readings: readonly Reading[], records: readonly ProposedRecord[]): readonly ReadProblem[] {
  const planned = readings.filter((reading) => reading.kind === 'activityPlan').flatMap(plannedRooms);
  return records.flatMap((record) => {
    if (record.type !== 'meeting' || !record.place) return [];
    const [here] = roomsIn({
      text: record.place,
      pieces: [{ at: 0, source: 0, length: record.place.length, line: 1 }],
    });
    const there = planned.find((plan) => plan.date === record.date);
    if (!here || !there || there.room === here.room) return [];
    const message = `Kallelsen anger ${here.room}, planen för samma dag anger ${there.room} (rad ${there.span.line}).`;
    return [{ code: 'placeConflict', message, source: record.source }];
  });
}

function plannedRooms(reading: Reading): readonly (Room & { readonly date: string })[] {
  const rows = linesOf(reading.blocks).filter(
    (line): line is PlacedLine & { cells: readonly Passage[] } => (line.cells?.length ?? 0) > 1,
  );
  return rows.flatMap((row) => {
    const date = firstDate(row.cells[0]!.text, dateReference(reading))?.date;
    const room = row.cells.flatMap(roomsIn)[0];
    return date && room ? [{ ...room, date }] : [];
  });
}
