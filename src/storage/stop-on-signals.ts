/**
 * Ends the process cleanly when it is asked to: `stop` runs once (last answers are given, the database is shut down), then the process exits.
 * A second signal does not wait any longer; the database is still asked to end.
 */
export function stopOnSignals(stop: () => Promise<void>): void {
  let asked = false;
  for (const [signal, code] of [['SIGTERM', 0] as const, ['SIGINT', 130] as const, ['SIGHUP', 129] as const]) {
    process.on(signal, () => {
      if (asked) process.exit(code);
      asked = true;
      stop().then(
        () => process.exit(code),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}
