/**
 * The same function, which answers at once what it was asked lately. For pure functions of a text that the same pages ask again and again: the
 * sentences of a report are taken apart each time it is read. At most so many answers are kept; the oldest goes first.
 */
export function remembering<Answer>(most: number, answer: (key: string) => Answer): (key: string) => Answer {
  const known = new Map<string, Answer>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = answer(key);
    if (known.size >= most) known.delete(known.keys().next().value!);
    known.set(key, found);
    return found;
  };
}
