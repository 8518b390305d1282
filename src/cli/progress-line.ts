/** Where progress is written: standard error, which is a terminal or is kept in a file. */
type Output = { readonly write: (text: string) => unknown; readonly isTTY?: boolean };

/** Milliseconds between two lines where lines stay: enough to see that something happens, too few to fill a log. */
const lineEvery = 5_000;
const clearLine = '\r\u001b[2K';

/**
 * Progress for a person who waits. In a terminal one line is written over again and goes away when something is to stay; elsewhere, where each
 * line stays, one is written every five seconds.
 */
export function progressLine(output: Output, now: () => number = () => performance.now()) {
  let shown = false;
  let last = now();
  return {
    show: (text: string): void => {
      if (output.isTTY) {
        output.write(`${clearLine}${text}`);
        shown = true;
      } else if (now() - last >= lineEvery) {
        last = now();
        output.write(`${text}\n`);
      }
    },
    /** A line that stays. */
    note: (text: string): void => {
      output.write(`${shown ? clearLine : ''}${text}\n`);
      shown = false;
    },
  };
}
