import type { ReactElement } from 'react';

/** The key that does the same as what it stands beside. Where there is no keyboard (a finger is all that points), the style sheet leaves it out. */
export function KeyName({ children }: { children: string }): ReactElement {
  return <small className="key-name">{children}</small>;
}
