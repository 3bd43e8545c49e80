/** The page an address belongs to: itself, or the one it lies below (`/matters/…` is of `/matters`). The desk at `/` has nothing below it. */
export function pageAt<P extends { readonly to: string }>(pages: readonly P[], path: string): P | undefined {
  const own = pages.filter(({ to }) => path === to || (to !== '/' && path.startsWith(`${to}/`)));
  return own.sort((a, b) => b.to.length - a.to.length)[0];
}
