// Where does the code of the map's worker lie? Beside the page, as a file of its own.
export { default as mapWorkerAddress } from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
