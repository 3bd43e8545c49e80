import './older-browsers.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { LanguageProvider, LookProvider } from '#ui/index.ts';
import { cache } from './cache.ts';
import { router } from './routes.tsx';
import '#ui/look/index.css';

// The page forbids code made from text; zod would try it once and be reported.
config({ jitless: true });

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <LookProvider>
        <QueryClientProvider client={cache}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </LookProvider>
    </LanguageProvider>
  </StrictMode>,
);
