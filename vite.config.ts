import { defineConfig, type Plugin } from 'vite'
import { pageLicences } from './scripts/licences.ts'

export default defineConfig({
  root: 'web',
  // Below whatever path a proxy serves it.
  base: './',
  plugins: [mapWithFirstByte(), laterFilesNamed(), licencesBeside()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      // What the first screen needs comes in one file, not in one for each set of its later users.
      output: {
        codeSplitting: {
          groups: [
            { name: 'first-screen', tags: ['$initial'] },
            // So does what the map shares with boards, the editor and what is printed.
            {
              name: 'shared-with-map',
              test: /web\/map\/(shapes\/free-place|symbols)\.ts|geodata\/(geometry\/spread|analysis\/told\/chance-text)\.ts|web\/state\/answers\/(compared-place|scene-shown|surface|dragged-pin|window-route)\.ts|@turf\/(invariant|bbox)\//,
            },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // The room web/api is served under the same path as the API; its modules end in .ts.
  server: { proxy: { '^/api(?!/.*\\.ts)': process.env.API_ORIGIN ?? 'http://127.0.0.1:8787' } },
})

/** What the page is built from asks that its licences travel along: /licences.txt, linked from the credits. */
function licencesBeside(): Plugin {
  return {
    name: 'licences-beside',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: pageLicences() })
    },
  }
}

/** The map is the largest part of the page: the browser hears of its files from the page itself. */
function mapWithFirstByte(): Plugin {
  return {
    name: 'map-with-first-byte',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((part) => part.type === 'chunk')
        const map = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/atlas-map.ts'))
        if (!map) throw new Error('No file of the page begins with web/map/atlas-map.ts.')
        const scripts = [map.fileName, ...map.imports].filter((file) => !html.includes(file))
        const styles = [...(map.viteMetadata?.importedCss ?? [])]
        return [
          ...scripts.map((file) => link(file, { rel: 'modulepreload' })),
          ...styles.map((file) => link(file, { rel: 'preload', as: 'style' })),
        ]
      },
    },
  }
}

/**
 * The page names what is fetched when it has nothing else to do: all code and styles that do not come with the first
 * screen, small ones first. Texts of both languages are among it; fonts come one by one as their characters are shown.
 */
function laterFilesNamed(): Plugin {
  return {
    name: 'later-files-named',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const bytesOf = (file: string) => {
          const part = bundle?.[file]
          return part?.type === 'chunk' ? part.code.length : (part?.source.length ?? 0)
        }
        const later = Object.keys(bundle ?? {})
          .filter((file) => /\.(js|css)$/.test(file) && !html.includes(file))
          .sort((a, b) => bytesOf(a) - bytesOf(b))
          .map((file) => file.replace(/^assets\//, './'))
        if (later.length === 0) throw new Error('No file of the page is fetched later.')
        const attrs = { type: 'application/json', id: 'later-files' }
        return [{ tag: 'script', attrs, injectTo: 'head', children: JSON.stringify(later) }]
      },
    },
  }
}

function link(file: string, attributes: Record<string, string>) {
  const attrs = { ...attributes, crossorigin: '', href: `./${file}` }
  return { tag: 'link', attrs, injectTo: 'head' as const }
}
