/**
 * Reads a long list page by page, the next one while the present one is being worked on.
 * @param read - gives the rows after a row, or the first ones; none at the end.
 */
export async function* pages<R>(read: (after: R | undefined) => Promise<readonly R[]>): AsyncGenerator<readonly R[]> {
  let next = read(undefined);
  for (;;) {
    const page = await next;
    if (page.length === 0) return;
    next = read(page.at(-1));
    // Whoever stops reading early leaves this one behind; its failure is then nobody's.
    next.catch(() => undefined);
    yield page;
  }
}

/** One row after the other, with a look at the next. */
export interface Cursor<R> {
  peek(): Promise<R | undefined>;
  take(): Promise<R | undefined>;
}

export function cursorOver<R>(source: AsyncGenerator<readonly R[]>): Cursor<R> {
  let page: readonly R[] = [];
  let at = 0;
  const peek = async (): Promise<R | undefined> => {
    if (at === page.length) {
      page = (await source.next()).value ?? [];
      at = 0;
    }
    return page[at];
  };
  return {
    peek,
    async take() {
      const row = await peek();
      if (row !== undefined) at++;
      return row;
    },
  };
}
