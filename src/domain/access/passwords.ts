/** Argon2id with the parameters that OWASP recommends as its first choice: 19 MiB, two passes, one lane (about 30 ms). */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Loaded at the first password: most processes of the program (reading a paper, asking for help) never meet one. */
const argon2 = () => import('@node-rs/argon2');

/** A password as it is stored: PHC text with its own salt. */
export async function hashPassword(password: string): Promise<string> {
  return (await argon2()).hash(password, parameters);
}

/** The hash of a password nobody has, so that an unknown login takes as long to refuse as a wrong password. */
let nobody: Promise<string> | undefined;

/** Whether the password fits the stored hash. Without a hash the answer is no, after the same time. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('ingen har detta lösenord');
  // Waited for in either case, so that the first login of a process tells nothing either.
  const spare = await nobody;
  const fits = await (await argon2()).verify(stored ?? spare, password);
  return stored !== null && fits;
}
