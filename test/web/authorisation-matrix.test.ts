import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { type Action, actionNames, actions, type Role } from '../../src/domain/access/index.ts';
import { markableFields, secrecyLevelCodes } from '../../src/domain/secrecy/index.ts';
import { html } from '../../src/web/html.ts';
import { page } from '../../src/web/reply.ts';
import type { Route } from '../../src/web/route.ts';
import { allRoutes } from '../../src/web/routes.ts';
import { type DemoSite, openDemoSite } from '../support/demo-site.ts';
import { isLongRun } from '../support/long-run.ts';
import { decisions, strangeLetters } from '../support/matrix/decision-table.ts';
import {
  cellsOf,
  expectedOutcome,
  fault,
  samplePlace,
  type Target,
  targetsOf,
} from '../support/matrix/matrix-cells.ts';
import { type Asking, type MatrixWorld, openMatrixWorld } from '../support/matrix/matrix-world.ts';
import { type Letter, letters, matrixPrincipals } from '../support/matrix/principals.ts';
import { type MarkedText, markTexts, mayRead, secretWord } from '../support/matrix/secret-levels.ts';

/**
 * Every route × everybody of the decision table × at home, in a cooperating and in another authority × records in different states. What is expected
 * stands in `decision-table.ts`, written by people; a route is in the matrix because it is in the registry. `npm test` asks every refusal and each
 * pair of the rest, the long suite asks all.
 */
/** Routes whose real addresses cannot be had by following links: what they need is made by the test that asks them. */
const metElsewhere: Readonly<Record<string, string>> = {
  'GET /anslagstavla/statisk/:slug/:file': 'test/web/notices.test.ts: the files are written by the relay',
  'GET /handbok/bilder/:fil': 'test/web/help.test.ts: the pictures are taken for a release, not in the tree',
  'GET /handlingar-till-fullmaktige/:id': 'test/web/announced-papers.test.ts',
  'GET /kalender/:fil': 'test/web/summons.test.ts: by the secret of a calendar',
  'GET /logga-in/extern/:tjanst': 'test/web/access.test.ts: with a provider of identities',
  'GET /logga-in/svar/:tjanst': 'test/web/access.test.ts: with a provider of identities',
  'GET /logga-ut/extern/:tjanst': 'test/web/access.test.ts: with a provider of identities',
  'GET /o/:kod/:nyckel': 'test/web/polls.test.ts: by a code of a slip',
  'GET /remissvar/:token': 'test/web/consultation-answers.test.ts: by the link of a letter',
  'GET /remissvar/:token/handling/:documentId': 'test/web/consultation-answers.test.ts: by the link of a letter',
  'GET /svar/:token': 'test/web/summons.test.ts: by the link of a letter',
  'POST /o/:kod/:nyckel': 'test/web/polls.test.ts: by a code of a slip',
  'POST /remissvar/:token': 'test/web/consultation-answers.test.ts: by the link of a letter',
  'POST /svar/:token': 'test/web/summons.test.ts: by the link of a letter',
};

/** Actions that stand on no route: they are asked for inside a page or by the product itself. */
const askedElsewhere: Readonly<Record<string, string>> = {
  'goal.edit': 'src/domain/goals: goals are made by confirming what was read in',
  'indicator.deliver': 'test/web/indicators.test.ts',
  'poll.answer': 'test/web/polls.test.ts',
  'portal.ask': 'test/web/portal.test.ts',
  'portal.tell': 'src/domain/published: the product itself tells those who asked for letters',
  'question.announce': 'test/web/conduct.test.ts',
  'release.receive': 'test/web/releases.test.ts',
  'return.approve': 'test/web/return-approval.test.ts',
  'system.operate': 'src/domain/access/authorize.test.ts: nobody at all holds it but who runs the server',
};

const routes = allRoutes({ development: true, demoLogins: [] });
let site: DemoSite;
let world: MatrixWorld;
let marked: readonly MarkedText[];
let targets: readonly Target[];
let asked = 0;
const hit = new Set<Route>();

before(async () => {
  site = await openDemoSite();
  marked = await markTexts(site);
  world = await openMatrixWorld(site, routes);
  targets = await targetsOf(world, routes, isLongRun ? 6 : 3);
});
after(() => site.close());

/** The cells in which the product does something else than was decided. */
async function wrongCells(asking: MatrixWorld, of: readonly Target[], whole = isLongRun): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { target, place, who } of cellsOf(of, whole)) {
    const { route } = target;
    const seen = await asking.ask(route.method, place.path, who, place.fields);
    asked += 1;
    if (seen.status !== 404 && who.relation === 'own') hit.add(route);
    const what = fault(target, who, seen);
    for (const leak of leaksIn(seen.text, who))
      wrong.push(
        `${route.method} ${place.path} as ${matrixPrincipals[who.letter].name}, ${who.relation}: shows ${leak}`,
      );
    if (what)
      wrong.push(`${route.method} ${place.path} as ${matrixPrincipals[who.letter].name}, ${who.relation}: ${what}`);
  }
  return wrong;
}

