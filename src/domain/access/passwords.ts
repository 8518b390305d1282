import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the parameters that OWASP recommends as its first choice: 19 MiB, two passes, one lane (about 30 ms). */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A password as it is stored: PHC text with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

/** The hash of a password nobody has, so that an unknown login takes as long to refuse as a wrong password. */
const nobody = hashPassword('ingen har detta lösenord');

/** Whether the password fits the stored hash. Without a hash the answer is no, after the same time. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await nobody), password);
  return stored !== null && fits;
}
