// Everything the page says in Chinese; a new area is a file and a line here.

import { ask } from '#web/messages/zh-CN/ask.ts'
import { basemaps } from '#web/messages/zh-CN/basemaps.ts'
import { brief } from '#web/messages/zh-CN/brief.ts'
import { common } from '#web/messages/zh-CN/common.ts'
import { compare } from '#web/messages/zh-CN/compare.ts'
import { disruption } from '#web/messages/zh-CN/disruption.ts'
import { edit } from '#web/messages/zh-CN/edit.ts'
import { filters } from '#web/messages/zh-CN/filters.ts'
import { firms } from '#web/messages/zh-CN/firms.ts'
import { freight } from '#web/messages/zh-CN/freight.ts'
import { gaps } from '#web/messages/zh-CN/gaps.ts'
import { jit } from '#web/messages/zh-CN/jit.ts'
import { keys } from '#web/messages/zh-CN/keys.ts'
import { layout } from '#web/messages/zh-CN/layout.ts'
import { map } from '#web/messages/zh-CN/map.ts'
import { matrix } from '#web/messages/zh-CN/matrix.ts'
import { nearest } from '#web/messages/zh-CN/nearest.ts'
import { network } from '#web/messages/zh-CN/network.ts'
import { one } from '#web/messages/zh-CN/one.ts'
import { present } from '#web/messages/zh-CN/present.ts'
import { progress } from '#web/messages/zh-CN/progress.ts'
import { ranking } from '#web/messages/zh-CN/ranking.ts'
import { scenario } from '#web/messages/zh-CN/scenario.ts'
import { sensitivity } from '#web/messages/zh-CN/sensitivity.ts'
import { shell } from '#web/messages/zh-CN/shell.ts'
import { site } from '#web/messages/zh-CN/site.ts'
import { sourcing } from '#web/messages/zh-CN/sourcing.ts'
import { stages } from '#web/messages/zh-CN/stages.ts'
import { surface } from '#web/messages/zh-CN/surface.ts'

export const CHINESE = {
  surface,
  scenario,
  disruption,
  gaps,
  sourcing,
  ask,
  basemaps,
  shell,
  common,
  layout,
  map,
  filters,
  edit,
  jit,
  freight,
  keys,
  site,
  compare,
  present,
  progress,
  brief,
  firms,
  network,
  one,
  ranking,
  matrix,
  stages,
  sensitivity,
  nearest,
}
