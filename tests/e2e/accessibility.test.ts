// Does axe find nothing wrong with any state of the page, and does each fit where it is looked at?

import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axeFinds, mapIdle, type Visit, visit } from '#scripts/running-atlas.ts'
import { sharedAtlas, turnTo } from '#tests/support/browsing.ts'
import { type Look, STATES, type State } from '#tests/support/looks.ts'

const atlas = sharedAtlas()

const SIZES = {
  desk: { width: 1280, height: 844 },
  phone: { width: 390, height: 844 },
} as const

async function show(
  page: Page,
  { query, ready, hasMap }: State,
  [lang, theme]: Look,
): Promise<void> {
  await turnTo(page, `${query}&lang=${lang}&theme=${theme}`)
  await page.locator(`html[lang="${lang}"][data-theme="${theme}"]`).waitFor()
  await page.locator(ready).first().waitFor()
  await page.waitForLoadState('networkidle')
  if (hasMap) await mapIdle(page)
}

async function lookAt(page: Page, state: State, looks: readonly Look[]): Promise<void> {
  for (const [index, look] of looks.entries()) {
    await show(page, state, look)
    if (index === 0) await state.open?.(page)
    expect(await axeFinds(page), look.join()).toEqual([])
    for (const { open, part } of state.dialogs ?? []) {
      await open(page)
      expect(await axeFinds(page, part), `${look.join()} ${part}`).toEqual([])
      await close(page, part)
    }
  }
}

async function close(page: Page, dialog: string): Promise<void> {
  await page.keyboard.press('Escape')
  // The first may only empty what was typed.
  if (await page.locator(dialog).isVisible()) await page.keyboard.press('Escape')
  await page.locator(dialog).waitFor({ state: 'hidden' })
}

describe.each(['desk', 'phone'] as const)('at a %s', (size) => {
  const states = STATES.flatMap((state) => (state[size] ? [{ ...state, looks: state[size] }] : []))
  let visited: Visit
  it.for(states)('leaves axe nothing to find: $query', async (state) => {
    visited ??= await visit(atlas.browser, `${atlas.origin}/?at=progress`, {
      viewport: SIZES[size],
    })
    const { page, errors, outside } = visited
    await lookAt(page, state, state.looks)
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
