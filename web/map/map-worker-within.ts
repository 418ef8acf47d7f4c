// The code of the map's worker within the page itself, where there is no file beside it.
import code from 'maplibre-gl/dist/maplibre-gl-worker.mjs?raw'

/** For as long as the page is open. */
export const mapWorkerAddress = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
