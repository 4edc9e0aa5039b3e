import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compactDocuments } from './build/compact-documents.ts';

const api = process.env.API_URL ?? 'http://127.0.0.1:4000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [compactDocuments(), react(), tailwindcss()],
  server: { host: '127.0.0.1', proxy: { '/graphql': api, '/webhooks': api } },
  optimizeDeps: {
    // It imports workers (`?worker`), which the optimizer cannot read: left to Vite itself.
    exclude: ['graphiql/setup-workers/vite', '@graphiql/react/setup-workers/vite'],
    // CommonJS that only a worker imports: found too late otherwise, and served as it is.
    include: ['graphql-language-service', 'nullthrows', 'picomatch-browser'],
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Inlined assets would be data: URLs, which the CSP allows for images and fonts only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    // GraphiQL's packages carry the React compiler's "use no memo", which means nothing once they are compiled.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});
