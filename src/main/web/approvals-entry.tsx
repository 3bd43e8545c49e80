import './older-browsers.ts';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { LanguageProvider, Loading, LookProvider } from '#ui/index.ts';
import { ApprovalsPage } from '#capabilities/approvals/web/index.ts';
import '#ui/look/index.css';

// As in entry.tsx: the page forbids code made from text.
config({ jitless: true });

/** The light entry for phones: the approvals alone, without the frame, the router and the component library. */
const root = document.getElementById('root');
if (!root) throw new Error('approvals.html has no #root');
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <LookProvider>
        <main className="ap-alone"><Suspense fallback={<Loading rows={6} />}><ApprovalsPage /></Suspense></main>
      </LookProvider>
    </LanguageProvider>
  </StrictMode>,
);
