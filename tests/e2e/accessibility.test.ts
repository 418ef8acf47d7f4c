// Does axe find nothing wrong with any state of the page, and does each fit where it is looked at?

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFinds, mapIdle, settled, type Visit, visit } from '#scripts/running-atlas.ts'
import { onePage, sharedAtlas, turnTo } from '#tests/support/browsing.ts'
import { type Look, OF_IMPORT, STATES, type State } from '#tests/support/looks.ts'
import { forgotten, smallImport } from '#tests/support/small-import.ts'

const atlas = sharedAtlas()

let importId = ''
beforeAll(async () => {
  importId = await smallImport(atlas.origin)
})
afterAll(() => forgotten(atlas.origin, importId))

const OF_COLOUR = ['color-contrast', 'link-in-text-block']

const SIZES = {
  desk: { width: 1280, height: 844 },
  phone: { width: 390, height: 844 },
} as const

async function show(
  visited: Visit,
  { query, ready, hasMap }: State,
  [lang, theme]: Look,
): Promise<void> {
  const { page } = visited
  await turnTo(page, `${query.replace(OF_IMPORT, importId)}&lang=${lang}&theme=${theme}`)
  await page.locator(`html[lang="${lang}"][data-theme="${theme}"]`).waitFor()
  await page.locator(ready).first().waitFor()
  await settled(visited)
  if (hasMap) await mapIdle(page)
}

async function lookAt(visited: Visit, state: State, looks: readonly Look[]): Promise<void> {
  const { page } = visited
  for (const [index, look] of looks.entries()) {
    await show(visited, state, look)
    if (index === 0) await state.open?.(page)
    // Another theme changes nothing but colours.
    const isNew = looks[index - 1]?.[0] !== look[0]
    expect(await axeFinds(page, 'body', isNew ? undefined : OF_COLOUR), look.join()).toEqual([])
    if (look[0] === 'en') expect(await unmarkedChinese(page), look.join()).toEqual([])
    for (const { open, part } of state.dialogs ?? []) {
      await open(page)
      expect(await axeFinds(page, part), `${look.join()} ${part}`).toEqual([])
      await close(page, part)
    }
  }
}

/**
 * In the colours of the person's system: no mark is the colour of the page, and axe finds nothing. Every
 * board is made of the same parts: axe looks at those around a map, where all of them are.
 */
async function lookForced(page: Page, hasMap = false): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' })
  if (hasMap) expect(await axeFinds(page, 'body', OF_COLOUR), 'forced colours').toEqual([])
  expect(await lostMarks(page)).toEqual([])
  await page.emulateMedia({ forcedColors: 'none' })
}

/** Swatches, bars and chips that are filled, by their class, where nothing of them is left to see. */
function lostMarks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const canvas = getComputedStyle(document.body).backgroundColor
    const marks = [
      ...document.querySelectorAll('.swatch, .chip, .sys-badge, .ring-legend i, .fill-legend i'),
    ].filter((mark) => mark.checkVisibility() && !mark.closest('[aria-hidden="true"] [hidden]'))
    return marks
      .filter((mark) => {
        const { backgroundColor, backgroundImage, borderTopWidth } = getComputedStyle(mark)
        return backgroundColor === canvas && backgroundImage === 'none' && borderTopWidth === '0px'
      })
      .map((mark) => mark.outerHTML)
  })
}

/** Chinese words that a screen reader would spell as English. */
function unmarkedChinese(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const around = node.parentElement
      const words = node.textContent ?? ''
      // A drawing is said by its label.
      if (!around || !/\p{Script=Han}/u.test(words) || around.closest('svg, script')) continue
      if (around.closest('[lang]')?.getAttribute('lang') !== 'zh-CN') {
        found.push(`${around.outerHTML.slice(0, 120)}`)
      }
    }
    return found
  })
}

async function close(page: Page, dialog: string): Promise<void> {
  await page.keyboard.press('Escape')
  // The first may only empty what was typed.
  if (await page.locator(dialog).isVisible()) await page.keyboard.press('Escape')
  await page.locator(dialog).waitFor({ state: 'hidden' })
}

describe.each(['desk', 'phone'] as const)('at a %s', (size) => {
  const states = STATES.flatMap((state) => (state[size] ? [{ ...state, looks: state[size] }] : []))
  const visits = new Map<boolean, Visit>()
  // A map that nobody looks at is drawn anew for every theme: boards are looked at without one.
  const visitFor = async (hasMap: boolean) => {
    const query = hasMap ? '' : '?at=progress'
    const options = { viewport: SIZES[size], hasMap }
    const visited =
      visits.get(hasMap) ?? (await visit(atlas.browser, `${atlas.origin}/${query}`, options))
    visits.set(hasMap, visited)
    return visited
  }
  it.for(states)('leaves axe nothing to find: $query', async (state) => {
    const visited = await visitFor(state.hasMap ?? false)
    const { page, errors, outside } = visited
    await lookAt(visited, state, state.looks)
    if (size === 'desk') {
      await lookForced(page, state.hasMap)
      expect(await page.locator('h1:visible').count(), 'headings of the page').toBe(1)
    }
    if (size === 'phone' && state.fits) {
      const wide = await page.locator(state.fits).evaluate((part) => part.scrollWidth)
      expect(wide).toBeLessThanOrEqual(SIZES.phone.width)
    }
    if (size === 'phone' && state.target) {
      const target = await page.locator(state.target).first().boundingBox()
      expect(target?.height).toBeGreaterThanOrEqual(44)
    }
    expect(errors).toEqual([])
    expect([...outside]).toEqual([])
  })
})

