// How many things of a row stand beside each other where it is? Those left over go behind "more".
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** How many of the first fit; where not all do, the last of the row takes its room too. */
export function howManyFit(
  widths: readonly number[],
  lastWidth: number,
  gap: number,
  available: number,
): number {
  const upTo = (count: number) =>
    widths.slice(0, count).reduce((sum, width) => sum + width + gap, 0)
  if (upTo(widths.length) - gap <= available) return widths.length
  let count = widths.length - 1
  while (count > 0 && upTo(count) + lastWidth > available) count--
  return count
}

/** `key` is another one when the words are. While the answer is null the row must draw all of its things. */
export function useFitting(row: RefObject<HTMLElement | null>, key: string): number | null {
  const [fitting, setFitting] = useState<number | null>(null)
  const widths = useRef<number[]>([])
  useLayoutEffect(() => {
    const element = row.current
    if (!element) return
    setFitting(null)
    const observer = new ResizeObserver(() => setFitting(fit(element, widths.current)))
    // The things are measured as they are drawn next, whole.
    const drawn = requestAnimationFrame(() => {
      widths.current = [...element.children].map((child) => (child as HTMLElement).offsetWidth)
      observer.observe(element)
    })
    return () => {
      cancelAnimationFrame(drawn)
      observer.disconnect()
    }
  }, [key])
  return fitting
}

function fit(element: HTMLElement, widths: readonly number[]): number {
  const gap = Number.parseFloat(getComputedStyle(element).columnGap) || 0
  return howManyFit(widths.slice(0, -1), widths.at(-1) ?? 0, gap, element.clientWidth)
}
