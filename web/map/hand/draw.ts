// Lets a user draw a point or an area on the map, with snapping, and undo step by step.
import type { Map as MapLibre } from 'maplibre-gl'
import {
  type GeoJSONStoreFeatures,
  TerraDraw,
  TerraDrawModeUndoRedo,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawRenderMode,
  TerraDrawSelectMode,
  TerraDrawSessionUndoRedo,
  TerraDrawUndoRedoKeyboardShortcuts,
  ValidateNotSelfIntersecting,
} from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import type { LngLat } from '#geodata/model/lng-lat.ts'

export type Drawing = {
  undo: () => void
  redo: () => void
  /** Takes everything drawn away, to begin anew. */
  clear: () => void
  stop: () => void
}
export type DrawnGeometry =
  | { type: 'Point'; coordinates: LngLat }
  | { type: 'Polygon'; coordinates: LngLat[][] }
  | { type: 'MultiPolygon'; coordinates: LngLat[][][] }

const NEIGHBOURS = 'neighbours'
/** About 11 cm: finer than any pointer, and what files keep. */
const DIGITS = 6

type DrawOptions = {
  kind: 'point' | 'polygon'
  /** What there is to change; null: nothing yet. */
  present: DrawnGeometry | null
  /** Areas beside it, whose corners and sides a corner snaps to. */
  neighbours: readonly DrawnGeometry[]
  ink: `#${string}`
  onChange: (geometry: DrawnGeometry | null) => void
  /** A point or an area has been drawn to its end. */
  onFinish: () => void
}

export function drawOn(
  map: MapLibre,
  { kind, present, neighbours, ink, onChange, onFinish }: DrawOptions,
): Drawing {
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: DIGITS }),
    modes: modesIn(ink),
    undoRedo: {
      modeLevel: new TerraDrawModeUndoRedo(),
      sessionLevel: new TerraDrawSessionUndoRedo(),
      keyboardShortcuts: new TerraDrawUndoRedoKeyboardShortcuts(),
    },
  })
  draw.start()
  const add = (mode: string, geometries: readonly DrawnGeometry[]) =>
    draw.addFeatures(
      geometries.flatMap(partsOf).map((geometry) => ({
        type: 'Feature' as const,
        geometry: geometry as never,
        properties: { mode },
      })),
    )
  add(NEIGHBOURS, neighbours)
  const added = present ? add(kind, [present]) : []
  const [first] = added
  if (first?.id === undefined) draw.setMode(kind)
  else {
    draw.setMode('select')
    draw.selectFeature(first.id)
  }
  const report = () => onChange(drawnOf(draw, kind))
  draw.on('finish', (id, { action }) => {
    if (action === 'draw' && kind === 'point') {
      // One place only: the newer one is meant.
      const older = draw
        .getSnapshot()
        .filter((one) => one.properties.mode === kind && one.id !== id)
      draw.removeFeatures(older.flatMap((one) => one.id ?? []))
    }
    report()
    if (action === 'draw') onFinish()
  })
  draw.on('history', report)
  return {
    undo: () => void draw.undo(),
    redo: () => void draw.redo(),
    clear: () => {
      const mine = draw.getSnapshot().filter((one) => one.properties.mode === kind)
      draw.removeFeatures(mine.flatMap((one) => one.id ?? []))
      draw.setMode(kind)
      report()
    },
    stop: () => draw.stop(),
  }
}

const snapping = {
  toFeature: {
    filter: ({ properties }: { properties: unknown }) => Object(properties).mode === NEIGHBOURS,
    toLine: true,
    toCoordinate: true,
  },
}

function modesIn(ink: `#${string}`) {
  const styles = { fillColor: ink, outlineColor: ink, fillOpacity: 0.12, outlineWidth: 2 }
  return [
    new TerraDrawPointMode({ styles: { pointColor: ink, pointWidth: 6 }, editable: true }),
    new TerraDrawPolygonMode({
      snapping,
      styles: { ...styles, closingPointColor: ink },
      validation: (feature: GeoJSONStoreFeatures, { updateType }: { updateType: string }) =>
        updateType === 'finish' || updateType === 'commit'
          ? ValidateNotSelfIntersecting(feature)
          : { valid: true },
    }),
    new TerraDrawSelectMode({
      flags: {
        point: { feature: { draggable: true } },
        polygon: {
          feature: {
            coordinates: {
              midpoints: true,
              draggable: true,
              deletable: true,
              snappable: snapping,
            },
          },
        },
      },
    }),
    new TerraDrawRenderMode({ modeName: NEIGHBOURS, styles: { polygonFillOpacity: 0 } }),
  ]
}

function partsOf(geometry: DrawnGeometry): DrawnGeometry[] {
  return geometry.type === 'MultiPolygon'
    ? geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }))
    : [geometry]
}

/** What is drawn as one geometry; an area that is still open counts as nothing. */
function drawnOf(draw: TerraDraw, kind: 'point' | 'polygon'): DrawnGeometry | null {
  const drawn = draw
    .getSnapshot()
    .filter(({ properties }) => properties.mode === kind && !properties.currentlyDrawing)
    .map(({ geometry }) => geometry as DrawnGeometry)
  const [first, ...others] = drawn
  if (!first) return null
  if (first.type === 'Point' || others.length === 0) return first
  return {
    type: 'MultiPolygon',
    coordinates: drawn.flatMap((one) => (one.type === 'Polygon' ? [one.coordinates] : [])),
  }
}
