import { authorize } from '../domain/access/index.ts';
import { type ErasablePart, erasableParts, eraseLogContent } from '../domain/witnessing/index.ts';
import { exitCodes, type RunCommand, UsageError } from './command.ts';

/**
 * `kansli erase-log-content NUMBER --reason TEXT [--part actor|data]`: destroys what an entry of the log says, after a decision, so that the chain still holds.
 * Only whoever runs the installation can do it; it has no page.
 */
export const runEraseLogContent: RunCommand = async (call) => {
  const [number] = call.arguments as [string];
  if (!/^[1-9]\d{0,14}$/.test(number))
    throw new UsageError({
      sv: `”${number}” är inget postnummer. Numren står på sidan Loggen.`,
      en: `“${number}” is no number of an entry. The numbers stand on the page The log.`,
    });
  const reason = call.option('reason')?.trim();
  if (!reason)
    throw new UsageError({
      sv: '--reason saknas: skriv beslutet eller bestämmelsen som raderingen stöds på.',
      en: '--reason is missing: write the decision or the provision that the erasure rests on.',
    });
  const all = Object.keys(erasableParts) as ErasablePart[];
  const part = call.option('part');
  const parts = part === undefined ? all : all.filter((one) => one === part);
  if (parts.length === 0)
    throw new UsageError({
      sv: `--part ska vara en av ${all.join(', ')}.`,
      en: `--part must be one of ${all.join(', ')}.`,
    });
  const context = await call.openContext('join');
  try {
    const auth = authorize(context.operator, 'system.operate');
    await eraseLogContent(context.db, auth, { seq: Number(number), parts, reason });
    const what = parts.map((one) => erasableParts[one][call.language]).join(', ');
    call.print(
      call.language === 'sv'
        ? `Post ${number}: ${what} är raderat. Kedjan håller; beslutet står i loggen.`
        : `Entry ${number}: ${what} has been erased. The chain holds; the decision stands in the log.`,
    );
    return exitCodes.done;
  } finally {
    await context.close();
  }
};
