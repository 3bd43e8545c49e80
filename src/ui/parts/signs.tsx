import type { ReactElement, ReactNode } from 'react';

/** Signs of our own: old machines show boxes for emoji and rare characters. Decorative, for a word always stands beside them. */
function Sign({ children, size = 12 }: { children: ReactNode; size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" focusable="false" className="sign">{children}</svg>
  );
}

export const AmpleSign = (): ReactElement => <Sign><circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.4" /></Sign>;
export const NearSign = (): ReactElement => (
  <Sign><circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.4" /><path d="M6 6V1.5A4.5 4.5 0 0 1 10.5 6Z" fill="currentColor" /></Sign>
);
export const PressingSign = (): ReactElement => <Sign><path d="M6 1 11.5 11H.5Z" fill="currentColor" /></Sign>;
export const OverdueSign = (): ReactElement => <Sign><rect x="1.5" y="1.5" width="9" height="9" fill="currentColor" /></Sign>;
export const StillSign = (): ReactElement => <Sign><path d="M2.5 1.5h2.4v9H2.5zM7.1 1.5h2.4v9H7.1z" fill="currentColor" /></Sign>;
export const DoneSign = (): ReactElement => <Sign><path d="m1.5 6.5 3 3 6-7" fill="none" stroke="currentColor" strokeWidth="1.8" /></Sign>;
export const WaivedSign = (): ReactElement => (
  <Sign><circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.4" /><path d="m2.8 9.2 6.4-6.4" stroke="currentColor" strokeWidth="1.4" /></Sign>
);
export const UndatedSign = (): ReactElement => <Sign><path d="M2 6h8" stroke="currentColor" strokeWidth="1.8" /></Sign>;
export const FlagSign = (): ReactElement => <Sign><path d="M2.5 1v10M2.5 1.5h7L7.5 4.2l2 2.8h-7" fill="currentColor" stroke="currentColor" strokeWidth="1.2" /></Sign>;
export const LockSign = (): ReactElement => (
  <Sign><rect x="2" y="5.5" width="8" height="5.5" rx="1" fill="currentColor" /><path d="M3.8 5.5V4a2.2 2.2 0 0 1 4.4 0v1.5" fill="none" stroke="currentColor" strokeWidth="1.4" /></Sign>
);
export const AttentionSign = (): ReactElement => (
  <Sign size={16}><path d="M6 1 11.5 11H.5Z" fill="none" stroke="currentColor" strokeWidth="1.2" strokeLinejoin="round" /><path d="M6 4.6v3M6 8.8v.9" stroke="currentColor" strokeWidth="1.3" /></Sign>
);
