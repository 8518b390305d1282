import { type BenchMeeting, debated, type MeetingsBench } from '../../test/support/bench-meetings.ts';
import type { Visitor } from '../../test/support/demo-site.ts';

/** One thing that somebody does, as their browser sends it, and the status of its answer when all is well. */
export type Act = { readonly name: string; readonly status: number; readonly send: () => Promise<Response> };

type Fields = Readonly<Record<string, string>>;
const text = 'Ordföranden redogör för ärendet och öppnar överläggningen. '.repeat(8);

/** A whole meeting, act by act; what an act needs to know is looked up between them and not measured. */
export async function* conductMeeting(bench: MeetingsBench, count: number): AsyncGenerator<Act, void> {
  const meeting = await bench.plan(count);
  const { secretary } = bench;
  const desk = `/sammantraden/${meeting.meetingId}/genomfor`;
  yield get('list of meetings, first page', secretary, '/sammantraden');
  yield post('fetch the roll call', secretary, `${desk}/upprop`);
  const members = await bench.members(meeting);
  const answers = Object.fromEntries(members.map((id) => [`answer.${id}`, 'present']));
  yield post('open the meeting', secretary, `${desk}/oppna`, answers);
  for (const [index, itemId] of meeting.itemIds.entries()) {
    yield post('call up the next §', secretary, `${desk}/${itemId}/ta-upp`);
    yield get('screen of the meeting', secretary, desk);
    for (const version of [0, 1, 2])
      yield post('save a running text', secretary, `${desk}/${itemId}/text/deliberation`, {
        body: `${text}${version}`,
        version: `${version}`,
        auto: '1',
      });
    if (index < debated) yield* debate(bench, `${desk}/${itemId}`, itemId, members);
    else yield* listen(bench, `${desk}/${itemId}`, members);
  }
  yield post('close the meeting', secretary, `${desk}/avsluta`);
  yield* adjust(bench, meeting);
}

/** Somebody goes and comes back while the others listen, and what was said is noted. */
async function* listen(
  { secretary }: MeetingsBench,
  item: string,
  members: readonly string[],
): AsyncGenerator<Act, void> {
  const away = members.at(-1)!;
  yield post('note who leaves', secretary, `${item}/gar`, { 'presence.who': `${away}:leaves` });
  yield post('note who comes', secretary, `${item}/kommer`, { 'presence.who': `${away}:inRoom` });
  yield post('note how the item ended', secretary, `${item}/utgang`, {
    'decide.outcome': 'noted',
    'decide.version': '0',
  });
}

/** Somebody moves the rejection, is voted down, and reserves themselves. */
async function* debate(
  { secretary, proceedings }: MeetingsBench,
  item: string,
  itemId: string,
  members: readonly string[],
): AsyncGenerator<Act, void> {
  const mover = members[1]!;
  yield post('note a motion', secretary, `${item}/yrkande`, { 'move.kind': 'rejection', 'move.movers': mover });
  yield post('put the question', secretary, `${item}/proposition`, {
    'put.orderText': 'Ordföranden ställer förslaget mot avslag.',
  });
  const [asked] = (await proceedings(itemId)).propositions;
  yield post('begin a vote', secretary, `${item}/omrostning`, {
    'requestVote.proposition': asked!.id,
    'requestVote.version': `${asked!.version}`,
  });
  const vote = (await proceedings(itemId)).propositions[0]!.vote!;
  yield post('note the votes', secretary, `${item}/roster`, {
    'vote.vote': vote.id,
    'vote.version': `${vote.version}`,
    ...Object.fromEntries(members.map((id, index) => [`vote.of.${id}`, index % 3 === 1 ? 'no' : 'yes'])),
  });
  yield post('make the decision', secretary, `${item}/utgang`, {
    'decide.outcome': 'decided',
    'decide.version': '0',
  });
  yield post('note a reservation', secretary, `${item}/reservation`, {
    'dissent.kind': 'reservation',
    'dissent.people': mover,
    'dissent.statement': 'Förslaget är dyrt.',
  });
}

/** The minutes: begun, read, sent to sign, signed by both, announced. */
async function* adjust(bench: MeetingsBench, meeting: BenchMeeting): AsyncGenerator<Act, void> {
  const { secretary, chair, adjuster } = bench;
  yield post('begin the minutes', secretary, `/sammantraden/${meeting.meetingId}/protokoll`, {
    bodyId: meeting.bodyId,
  });
  const { id, version } = await bench.minutes(meeting);
  yield get('page of the minutes', secretary, `/protokoll/${id}`);
  yield post('send to sign', secretary, `/protokoll/${id}/skicka`, {
    chair: chair.name,
    chairAccount: chair.accountId,
    adjuster1: adjuster.name,
    adjuster1Account: adjuster.accountId,
    version: `${version}`,
  });
  const [whole] = (await bench.minutes(meeting)).adjustments;
  const signature = { handling: whole!.id, hash: whole!.contentHash!, password: 'x' };
  yield post('sign first', chair, `/protokoll/${id}/justera`, signature);
  yield post('adjust by the last signature', adjuster, `/protokoll/${id}/justera`, signature);
  yield post('announce on the board', secretary, `/protokoll/${id}/anslag`, {
    handling: whole!.id,
    availableAt: 'Regionens kansli',
  });
  yield get('notice board', secretary, '/anslagstavla');
  yield get('first page', secretary, '/');
}

function get(name: string, who: Visitor, path: string): Act {
  return { name, status: 200, send: () => who.get(path) };
}

/** A form leads on to a page; what the script saves is answered in place. */
function post(name: string, who: Visitor, path: string, fields: Fields = {}): Act {
  return { name, status: fields.auto ? 200 : 303, send: () => who.post(path, fields) };
}
