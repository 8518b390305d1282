import type { Id } from '../../../kernel/id.ts';
import type { Reader } from '../../../storage/database.ts';
import {
  addProjectAlias,
  getProject,
  isPartialDay,
  likelyProjects,
  projectNameKey,
  projectStates,
  recordReadCount,
  recordReadLeader,
  recordReadPhase,
  recordReadProject,
  recordReadSite,
} from '../../projects/index.ts';
import type { Proposal, RecordRef } from '../proposal.ts';
import { itemNumbered, meetingFor } from './confirm-agenda-item.ts';
import { type Confirmer, type FieldsOf, fieldsOf, rememberProposal, type Scene } from './confirmer.ts';

/**
 * A project that a paper tells of. One of the same name is added to: a phase of the past, a figure, a site, never anything over what stands there. One whose
 * name is only alike is asked about: two names may be one project (E-35), and one name two.
 */
export const confirmProject: Confirmer = {
  questions: async (r, proposal) => {
    const { name, own } = fieldsOf<'project'>(proposal) as Fields;
    if (own === true) return [];
    const alike = await alikeProjects(r, proposal);
    if (alike.some((one) => projectNameKey(one.name) === projectNameKey(name))) return [];
    const [likeliest] = alike;
    return likeliest ? [{ code: 'sameProject', values: { name: likeliest.name, proposed: name } }] : [];
  },
  confirm: async (w, proposal, scene) => {
    const fields = fieldsOf<'project'>(proposal) as Fields;
    const { name, aliases = [], phase, site, capacity } = fields;
    const known = fields.own
      ? undefined
      : (await alikeProjects(w, proposal)).find((one) => projectNameKey(one.name) === projectNameKey(name));
    const from = dayOrNull(fields.from);
    const telling = {
      reason: fields.cause ?? '',
      effects: fields.effect ?? '',
      decision: fields.decision ?? '',
      agendaItemId: await itemOf(w, proposal, scene),
    };
    const on = dayOrNull(fields.decidedOn) ?? from ?? dayOrNull(fields.statedOn);
    const id =
      known?.id ??
      (await recordReadProject(w, {
        name,
        aliases,
        phase: phase in projectStates ? phase : 'project',
        startsOn: from ?? on,
        endsOn: dayOrNull(fields.to),
        counted: capacity?.counted ?? '',
        telling: { on, ...telling },
      }));
    const made: RecordRef[] = known ? [] : [{ noun: 'project', id }];
    const add = (noun: string, part: Id<string> | undefined) => part && made.push({ noun, id: part });
    if (known) {
      for (const alias of namesOf(proposal)) await addProjectAlias(w, { projectId: id, name: alias });
      if (on && phase in projectStates)
        add('projectPhase', await recordReadPhase(w, { projectId: id, phase, on, ...telling }));
    }
    const siteFrom = dayOrNull(fields.siteFrom);
    if (site)
      add(
        'projectSite',
        await recordReadSite(w, {
          projectId: id,
          name: site,
          startsOn: siteFrom ?? from,
          ...(siteFrom && { state: 'starting' }),
        }),
      );
    if (fields.leader)
      add(
        'projectRole',
        await recordReadLeader(w, { projectId: id, person: fields.leader, startsOn: dayOrNull(fields.leaderFrom) }),
      );
    if (capacity && dayOrNull(capacity.asOf ?? fields.statedOn))
      add(
        'projectCount',
        await recordReadCount(w, {
          projectId: id,
          fields: {
            asOf: (capacity.asOf ?? fields.statedOn)!,
            value: capacity.value,
            maximum: capacity.max ?? null,
            note: '',
          },
        }),
      );
    const record = { noun: 'project', id };
    if (!known) made.push({ noun: 'projectPhase', id: (await getProject(w, id)).phases[0]!.id });
    // Each event of the story leads to where it was read, not only the project as a whole.
    for (const one of [record, ...made.filter(({ noun }) => noun !== 'project')])
      await rememberProposal(w, one, proposal, scene);
    return { record, made };
  },
};

/** What a person may add to what was read: that it is a project of its own, however alike the names are. */
type Fields = FieldsOf<'project'> & { readonly own?: boolean };

/** The other names that the paper, and the reading before a person changed it, call the project by. */
function namesOf(proposal: Proposal): readonly string[] {
  const { name, aliases = [] } = fieldsOf<'project'>(proposal);
  const read = proposal.originalFields.name;
  return [...aliases, ...(typeof read === 'string' && read !== name ? [read] : [])];
}

async function alikeProjects(r: Reader, proposal: Proposal) {
  const { name, aliases = [] } = fieldsOf<'project'>(proposal);
  return await likelyProjects(r, [name, ...aliases]);
}

async function itemOf(r: Reader, proposal: Proposal, scene: Scene): Promise<Id<'agendaItem'> | null> {
  const { item } = proposal.fields;
  if (item === undefined || item === null) return null;
  const meeting = await meetingFor(r, proposal, scene);
  return (meeting && (await itemNumbered(r, meeting, String(item)))?.id) || null;
}

/** A day, month or year that exists; anything else a paper says is left to its words. */
function dayOrNull(value: string | null | undefined): string | null {
  return value && isPartialDay(value) ? value : null;
}
