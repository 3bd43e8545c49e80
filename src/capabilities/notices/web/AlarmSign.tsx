import type { ReactElement } from 'react';

/** A beacon; decorative, for the word stands beside it. */
export function AlarmSign(): ReactElement {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false" className="alarm-sign">
      <path d="M7 18v-5a5 5 0 0 1 10 0v5" fill="currentColor" />
      <path d="M5 20.5h14M12 5V2.5M5.6 7.2 3.8 5.4M18.4 7.2l1.8-1.8M4 13H1.8M22.2 13H20" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
