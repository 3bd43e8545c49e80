import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const API = `http://127.0.0.1:${process.env['PORT'] || '3000'}`;

export default defineConfig({
  root: at('src/main/web'),
  cacheDir: at('node_modules/.vite'),
  plugins: [react()],
  server: { port: 5173, strictPort: true, proxy: { '/api': API } },
  build: {
    outDir: at('dist/web'),
    emptyOutDir: true,
    // The oldest browser that is promised to work; what its library lacks beside that stands in older-browsers.ts.
    target: 'chrome89',
    manifest: true,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      // The approvals have an entry of their own, light enough for a phone in a lift.
      input: { index: at('src/main/web/index.html'), approvals: at('src/main/web/approvals.html') },
      // A file of ours does nothing when it is only imported: so a door brings along no more than what is taken from it.
      treeshake: { moduleSideEffects: (id) => !/[\\/]src[\\/](?:ui|capabilities|engine)[\\/].*\.tsx?$/.test(id) },
      output: {
        codeSplitting: {
          groups: [{ name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 }, { name: 'tanstack', test: /node_modules\/@tanstack\//, priority: 2 }],
        },
      },
    },
  },
});
