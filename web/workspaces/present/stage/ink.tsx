// What points at the scene: a dot that follows the pointer, and lines drawn by hand.
import { useRef } from 'preact/hooks'
import { type Stroke, stage, strokes } from '#web/workspaces/present/stage/stage.ts'

/** Takes the pointer only while a tool is out: else it belongs to the map. */
export function Ink() {
  const { tool } = stage.value
  const dot = useRef<HTMLElement>(null)
  const line = useRef<Stroke | null>(null)
  const onDown = (event: PointerEvent) => {
    if (tool !== 'draw' || event.button !== 0) return
    ;(event.currentTarget as Element).setPointerCapture(event.pointerId)
    line.current = [placeOf(event)]
    strokes.value = [...strokes.peek(), line.current]
  }
  const onMove = (event: PointerEvent) => {
    const element = dot.current
    if (element) {
      element.style.translate = `${event.clientX}px ${event.clientY}px`
      element.hidden = false
    }
    if (!line.current) return
    line.current = [...line.current, placeOf(event)]
    strokes.value = [...strokes.peek().slice(0, -1), line.current]
  }
  const onUp = () => {
    line.current = null
  }
  return (
    <div
      class="show-ink"
      data-tool={tool ?? undefined}
      aria-hidden="true"
      onPointerDown={onDown}
      onPointerMove={onMove}
      onPointerUp={onUp}
      onPointerCancel={onUp}
    >
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        {strokes.value.map((stroke, index) => (
          <polyline key={index} points={stroke.map((place) => place.join(',')).join(' ')} />
        ))}
      </svg>
      {tool === 'laser' && <i class="show-laser" ref={dot} hidden />}
    </div>
  )
}

/** In shares of the window, so that a line stays on what it marks when the window grows. */
function placeOf({ clientX, clientY }: PointerEvent): [number, number] {
  return [clientX / innerWidth, clientY / innerHeight]
}
