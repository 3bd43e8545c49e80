/** Positions of two policies may bear one title: then each says its code beside it, in pickers, lists and sheets alike. */
export function toldApart<P extends { readonly code: string; readonly title: string }>(positions: readonly P[]): P[] {
  const alike = (one: P): boolean => positions.some((each) => each.code !== one.code && each.title === one.title);
  return positions.map((each) => (alike(each) ? { ...each, title: `${each.title}（${each.code}）` } : each));
}