describe('by the keys alone', () => {
  const openAt = onePage(atlas)
  const at = (page: Page, selector: string) =>
    page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector)
  const press = async (page: Page, selector: string, key = 'Enter') => {
    await page.locator(selector).first().focus()
    await page.keyboard.press(key)
  }

  it('reaches the result of a siting in two presses, and says once who is first', async () => {
    const { page } = await openAt('at=site&product=battery-tray&pin=106.5,29.4')
    await page.locator('.site-terms').first().waitFor()
    const said = page.locator('.announcer p')
    await said
      .filter({ hasText: /^47 处候选，第一.+，\d+ 分；我的图钉第 \d+，\d+ 分$/ })
      .first()
      .waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await at(page, '.site-results')
    // Rows of buttons are one stop each: the arrows move in them.
    await press(page, '.rail button[aria-current]', 'End')
    await at(page, '.rail button:last-of-type')
    await page.keyboard.press('ArrowDown')
    await at(page, '.rail button:first-of-type')
    expect(await page.locator('.rail button[tabindex="0"]').count()).toBe(1)
    const before = await said.last().innerText()
    await press(page, '.site-weight input[type="range"]', 'End')
    await said
      .last()
      .filter({ hasText: /^47 处候选/, hasNotText: before })
      .waitFor()
    // The same sentence is not said twice in a row.
    const all = await said.allInnerTexts()
    expect(all.filter((one, index) => one === all[index - 1])).toEqual([])
  })

  it('draws an area by the arrow keys, and takes one that is typed', async () => {
    const { page } = await openAt('at=site&product=battery-tray')
    await mapIdle(page)
    await page.locator('.site-group', { hasText: '候选地点' }).locator('summary').click()
    await press(page, '.site-group[open] .site-group-acts button')
    await at(page, '.map-frame canvas')
    const keys = ['Space', ...Array(4).fill('Shift+ArrowRight'), 'Space']
    for (const key of [...keys, ...Array(4).fill('Shift+ArrowDown'), 'Space', 'Enter']) {
      await page.keyboard.press(key)
    }
    await at(page, '.drawing .primary')
    const corners = page.locator('.site-corners textarea')
    expect((await corners.inputValue()).split('\n')).toHaveLength(3)
    await page.keyboard.press('Enter')
    await at(page, '.site-group[open] .site-group-acts button')
    await corners.fill('106.4, 29.4\n106.8, 29.4')
    await page.keyboard.press('Tab')
    await page.getByRole('alert').filter({ hasText: '2 个角点' }).waitFor()
    await corners.fill('106.4, 29.4\n106.8, 29.4\n106.8, 29.8\n106.4, 29.8')
    await page.keyboard.press('Tab')
    await expect.poll(() => new URL(page.url()).searchParams.get('ask')).toContain('106.8')
  })

  it('never loses the focus when what had it goes away', async () => {
    const { page } = await openAt('at=site&product=battery-tray&pin=106.5,29.4')
    await page.locator('.site-terms').first().waitFor()
    await press(page, '.site-chosen button')
    await at(page, '.site-picker input')
    await page.keyboard.type('电池托盘')
    await page.keyboard.press('Enter')
    await at(page, '.site-chosen button')
    await page.locator('.site-candidate-head button').first().waitFor()
    await press(page, '.site-candidate-head button')
    await at(page, '.site-candidate-head button[aria-disabled="true"]')
    await press(page, '.site-now button')
    await at(page, '.site-ask *')
    await press(page, '.site-ask .site-views button:nth-of-type(2)')
    await at(page, '.site-views button[aria-current]')
    await press(page, '.site-go button, .rail button:nth-of-type(3)')
    await at(page, '.rail button:nth-of-type(3), .compare *')
    await press(page, '.compare-letters button')
    await at(page, '.compare-letters button')
    await turnTo(page, 'view=stages')
    // A table of buttons is one stop of Tab, too.
    await press(page, '.stages-matrix tbody .stages-cell', 'ArrowRight')
    await at(page, '.stages-matrix tbody tr:first-child td:nth-of-type(3) .stages-cell')
    await page.keyboard.press('ArrowDown')
    await at(page, '.stages-matrix tbody tr:nth-of-type(2) td:nth-of-type(3) .stages-cell')
    expect(await page.locator('.stages-matrix [tabindex="0"]').count()).toBe(1)
    await press(page, '.stages-matrix tbody th button')
    await page.locator('.inspector .close').waitFor()
    await press(page, '.inspector .close')
    await at(page, '.stages-matrix tbody th button')
    await press(page, '.layout-views button:nth-of-type(1)')
    await at(page, '.layout-panel .layout-views button[aria-current]')
    await press(page, '.tools > button')
    await press(page, '.drawer .close')
    await at(page, '.tools > button')
    await press(page, '.network-chip')
    await press(page, '.network-panel .close')
    await at(page, '.network-chip')
    await press(page, '#more-page button:first-child')
    await press(page, '.keys > button')
    await at(page, '#more-page button:first-child')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('进展')
    await page.locator('.page-dialog [role=option]').first().waitFor()
    await page.keyboard.press('Enter')
    await at(page, '.rail *, .board *')
    await turnTo(page, 'at=progress&brief=500112')
    await press(page, '.brief-bar button')
    await at(page, '.board *')
  })

  it('keeps the buttons of the map above an open table', async () => {
    const { page } = await openAt('table=1')
    await page.locator('.drawer tbody tr').first().waitFor()
    const zoom = await page.locator('.map-zoom').boundingBox()
    const drawer = await page.locator('.drawer').boundingBox()
    expect((zoom?.y ?? 0) + (zoom?.height ?? 0)).toBeLessThanOrEqual(drawer?.y ?? 0)
  })
})
