import { Button } from 'antd';
import type { ReactElement } from 'react';
import { KeyName } from '#ui/index.ts';

interface Props { readonly act: string; readonly back: string; readonly busy: boolean; readonly disabled?: boolean; readonly confirm: () => void; readonly close: () => void }

/** The foot of a customer's panel: the act, the way back, and the key that every panel hears. */
export function PanelFoot({ act, back, busy, disabled = false, confirm, close }: Props): ReactElement {
  return <div className="line"><Button type="primary" loading={busy} disabled={disabled} onClick={confirm}>{act}</Button><Button onClick={close}>{back}</Button><KeyName>Ctrl+Enter</KeyName></div>;
}
