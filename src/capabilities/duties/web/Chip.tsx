import { Button } from 'antd';
import type { ReactElement, ReactNode } from 'react';

/** One thing that is so or not, turned by a press. */
export function Chip({ on, press, children }: { on: boolean; press: () => void; children: ReactNode }): ReactElement {
  return <Button shape="round" aria-pressed={on} className={on ? 'chip-on' : ''} onClick={press}>{children}</Button>;
}
