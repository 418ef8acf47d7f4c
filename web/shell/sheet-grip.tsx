// On a narrow screen the panels lie in a sheet below the map: a peek, half the screen or all of it.
import { signal } from '@preact/signals'
import { t } from '#web/messages/index.ts'

const HEIGHTS = ['peek', 'half', 'full'] as const
export type SheetHeight = (typeof HEIGHTS)[number]

export const sheetHeight = signal<SheetHeight>('half')

/** A drag shorter than this is a tap, which goes to the next height. */
const TAP_PIXELS = 8

/** The handle of the sheet: tapped or dragged, or moved by the arrow keys. */
export function SheetGrip() {
  const at = HEIGHTS.indexOf(sheetHeight.value)
  const go = (to: number) => {
    sheetHeight.value = HEIGHTS[Math.max(0, Math.min(HEIGHTS.length - 1, to))] ?? 'half'
  }
  let startY = 0
  return (
    <button
      type="button"
      class="sheet-grip"
      aria-label={t('common.sheet', { height: t(`common.sheet.${sheetHeight.value}`) })}
      onPointerDown={(event) => {
        startY = event.clientY
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerUp={(event) => {
        const up = startY - event.clientY
        if (Math.abs(up) > TAP_PIXELS) go(at + Math.sign(up))
        else go((at + 1) % HEIGHTS.length)
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowUp') go(at + 1)
        else if (event.key === 'ArrowDown') go(at - 1)
        else if (event.key === 'Enter' || event.key === ' ') go((at + 1) % HEIGHTS.length)
        else return
        event.preventDefault()
      }}
    />
  )
}
