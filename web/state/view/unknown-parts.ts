// Which parts of an address does the page not know? They are named to the user, and left out.
//
// Ids of things and of networks are looked up where their lists are; here are the words of the page itself.

import { PLAN_YEARS } from '#geodata/analysis/shown/in-year.ts'
import { LAYERS } from '#geodata/contract/collections.ts'
import { PARK_SIZE_IDS } from '#web/state/view/park-size.ts'
import {
  decodeView,
  LAYOUT_VIEWS,
  PROGRESS_BOARDS,
  SITE_ORDERS,
  SITE_VIEWS,
  type View,
  WORKSPACES,
} from '#web/state/view/view.ts'

/** A part as it stands in the address: fill=xyz. */
export type AddressPart = { name: string; value: string }

const WORDS: Readonly<Record<string, readonly string[]>> = {
  at: WORKSPACES,
  view: LAYOUT_VIEWS,
  site: SITE_VIEWS,
  lang: ['zh-CN', 'en'],
  theme: ['light', 'dark'],
  size: PARK_SIZE_IDS,
  year: PLAN_YEARS.map(String),
  order: SITE_ORDERS,
  by: PROGRESS_BOARDS,
  hide: LAYERS,
}

/** Parts that are no word of a list, and what they become in the view. */
const READ: Readonly<Record<string, (view: View) => unknown>> = {
  map: ({ camera }) => camera,
  pin: ({ pin }) => pin,
  sel: ({ selection }) => selection,
}

export function unknownParts(search: string): AddressPart[] {
  const query = new URLSearchParams(search)
  const view = decodeView(search)
  const words = Object.entries(WORDS).flatMap(([name, known]) =>
    (query.get(name) ?? '')
      .split(',')
      .filter((value) => value && !known.includes(value))
      .map((value) => ({ name, value })),
  )
  const unread = Object.entries(READ).flatMap(([name, readIn]) => {
    const value = query.get(name)
    return value && readIn(view) === null ? [{ name, value }] : []
  })
  // A link that was cut behind its name: without a number there is no comparison to open.
  const cut = query.get('comparison') === '' ? [{ name: 'comparison', value: '' }] : []
  return [...words, ...unread, ...cut]
}
