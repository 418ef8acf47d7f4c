import { defineConfig } from 'vite'

export default defineConfig({
  root: 'web',
  build: { outDir: '../dist', emptyOutDir: true, chunkSizeWarningLimit: 1200 },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // The room web/api is served under the same path as the API; its modules end in .ts.
  server: { proxy: { '^/api(?!/.*\\.ts)': process.env.API_ORIGIN ?? 'http://127.0.0.1:8787' } },
})
