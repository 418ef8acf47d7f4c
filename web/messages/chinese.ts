// Everything the page says in Chinese; a new area is a file and a line here.

import { basemaps } from '#web/messages/zh-CN/basemaps.ts'
import { brief } from '#web/messages/zh-CN/brief.ts'
import { common } from '#web/messages/zh-CN/common.ts'
import { compare } from '#web/messages/zh-CN/compare.ts'
import { disruption } from '#web/messages/zh-CN/disruption.ts'
import { editor } from '#web/messages/zh-CN/editor.ts'
import { filters } from '#web/messages/zh-CN/filters.ts'
import { firms } from '#web/messages/zh-CN/firms.ts'
import { freight } from '#web/messages/zh-CN/freight.ts'
import { gaps } from '#web/messages/zh-CN/gaps.ts'
import { keys } from '#web/messages/zh-CN/keys.ts'
import { layout } from '#web/messages/zh-CN/layout.ts'
import { map } from '#web/messages/zh-CN/map.ts'
import { matrix } from '#web/messages/zh-CN/matrix.ts'
import { nearest } from '#web/messages/zh-CN/nearest.ts'
import { network } from '#web/messages/zh-CN/network.ts'
import { parkIndex } from '#web/messages/zh-CN/park-index.ts'
import { present } from '#web/messages/zh-CN/present.ts'
import { print } from '#web/messages/zh-CN/print.ts'
import { progress } from '#web/messages/zh-CN/progress.ts'
import { question } from '#web/messages/zh-CN/question.ts'
import { refusals } from '#web/messages/zh-CN/refusals.ts'
import { scenarios } from '#web/messages/zh-CN/scenarios.ts'
import { sensitivity } from '#web/messages/zh-CN/sensitivity.ts'
import { shell } from '#web/messages/zh-CN/shell.ts'
import { site } from '#web/messages/zh-CN/site.ts'
import { sources } from '#web/messages/zh-CN/sources.ts'
import { sourcing } from '#web/messages/zh-CN/sourcing.ts'
import { stages } from '#web/messages/zh-CN/stages.ts'
import { stated } from '#web/messages/zh-CN/stated.ts'
import { surface } from '#web/messages/zh-CN/surface.ts'
import { tasks } from '#web/messages/zh-CN/tasks.ts'
import { vehiclePark } from '#web/messages/zh-CN/vehicle-park.ts'
import { windows } from '#web/messages/zh-CN/windows.ts'

export const CHINESE = {
  surface,
  tasks,
  refusals,
  scenarios,
  disruption,
  gaps,
  sources,
  sourcing,
  question,
  basemaps,
  shell,
  common,
  layout,
  map,
  filters,
  editor,
  windows,
  freight,
  keys,
  site,
  compare,
  present,
  print,
  progress,
  brief,
  firms,
  network,
  vehiclePark,
  parkIndex,
  matrix,
  stages,
  stated,
  sensitivity,
  nearest,
}
