// Drawing on the map from a panel, by the pointer or by the keys: begin, step back, start over, done.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { LngLat } from '#geodata/model/lng-lat.ts'
import { currentMap, drawing } from '#web/map/current.ts'
import type { Drawing, DrawnGeometry } from '#web/map/hand/draw.ts'
import { t } from '#web/messages/index.ts'
import { useAnnounced } from '#web/parts/focus/announcer.tsx'
import { useOneStop } from '#web/parts/focus/one-stop.ts'

type MapDrawingProps = {
  kind: 'point' | 'polygon'
  /** What there is to change; null: nothing yet. */
  present: DrawnGeometry | null
  /** Areas whose corners and sides a corner snaps to. */
  neighbours: readonly DrawnGeometry[]
  onDrawn: (geometry: DrawnGeometry | null) => void
}

export function MapDrawing({ kind, present, neighbours, onDrawn }: MapDrawingProps) {
  const drawingRef = useRef<Drawing | null>(null)
  const leaveKeys = useRef<(() => void) | null>(null)
  const done = useRef<HTMLButtonElement>(null)
  const row = useOneStop<HTMLDivElement>()
  const [isDrawing, setDrawing] = useState(false)
  /** Where the crosshair of the keys is; null: the pointer draws. */
  const [crosshair, setCrosshair] = useState<LngLat | null>(null)
  useAnnounced(crosshair?.map((degrees) => degrees.toFixed(4)).join(', ') ?? null)
  const stop = () => {
    leaveKeys.current?.()
    leaveKeys.current = null
    setCrosshair(null)
    drawingRef.current?.stop()
    drawingRef.current = null
    drawing.value = false
    setDrawing(false)
  }
  useEffect(() => stop, [])
  const start = async (byKeys: boolean) => {
    const map = currentMap()
    if (!map) return
    setDrawing(true)
    drawing.value = true
    const [{ drawOn }, { drawByKeys }] = await Promise.all([
      import('#web/map/hand/draw.ts'),
      import('#web/map/hand/draw-by-keys.ts'),
    ])
    const ink = getComputedStyle(document.documentElement).getPropertyValue('--ink').trim()
    drawingRef.current = drawOn(map, {
      kind,
      present,
      neighbours,
      ink: ink as `#${string}`,
      onChange: onDrawn,
      onFinish: () => {
        // What the keys have closed is confirmed next.
        if (leaveKeys.current) done.current?.focus()
      },
    })
    if (byKeys) leaveKeys.current = drawByKeys(map, setCrosshair)
  }
  if (!isDrawing) {
    return (
      <button
        type="button"
        disabled={!currentMap()}
        // A press of a key comes without a count of clicks.
        onClick={({ detail }) => void start(detail === 0)}
      >
        {kind === 'point' ? t('editor.pickOnMap') : t('editor.drawOnMap')}
      </button>
    )
  }
  return (
    <div class="drawing" role="toolbar" aria-label={t('editor.drawing')} {...row}>
      <p role="status">{hintOf(kind, crosshair !== null)}</p>
      <button type="button" onClick={() => drawingRef.current?.undo()}>
        {t('editor.undoStep')}
      </button>
      <button type="button" onClick={() => drawingRef.current?.redo()}>
        {t('editor.redoStep')}
      </button>
      <button type="button" onClick={() => drawingRef.current?.clear()}>
        {t('editor.startOver')}
      </button>
      <button ref={done} type="button" class="primary" onClick={stop}>
        {t('editor.drawn')}
      </button>
    </div>
  )
}

function hintOf(kind: MapDrawingProps['kind'], byKeys: boolean): string {
  if (kind === 'point') return t(byKeys ? 'editor.pickKeys' : 'editor.pickHint')
  return t(byKeys ? 'editor.drawKeys' : 'editor.drawHint')
}
