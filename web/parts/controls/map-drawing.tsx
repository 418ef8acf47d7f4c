// Drawing on the map from a panel: begin, step back, start over, done.
import { useEffect, useRef, useState } from 'preact/hooks'
import { currentMap, drawing } from '#web/map/current.ts'
import type { Drawing, DrawnGeometry } from '#web/map/hand/draw.ts'
import { t } from '#web/messages/index.ts'

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
  const [isDrawing, setDrawing] = useState(false)
  const stop = () => {
    drawingRef.current?.stop()
    drawingRef.current = null
    drawing.value = false
    setDrawing(false)
  }
  useEffect(() => stop, [])
  const start = async () => {
    const map = currentMap()
    if (!map) return
    setDrawing(true)
    drawing.value = true
    const { drawOn } = await import('#web/map/hand/draw.ts')
    const ink = getComputedStyle(document.documentElement).getPropertyValue('--ink').trim()
    drawingRef.current = drawOn(map, {
      kind,
      present,
      neighbours,
      ink: ink as `#${string}`,
      onChange: onDrawn,
    })
  }
  if (!isDrawing) {
    return (
      <button type="button" disabled={!currentMap()} onClick={() => void start()}>
        {kind === 'point' ? t('editor.pickOnMap') : t('editor.drawOnMap')}
      </button>
    )
  }
  return (
    <div class="drawing" role="toolbar" aria-label={t('editor.drawing')}>
      <p role="status">{kind === 'point' ? t('editor.pickHint') : t('editor.drawHint')}</p>
      <button type="button" onClick={() => drawingRef.current?.undo()}>
        {t('editor.undoStep')}
      </button>
      <button type="button" onClick={() => drawingRef.current?.redo()}>
        {t('editor.redoStep')}
      </button>
      <button type="button" onClick={() => drawingRef.current?.clear()}>
        {t('editor.startOver')}
      </button>
      <button type="button" class="primary" onClick={stop}>
        {t('editor.drawn')}
      </button>
    </div>
  )
}
