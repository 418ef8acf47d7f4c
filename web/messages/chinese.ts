// What the page says in Chinese from the first; a new area of what comes at once is a file and a line here.
import { basemaps } from '#web/messages/zh-CN/basemaps.ts'
import { common } from '#web/messages/zh-CN/common.ts'
import { designation } from '#web/messages/zh-CN/designation.ts'
import { editor } from '#web/messages/zh-CN/editor.ts'
import { filters } from '#web/messages/zh-CN/filters.ts'
import { keys } from '#web/messages/zh-CN/keys.ts'
import { layout } from '#web/messages/zh-CN/layout.ts'
import { map } from '#web/messages/zh-CN/map.ts'
import { network } from '#web/messages/zh-CN/network.ts'
import { print } from '#web/messages/zh-CN/print.ts'
import { question } from '#web/messages/zh-CN/question.ts'
import { refusals } from '#web/messages/zh-CN/refusals.ts'
import { shell } from '#web/messages/zh-CN/shell.ts'
import { site } from '#web/messages/zh-CN/site.ts'
import { sources } from '#web/messages/zh-CN/sources.ts'
import { stated } from '#web/messages/zh-CN/stated.ts'

export const CHINESE = {
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
