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
    target: 'es2022',
    // The component library is one chunk on purpose: it changes rarely, and browsers keep it over releases.
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|@tanstack)\//, priority: 2 },
            { name: 'antd', test: /node_modules\/(antd|@ant-design|@rc-component|dayjs)\//, priority: 1 },
          ],
        },
      },
    },
  },
});
