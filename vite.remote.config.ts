// The page of the phone that turns the scenes: one HTML file, the only one that is served to the local network.
import path from 'node:path'
import { defineConfig } from 'vite'
import { oneFile } from './scripts/one-file.ts'

const here = (file: string) => path.resolve(import.meta.dirname, file)

export default defineConfig({
  root: 'web',
  plugins: [
    oneFile({
      frame: here('web/remote/remote.html'),
      output: 'remote.html',
      policy: ['script-src', 'img-src data:', "connect-src 'self'"],
    }),
  ],
  build: {
    outDir: '../dist/remote',
    emptyOutDir: true,
    assetsInlineLimit: Number.POSITIVE_INFINITY,
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: {
      input: here('web/remote/main.tsx'),
      output: { codeSplitting: false },
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
})
