import { Button } from 'antd';
import { useRef, type ReactElement } from 'react';

/** A button that opens the computer's own choice of a file. The same file can be chosen twice: it may have been mended in between. */
export function ChooseFile({ accept, label, primary = false, loading = false, chosen }: { accept: string; label: string; primary?: boolean; loading?: boolean; chosen: (file: File) => void }): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input ref={input} type="file" accept={accept} className="unseen" tabIndex={-1} aria-label={label} onChange={(event) => {
        const file = event.target.files?.[0];
        event.target.value = '';
        if (file) chosen(file);
      }} />
      <Button {...(primary ? { type: 'primary' as const } : {})} loading={loading} onClick={() => input.current?.click()}>{label}</Button>
    </>
  );
}
