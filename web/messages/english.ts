// Everything the page says in English.

import { basemaps } from '#web/messages/en/basemaps.ts'
import { brief } from '#web/messages/en/brief.ts'
import { common } from '#web/messages/en/common.ts'
import { compare } from '#web/messages/en/compare.ts'
import { disruption } from '#web/messages/en/disruption.ts'
import { editor } from '#web/messages/en/editor.ts'
import { filters } from '#web/messages/en/filters.ts'
import { firms } from '#web/messages/en/firms.ts'
import { freight } from '#web/messages/en/freight.ts'
import { gaps } from '#web/messages/en/gaps.ts'
import { keys } from '#web/messages/en/keys.ts'
import { layout } from '#web/messages/en/layout.ts'
import { map } from '#web/messages/en/map.ts'
import { matrix } from '#web/messages/en/matrix.ts'
import { nearest } from '#web/messages/en/nearest.ts'
import { network } from '#web/messages/en/network.ts'
import { parkIndex } from '#web/messages/en/park-index.ts'
import { present } from '#web/messages/en/present.ts'
import { print } from '#web/messages/en/print.ts'
import { progress } from '#web/messages/en/progress.ts'
import { question } from '#web/messages/en/question.ts'
import { refusals } from '#web/messages/en/refusals.ts'
import { scenarios } from '#web/messages/en/scenarios.ts'
import { sensitivity } from '#web/messages/en/sensitivity.ts'
import { shell } from '#web/messages/en/shell.ts'
import { site } from '#web/messages/en/site.ts'
import { sources } from '#web/messages/en/sources.ts'
import { sourcing } from '#web/messages/en/sourcing.ts'
import { stages } from '#web/messages/en/stages.ts'
import { stated } from '#web/messages/en/stated.ts'
import { surface } from '#web/messages/en/surface.ts'
import { tasks } from '#web/messages/en/tasks.ts'
import { vehiclePark } from '#web/messages/en/vehicle-park.ts'
import { windows } from '#web/messages/en/windows.ts'
import type { Texts } from '#web/messages/texts.ts'

/** English must say everything that Chinese says. */
export const ENGLISH: Texts = {
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
