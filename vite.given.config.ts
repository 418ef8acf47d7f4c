// The page that goes into a story's file: all of its code, styles, fonts and workers in one HTML file.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { defineConfig, type Plugin } from 'vite'

const OUTPUT = 'story.html'
const here = (file: string) => path.resolve(import.meta.dirname, file)

export default defineConfig({
  root: 'web',
  plugins: [oneFile()],
  resolve: {
    alias: [
      // What lies beside the page on a server lies within it here.
      { find: '#web/map/map-worker.ts', replacement: here('web/map/map-worker-within.ts') },
      { find: '#web/kernel/start-worker.ts', replacement: here('web/given/start-worker.ts') },
      // The system's own fonts write what people typed and the built fonts do not hold.
      { find: '#web/fonts/rest.css', replacement: here('web/given/no-more-fonts.css') },
      // No surface is drawn in a story.
      { find: '#web/map/drawn/surface-layer.ts', replacement: here('web/given/no-surface.ts') },
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

/** Puts code and styles into the frame of the page, under a policy by which it can ask nobody for anything. */
function oneFile(): Plugin {
  return {
    name: 'one-file',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      // Vite itself writes into the code until then.
      order: 'post',
      handler(_, bundle) {
        const parts = Object.values(bundle)
        const [chunk, ...chunks] = parts.filter((part) => part.type === 'chunk')
        const assets = parts.filter((part) => part.type === 'asset')
        const isStyle = ({ fileName }: { fileName: string }) => fileName.endsWith('.css')
        const beside = [...chunks, ...assets.filter((asset) => !isStyle(asset))]
        if (!chunk || beside.length > 0) {
          const names = beside.map(({ fileName }) => fileName).join(', ')
          throw new Error(`One file of code was expected; beside it came ${names || 'nothing'}.`)
        }
        const styles = assets.filter(isStyle).map(({ source }) => String(source))
        for (const { fileName } of parts) delete bundle[fileName]
        const source = pageOf(chunk.code, styles.join(''))
        this.emitFile({ type: 'asset', fileName: OUTPUT, source })
      },
    },
  }
}

function pageOf(code: string, styles: string): string {
  // Nothing within may end the element it stands in.
  const script = code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
  if (/<\/style/i.test(styles)) throw new Error('The styles hold the end of an element of styles.')
  const sum = createHash('sha256').update(script).digest('base64')
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${sum}' blob: 'wasm-unsafe-eval'`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data:',
    // MapLibre makes the second out of the first where a file is opened from the disk.
    'worker-src blob: data:',
    'connect-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const places = [
    ['Content-Security-Policy" content="', policy],
    ['<style>', styles],
    ['<script type="module">', script],
  ] as const
  return places.reduce(
    (html, [before, text]) => html.replace(before, () => before + text),
    readFileSync(here('web/given/story.html'), 'utf8'),
  )
}
