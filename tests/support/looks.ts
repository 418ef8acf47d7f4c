// Which states of the page are looked at in which languages, themes and sizes.
//
// What a state needs to be seen whole is opened once; then only language and theme change, so that a
// look costs no visit. Each state is seen in both languages and both themes at a desk, on a phone or both.
import type { Page } from 'playwright-core'
import type { ImportStepId } from '#web/state/view/imported.ts'

export type Look = readonly [lang: 'zh-CN' | 'en', theme: 'light' | 'dark']

/** Stands in a query for the id of a small import (small-import.ts) that is looked at. */
export const OF_IMPORT = '{import}'

export type State = {
  query: string
  /** Is there when the state is. */
  ready: string
  desk?: readonly Look[]
  phone?: readonly Look[]
  /** What a person opens first. */
  open?: (page: Page) => Promise<void>
  /** Other parts to look at, one after the other, in every look. */
  dialogs?: readonly { open: (page: Page) => Promise<void>; part: string }[]
  /** What must not be wider than a phone. */
  fits?: string
  /** What a finger must be able to hit. */
  target?: string
  hasMap?: true
}

const LIGHT: Look = ['zh-CN', 'light']
const DARK: Look = ['zh-CN', 'dark']
const EN_LIGHT: Look = ['en', 'light']
const EN_DARK: Look = ['en', 'dark']
/** Each language once, each theme once. */
const BOTH = [LIGHT, EN_DARK]

const click = (selector: string) => (page: Page) => page.locator(selector).first().click()
const opened = (selector: string, shown: string) => async (page: Page) => {
  await page.locator(selector).first().click()
  await page.locator(shown).first().waitFor()
}

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('bs')
  await page.locator('.page-dialog [role=option]').first().waitFor()
}

async function openKeys(page: Page): Promise<void> {
  await page.locator('.rail').click({ position: { x: 2, y: 2 } })
  await page.keyboard.press('?')
  await page.locator('.keys').waitFor()
}

function importAt(step: ImportStepId, ready: string): State {
  return {
    query: `view=import&import=${OF_IMPORT}:${step}`,
    ready,
    desk: BOTH,
    phone: [EN_DARK],
    fits: '.layout-board',
    target: '.import-steps button',
  }
}

const SITED = 'at=site&product=battery-tray&pin=106.5,29.4'
const COMPARED = 'at=compare&product=battery-tray&compare=CQ-V04,CQ-V02'

