import { Drawer } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useNumbers } from '../keys/index.ts';
import { useNarrow } from './screen.ts';

interface Props { readonly open: boolean; readonly title: ReactNode; readonly close: () => void; readonly footer?: ReactNode; /** Beside the title: what it is about. */ readonly about?: ReactNode; readonly children: ReactNode }

/** The panel every act opens: 480 px at the right, the whole width on phones. No mask, so that the timeline stays readable. Alt+1…9 means what is numbered in it. */
export function SidePanel({ open, title, close, footer, about, children }: Props): ReactElement {
  const narrow = useNarrow();
  return (
    <Drawer open={open} title={title} onClose={close} size={narrow ? '100%' : 480} mask={narrow} footer={footer} extra={about} placement="right" styles={{ body: { padding: 16 } }}>
      <Numbered>{children}</Numbered>
    </Drawer>
  );
}

/** The panel's content: there only while it is open. */
function Numbered({ children }: { children: ReactNode }): ReactElement {
  const panel = useNumbers<HTMLDivElement>();
  return <div ref={panel}>{children}</div>;
}