suite('the matrix', () => {
  test('the decision table names every action, and nobody who is not in it', () => {
    assert.deepEqual(Object.keys(decisions).toSorted(), actionNames.toSorted());
    assert.deepEqual(strangeLetters(), []);
  });

  test('every route lets in and refuses exactly whom was decided, here and from other authorities', async () => {
    assert.deepEqual(await wrongCells(world, targets), []);
    assert.ok(asked > routes.length * letters.length, `${asked} cells were asked`);
  });

  test('every noun whose fields can be marked is met as secret, and every level by most of them', () => {
    const nouns = Object.keys(markableFields);
    assert.deepEqual(
      nouns.filter((noun) => !marked.some((one) => one.noun === noun && one.level === 'secret')),
      [],
    );
    for (const level of secrecyLevelCodes)
      assert.ok(marked.filter((one) => one.level === level).length >= nouns.length - 1, level);
  });

  test('a text is read by those for whom its level is, where it stands or where it is kept, and by nobody else', async () => {
    const wrong: string[] = [];
    for (const { word, level, page: path, kept } of marked)
      for (const letter of letters) {
        const who = at(letter);
        const seen = await world.ask('GET', path, who);
        const shown = [seen, ...(kept === null ? [] : [await world.ask('GET', kept, who)])].some(({ text }) =>
          text.includes(word),
        );
        if (shown !== mayRead(level, letter))
          wrong.push(
            `${word} ${shown ? 'is shown to' : 'is withheld from'} ${matrixPrincipals[letter].name} at ${path} (${seen.status}) or ${kept}`,
          );
      }
    assert.deepEqual(wrong, []);
  });

  test('a secret text is not shown to somebody who showed long ago who they are, whatever they may read', async () => {
    for (const { word, kept } of marked.filter(({ level }) => level === 'secret')) {
      const seen = await world.askStale('GET', kept!, at('S'));
      assert.equal(seen.text.includes(word), false, word);
      assert.match(seen.location ?? '', /^\/bekrafta/, kept!);
    }
  });

  test('every route was met by somebody who may, at a record that is there', () => {
    const missed = routes.filter((route) => !hit.has(route)).map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual(missed.toSorted(), Object.keys(metElsewhere).toSorted());
  });

  test('mutation: each line that is taken out of the table of actions, and each that is put in, is found', async () => {
    // Its pages ask for `record.read` besides, which guests and holders of a link do not have: opening this line alone opens nothing for them.
    const behindAnother = ['return.answer for guest', 'return.answer for linkHolder'];
    const survivors: string[] = [];
    for (const action of actionNames) {
      const asking = targets.filter(({ route }) => route.policy === action);
      if (asking.length === 0) continue;
      for (const letter of letters) {
        const { role } = matrixPrincipals[letter];
        if (role === null || role === 'operator' || letter === 'J') continue;
        // A page may ask for a second right behind its policy; one route that asks for this one alone is enough to see the line.
        const found = await withOtherLine(action, role, () => anyCell(asking, letter));
        if (!found) survivors.push(`${action} for ${role}`);
      }
    }
    assert.deepEqual(survivors, behindAnother);
  });

  test('the actions that no route asks for are named, with the test that asks for them', () => {
    const unasked = actionNames.filter((action) => !routes.some(({ policy }) => policy === action));
    assert.deepEqual(unasked.toSorted(), Object.keys(askedElsewhere).toSorted());
  });

  test('control: a route that is opened for all who are signed in, or that forgets to ask who comes, is found', async () => {
    for (const policy of ['signedIn', 'public'] as const) {
      const holed = await openMatrixWorld(
        site,
        routes.map((route) => ({ ...route, policy })),
      );
      const missed: string[] = [];
      for (const target of targets) {
        const letter =
          policy === 'public' ? 'N' : letters.find((one) => expectedOutcome(target, at(one)) === 'refused');
        if (!letter || expectedOutcome(target, at(letter)) === 'in') continue;
        const seen = await holed.ask(target.route.method, samplePlace(target.route).path, at(letter), {});
        // A form of nobody is refused for its missing proof of a session, whatever the route says.
        if (policy === 'public' && target.route.method === 'POST') continue;
        if (!fault(target, at(letter), seen)) missed.push(`${target.route.method} ${target.route.path}`);
      }
      // A few ask again inside for another right, so that a hole in their policy alone lets nobody in; of all the others the hole is seen.
      assert.ok(missed.length <= 10, `${policy}: ${missed.join(', ')}`);
    }
  });

  test('control: a page that finds the record of another authority is found', async () => {
    const matter = targets.find(({ route }) => route.path === '/arenden/:id' && route.method === 'GET')!;
    const handler = () => page({ title: 'Ärende', body: html`<p>Ett ärende</p>` });
    const holed = await openMatrixWorld(site, [{ ...matter.route, handler }]);
    const who = { letter: 'S', relation: 'other' } as const;
    assert.ok(fault(matter, who, await holed.ask('GET', matter.places[0]!.path, who)));
    assert.equal(fault(matter, who, await world.ask('GET', matter.places[0]!.path, who)), undefined);
  });
});

/** The words of secret texts in an answer that are not for whoever asked; another authority reads none at all. */
function leaksIn(text: string, { letter, relation }: Asking): readonly string[] {
  if (!text.includes(secretWord)) return [];
  return marked
    .filter(({ word, level }) => text.includes(word) && (relation !== 'own' || !mayRead(level, letter)))
    .map(({ word }) => word);
}

const at = (letter: Letter) => ({ letter, relation: 'own' }) as const;

/** Whether the product does something else than was decided when one principal asks at addresses that are no record's. */
async function anyCell(asking: readonly Target[], letter: Letter): Promise<boolean> {
  for (const target of asking) {
    const { path, fields } = samplePlace(target.route);
    if (fault(target, at(letter), await world.ask(target.route.method, path, at(letter), fields))) return true;
  }
  return false;
}

/** Runs something while the product's table of actions says the opposite of what it says about one role. */
async function withOtherLine<T>(action: Action, role: Role, run: () => Promise<T>): Promise<T> {
  const row = actions[action] as unknown as Role[];
  const kept = [...row];
  row.splice(0, row.length, ...(kept.includes(role) ? kept.filter((one) => one !== role) : [...kept, role]));
  try {
    return await run();
  } finally {
    row.splice(0, row.length, ...kept);
  }
}