/** States with a map first, so that one map is drawn for all of them. */
export const STATES: readonly State[] = [
  {
    query: 'sel=parks/CQ-N01',
    ready: '.inspector h2',
    desk: [LIGHT, EN_DARK],
    phone: [LIGHT],
    hasMap: true,
  },
  { query: 'fill=gaps&year=2023', ready: '.fill-legend:visible', desk: [LIGHT], hasMap: true },
  {
    query: 'fill=minutes&sel=parks/CQ-N01',
    ready: '.inspector h2',
    desk: [EN_DARK],
    hasMap: true,
  },
  { query: 'fill=firms&size=area', ready: '.layout-panel', phone: [DARK], hasMap: true },
  {
    query: 'systems=power&districts=500120&table=1',
    ready: '.drawer tbody tr',
    desk: [LIGHT, EN_LIGHT],
    phone: [EN_DARK, DARK],
    hasMap: true,
    dialogs: [
      { open: openPalette, part: '.page-dialog' },
      { open: openKeys, part: '.page-dialog' },
    ],
  },
  { query: 'at=site', ready: '.site-picker', desk: [LIGHT, EN_LIGHT] },
  { query: 'at=present', ready: '.panel h1', desk: [LIGHT, EN_LIGHT] },
  { query: `${SITED}&everywhere=1`, ready: '.surface-best li', desk: [EN_DARK] },
  { query: SITED, ready: '.site-terms', desk: [EN_DARK], phone: [LIGHT] },
  { query: COMPARED, ready: '.compare-score', desk: [LIGHT], phone: [EN_DARK] },
  {
    query: 'at=compare&product=battery-tray&compare=GONE-1,GONE-2',
    ready: '.compare-empty',
    desk: [EN_LIGHT],
    phone: [DARK],
  },
  {
    query: 'at=site&product=cockpit-display&site=sensitivity',
    ready: '.sensitivity-axes li[data-criterion]',
    desk: BOTH,
    phone: [EN_DARK],
    open: (page) => page.locator('.sensitivity-pairs > button').click(),
    fits: '.site-board',
  },
  {
    query: 'at=site&product=cockpit-display&site=nearest',
    ready: '.nearest-table tbody tr',
    desk: BOTH,
    phone: [EN_DARK],
    fits: '.site-board',
  },
  {
    query: 'at=site&product=brake-by-wire&site=gaps',
    ready: '.gaps-list > li',
    desk: BOTH,
    phone: [EN_DARK],
    fits: '.site-board',
  },
  {
    query: 'at=site&product=brake-by-wire&site=sourcing',
    ready: '.rate-table',
    desk: BOTH,
    phone: [EN_DARK],
    fits: '.site-board',
  },
  { query: 'at=site&product=battery-tray&site=windows', ready: '.windows table', desk: BOTH },
  {
    query: 'at=site&product=battery-tray&site=disruption',
    ready: '.rate-table',
    desk: BOTH,
  },
  { query: 'view=changes', ready: '.changes h1', desk: BOTH },
  {
    query: 'view=import',
    ready: '.import-kept h2',
    desk: BOTH,
    phone: [LIGHT],
    fits: '.layout-board',
    target: '.import-file',
  },
  importAt('file', '.import-facts'),
  importAt('columns', '.import-columns tbody tr'),
  importAt('coordinates', '.import-systems tbody tr'),
  importAt('rows', '.import-table[data-verdict=refused] tbody'),
  importAt('writing', '.import-main .import-title'),
  { query: 'at=progress&brief=500112', ready: '.brief-sheet', desk: BOTH },
  {
    query: 'view=vehicle-park&one=CQ-V02',
    ready: '.one-table .figure-button',
    desk: BOTH,
    phone: [LIGHT],
    open: opened('.one-table .figure-button', '.one-timed'),
    fits: '.layout-board',
    target: '.one-strip button',
  },
  {
    query: 'view=index',
    ready: '.index-row',
    desk: BOTH,
    phone: [LIGHT],
    open: opened('.index-row', '.index-terms'),
    fits: '.layout-board',
    target: '.index-row',
  },
  {
    query: 'view=stages',
    ready: '.stages-cell',
    desk: BOTH,
    phone: [LIGHT],
    open: opened('.stages-cell', '.stages-evidence'),
    fits: '.layout-board',
    target: '.stages-cell',
  },
  {
    query: 'view=firms',
    ready: '.firms-group, .firms-stage',
    desk: BOTH,
    phone: [LIGHT],
    fits: '.layout-board',
  },
  { query: 'view=matrix&matrix=open:v2x', ready: '.matrix-scroll table', desk: BOTH },
  {
    query: 'view=matrix',
    ready: '.matrix-scroll table, .matrix-list',
    desk: BOTH,
    open: opened('tr[data-row="e_drive"] [data-column="CQ-N01"]', '.matrix-firms'),
  },
  {
    query: 'at=progress',
    ready: '.progress-table',
    desk: [EN_DARK],
    phone: [LIGHT],
    fits: '.board',
  },
  {
    query: 'at=progress&by=city',
    ready: '.progress-open',
    desk: BOTH,
    open: opened('.progress-open', '.progress-all'),
  },
  {
    query: 'at=progress&by=districts',
    ready: '.district-card',
    desk: BOTH,
    phone: [LIGHT],
    open: click('.twin summary'),
    fits: '.board',
  },
]
