// What does MapLibre alone cost on this machine? Its own minimal page: a map with one colour.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext } from 'playwright-core'

const DIST = path.resolve('node_modules/maplibre-gl/dist')
const PAGE = `<!doctype html><html><body style="margin:0"><div id="map" style="height:100vh"></div>
<script type="module">
import { Map, setWorkerUrl } from '/floor/maplibre-gl.mjs'
setWorkerUrl('/floor/maplibre-gl-worker.mjs')
const layers = [{ id: 'ground', type: 'background', paint: { 'background-color': '#f2efe9' } }]
const map = new Map({ container: 'map', style: { version: 8, sources: {}, layers }, center: [106.55, 29.56], zoom: 9 })
map.once('idle', () => { document.documentElement.dataset.mapIdle = 'true' })
</script></body></html>`

/** Serves the minimal page and the library's own files under the origin of the atlas. */
export async function serveFloor(context: BrowserContext, origin: string): Promise<string> {
  await context.route(`${origin}/floor/**`, (route) => {
    const name = path.basename(new URL(route.request().url()).pathname)
    if (name === 'page') return route.fulfill({ contentType: 'text/html', body: PAGE })
    return route.fulfill({
      contentType: 'text/javascript',
      body: readFileSync(path.join(DIST, name)),
    })
  })
  return `${origin}/floor/page`
}
