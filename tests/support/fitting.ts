// Does what is on the page lie in its window, whole and apart? The functions without a page run in it.
import type { Page } from 'playwright-core'

export async function boxOf(page: Page, selector: string) {
  const box = await page.locator(selector).locator('visible=true').first().boundingBox()
  if (!box) throw new Error(`${selector} is not on the page.`)
  return box
}

/** What lies outside of the window and cannot be scrolled to in its own part; that the page scrolls, too. */
export function outOfWindow(): string[] {
  const { scrollWidth, scrollHeight } = document.documentElement
  scrollTo(0, 9999)
  document.querySelector('.app')?.scrollTo(0, 9999)
  const moved = scrollY + (document.querySelector('.app')?.scrollTop ?? 0)
  const page =
    scrollWidth > innerWidth || scrollHeight > innerHeight || moved > 0
      ? [`the page is ${scrollWidth} × ${scrollHeight}, moved by ${moved}`]
      : []
  const isCut = (element: Element) => {
    for (let one = element.parentElement; one && one.id !== 'app'; one = one.parentElement) {
      if (one.classList.contains('app')) return false
      if (/map|docks/.test(one.className)) return true
      if (getComputedStyle(one).overflowX !== 'visible')
        return one.getBoundingClientRect().right <= innerWidth + 1
    }
    return false
  }
  const outside = [
    ...document.querySelectorAll(
      '.app :is(button, input, select, h1, h2, h3, p, li, th, main, aside, nav)',
    ),
  ]
    .filter((element) => {
      const box = element.getBoundingClientRect()
      return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1) && !isCut(element)
    })
    .map(
      (element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 20)}`,
    )
  return [...page, ...outside]
}

/** Nothing that lies over the map covers another, nor the name of a city. */
export function standClear(): boolean {
  const boxes = [
    ...document.querySelectorAll(
      '[data-over-map], .map-frame .maplibregl-ctrl-scale, .docks button',
    ),
  ]
    .filter((element) => element.closest('.map-frame'))
    .map((element) => element.getBoundingClientRect())
    .filter((box) => box.width > 1)
  return boxes.every((a, index) =>
    boxes
      .slice(index + 1)
      .every(
        (b) =>
          a.left >= b.right - 1 ||
          b.left >= a.right - 1 ||
          a.top >= b.bottom - 1 ||
          b.top >= a.bottom - 1,
      ),
  )
}

/** Controls and headings whose words are longer than they are; what scrolls or stands whole elsewhere aside. */
export function cutWords(): string[] {
  return [
    ...document.querySelectorAll('.app :is(button, label, summary, h1, h2, h3, p, .approval)'),
  ]
    .filter((element) => {
      const { overflowX, display, clipPath } = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      if (clipPath !== 'none' || display === 'inline' || box.width < 2 || overflowX === 'auto')
        return false
      return (
        element.scrollWidth > element.clientWidth + 2 ||
        element.scrollHeight > element.clientHeight + 12
      )
    })
    .map(
      (element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 20)}`,
    )
}
