import {
  authorize,
  createAccount,
  type GrantedRole,
  grantedRoles,
  grantRole,
  type Role,
  roles,
} from '../domain/access/index.ts';
import { type CivilDate, isCivilDate } from '../kernel/civil-date.ts';
import { bodyNamed } from './body-named.ts';
import { type Call, exitCodes, type RunCommand, UsageError } from './command.ts';

/**
 * `kansli account LOGIN --name NAME --role ROLE [--body BODY] [--until DAY] [--email ADDRESS] [--phone NUMBER]`: makes a local account with a role from today on
 * and prints its password, once.
 * It is how the first person of an installation comes in; the password is made here, so that none is typed where others can read it.
 */
export const runAccount: RunCommand = async (call) => {
  const [login] = call.arguments as [string];
  const { name, role, until } = wanted(call);
  const context = await call.openContext('join');
  try {
    const bodyName = call.option('body');
    const body = bodyName === undefined ? undefined : await bodyNamed(context, bodyName, call);
    const [email, phone] = [call.option('email'), call.option('phone')];
    const password = context.runtime.newToken(15);
    const auth = authorize(context.operator, 'account.administer');
    await context.db.transact(auth, { verb: 'createAccount' }, async (w) => {
      const accountId = await createAccount(w, {
        login,
        name,
        password,
        ...(email && { email }),
        ...(phone && { phone }),
      });
      await grantRole(w, {
        accountId,
        role,
        bodyId: body?.id,
        validFrom: w.runtime.today(),
        ...(until && { validTo: until }),
      });
    });
    call.print(call.flag('json') ? JSON.stringify({ login, role, password }) : told(call, login, role, password));
    return exitCodes.done;
  } finally {
    await context.close();
  }
};

function wanted(call: Call): {
  readonly name: string;
  readonly role: GrantedRole;
  readonly until: CivilDate | undefined;
} {
  const name = call.option('name');
  if (!name) throw new UsageError({ sv: '--name NAMN saknas.', en: '--name NAME is missing.' });
  const role = grantedRoles.find((one) => one === call.option('role'));
  const list = grantedRoles.join(', ');
  if (!role) throw new UsageError({ sv: `--role ska vara en av ${list}.`, en: `--role must be one of ${list}.` });
  const until = call.option('until');
  if (until !== undefined && !isCivilDate(until))
    throw new UsageError({
      sv: '--until ska vara en dag, till exempel 2026-12-31.',
      en: '--until must be a day, such as 2026-12-31.',
    });
  if (role === 'guest' && (until === undefined || call.option('body') === undefined))
    throw new UsageError({
      sv: 'En gäst bjuds in till en grupp och till en dag: skriv --body och --until.',
      en: 'A guest is invited to a group and until a day: write --body and --until.',
    });
  return { name, role, until };
}

function told({ language }: Call, login: string, role: Role, password: string): string {
  return language === 'sv'
    ? `Kontot ${login} finns nu, med rollen ${roles[role].sv}.\nLösenord (visas bara nu): ${password}`
    : `The account ${login} is there now, with the role ${roles[role].en}.\nPassword (shown only now): ${password}`;
}
