// What the page says in English from the first; a new area of what comes at once is a file and a line here.

import { basemaps } from '#web/messages/en/basemaps.ts'
import { common } from '#web/messages/en/common.ts'
import { designation } from '#web/messages/en/designation.ts'
import { editor } from '#web/messages/en/editor.ts'
import { filters } from '#web/messages/en/filters.ts'
import { keys } from '#web/messages/en/keys.ts'
import { layout } from '#web/messages/en/layout.ts'
import { map } from '#web/messages/en/map.ts'
import { network } from '#web/messages/en/network.ts'
import { print } from '#web/messages/en/print.ts'
import { question } from '#web/messages/en/question.ts'
import { refusals } from '#web/messages/en/refusals.ts'
import { shell } from '#web/messages/en/shell.ts'
import { site } from '#web/messages/en/site.ts'
import { sources } from '#web/messages/en/sources.ts'
import { stated } from '#web/messages/en/stated.ts'
import type { FirstTexts } from '#web/messages/texts.ts'

export const ENGLISH: FirstTexts = {
  refusals,
  sources,
  question,
  basemaps,
  shell,
  common,
  layout,
  map,
  filters,
  editor,
  keys,
  site,
  print,
  network,
  designation,
  stated,
}
