import { recordVisit, setDiscussionGroups, setThemeQuestions } from '../../../domain/meetings/index.ts';
import { listActivityPlans } from '../../../domain/plans/index.ts';
import { type FormState, freshForm, type Reader } from '../../contracts.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { requireFor } from '../meetings/meeting-facts.ts';
import { meetingListPath } from '../meetings/meeting-list-page.ts';
import { anId, byId } from '../meetings/meeting-routes.ts';
import { readGathering } from './gathering-facts.ts';
import { notesPath } from './notes-page.ts';
import { texts } from './texts.ts';
import { themeForm, themePage, themesOf, themeValues, typedGroups } from './theme-page.ts';
import { visitForm, visitPage, visitValues } from './visit-page.ts';

const one = `${meetingListPath}/:id` as const;

/** Themes and groups of a joint meeting; purpose and lessons of a study visit or workshop. */
export const gatheringRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${one}/teman`,
    policy: 'meeting.edit',
    about: 'Visar formuläret för temans diskussionsfrågor och grupperna.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const facts = await own(ctx);
      return themePage(ctx, facts, freshForm(themeValues(facts)));
    },
  }),
  route({
    method: 'POST',
    path: `${one}/teman`,
    policy: 'meeting.edit',
    about: 'Sparar temans diskussionsfrågor och grupperna.',
    input: { params: byId, form: themeForm },
    sample: { params: { id: anId }, form: { groups: 'Grupp 1: Prov Provsson', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { questions, groups, idempotencyKey } = ctx.input.form;
      const themes = themesOf((await own(ctx)).meeting.items).filter((theme) => questions[theme.id] !== undefined);
      await ctx.services.db.transact(ctx.auth, { verb: 'setThemes', idempotencyKey }, async (w) => {
        for (const theme of themes)
          await setThemeQuestions(w, { itemId: theme.id, questions: questions[theme.id]!.split('\n') });
        await setDiscussionGroups(w, { meetingId: id, groups: typedGroups(groups) });
      });
      return redirect(notesPath(id), { flash: { tone: 'success', text: texts[ctx.language].saved } });
    },
    onInvalid: async (ctx, state) => themePage(ctx, await own(ctx), groupsAsOneField(state)),
  }),
  route({
    method: 'GET',
    path: `${one}/besok`,
    policy: 'meeting.edit',
    about: 'Visar formuläret för vad ett studiebesök eller en workshop var till för och vad man lärde sig.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const facts = await own(ctx);
      return visitPage(ctx, facts, await focusAreas(ctx, facts), freshForm(visitValues(facts.visit)));
    },
  }),
  route({
    method: 'POST',
    path: `${one}/besok`,
    policy: 'meeting.edit',
    about: 'Sparar syfte och lärdomar från ett studiebesök eller en workshop.',
    input: { params: byId, form: visitForm },
    sample: { params: { id: anId }, form: { purpose: 'Att se.', version: '0', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { version, idempotencyKey, ...fields } = ctx.input.form;
      await own(ctx);
      await ctx.services.db.transact(ctx.auth, { verb: 'recordVisit', idempotencyKey }, (w) =>
        recordVisit(w, {
          meetingId: id,
          expectedVersion: version,
          purpose: fields.purpose,
          hostedBy: fields.hostedBy ?? null,
          learnt: fields.learnt ?? null,
          focusAreaIds: fields.focusAreaIds,
        }),
      );
      return redirect(notesPath(id), { flash: { tone: 'success', text: texts[ctx.language].saved } });
    },
    onInvalid: async (ctx, state) => {
      const facts = await own(ctx);
      return visitPage(ctx, facts, await focusAreas(ctx, facts), state);
    },
  }),
];

type Own = Pick<HandlerContext<'meeting.edit'>, 'services' | 'auth' | 'actor'> & {
  readonly input: { readonly params: { readonly id: string } };
};

async function own(ctx: Own) {
  const facts = await ctx.services.db.read(ctx.auth, (r) => readGathering(r, ctx.input.params.id));
  requireFor(ctx.actor, 'meeting.edit', facts.meeting);
  return facts;
}

/** The focus areas of the year's plans of all bodies that meet. */
async function focusAreas(
  { services, auth }: Pick<Own, 'services' | 'auth'>,
  { meeting }: Awaited<ReturnType<typeof own>>,
) {
  const bodies = [meeting.body, ...meeting.jointBodies];
  const read = async (r: Reader) => {
    const plans = [];
    for (const { id } of bodies)
      plans.push(...(await listActivityPlans(r, { bodyId: id, year: Number(meeting.heldOn.slice(0, 4)) })));
    return plans.flatMap((plan) => plan.focusAreas);
  };
  return await services.db.read(auth, read);
}

/** The groups are one field: what is wrong with one of them is said there. */
function groupsAsOneField(state: FormState): FormState {
  return {
    ...state,
    problems: state.problems.map((one) => (one.path.startsWith('groups.') ? { ...one, path: 'groups' } : one)),
  };
}
