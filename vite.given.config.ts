// The page that goes into a story's file: all of its code, styles, fonts and workers in one HTML file.
import path from 'node:path'
import { defineConfig } from 'vite'
import { oneFile } from './scripts/one-file.ts'

const here = (file: string) => path.resolve(import.meta.dirname, file)

export default defineConfig({
  root: 'web',
  plugins: [
    oneFile({
      frame: here('web/given/story.html'),
      output: 'story.html',
      // It can ask nobody for anything.
      policy: [
        "script-src blob: 'wasm-unsafe-eval'",
        'img-src data: blob:',
        'font-src data:',
        // MapLibre makes the second out of the first where a file is opened from the disk.
        'worker-src blob: data:',
        'connect-src data: blob:',
      ],
    }),
  ],
  resolve: {
    alias: [
      // What lies beside the page on a server lies within it here.
      { find: '#web/map/map-worker.ts', replacement: here('web/map/map-worker-within.ts') },
      { find: '#web/kernel/start-worker.ts', replacement: here('web/given/start-worker.ts') },
      // The system's own fonts write what people typed and the built fonts do not hold.
      { find: '#web/fonts/rest.css', replacement: here('web/given/no-more-fonts.css') },
      // A surface is asked in siting alone; of a story the file holds its ground.
      { find: '#web/map/drawn/surface-layer.ts', replacement: here('web/given/no-surface.ts') },
      {
        find: '#web/map/shapes/surface-areas.ts',
        replacement: here('web/given/surface-areas.ts'),
      },
    ],
  },
  build: {
    outDir: '../dist/given',
    emptyOutDir: true,
    chunkSizeWarningLimit: 6000,
    assetsInlineLimit: Number.POSITIVE_INFINITY,
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: {
      input: here('web/given/main.tsx'),
      output: { codeSplitting: false },
    },
  },
  // From the disk browsers start a worker out of the page's own text as a plain script alone.
  worker: { format: 'iife' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
})
