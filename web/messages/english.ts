// Everything the page says in English.

import { ask } from '#web/messages/en/ask.ts'
import { basemaps } from '#web/messages/en/basemaps.ts'
import { brief } from '#web/messages/en/brief.ts'
import { common } from '#web/messages/en/common.ts'
import { compare } from '#web/messages/en/compare.ts'
import { disruption } from '#web/messages/en/disruption.ts'
import { edit } from '#web/messages/en/edit.ts'
import { filters } from '#web/messages/en/filters.ts'
import { firms } from '#web/messages/en/firms.ts'
import { freight } from '#web/messages/en/freight.ts'
import { gaps } from '#web/messages/en/gaps.ts'
import { jit } from '#web/messages/en/jit.ts'
import { keys } from '#web/messages/en/keys.ts'
import { layout } from '#web/messages/en/layout.ts'
import { map } from '#web/messages/en/map.ts'
import { matrix } from '#web/messages/en/matrix.ts'
import { nearest } from '#web/messages/en/nearest.ts'
import { network } from '#web/messages/en/network.ts'
import { one } from '#web/messages/en/one.ts'
import { present } from '#web/messages/en/present.ts'
import { progress } from '#web/messages/en/progress.ts'
import { ranking } from '#web/messages/en/ranking.ts'
import { scenario } from '#web/messages/en/scenario.ts'
import { sensitivity } from '#web/messages/en/sensitivity.ts'
import { shell } from '#web/messages/en/shell.ts'
import { site } from '#web/messages/en/site.ts'
import { sourcing } from '#web/messages/en/sourcing.ts'
import { stages } from '#web/messages/en/stages.ts'
import { surface } from '#web/messages/en/surface.ts'
import type { Texts } from '#web/messages/index.ts'

/** English must say everything that Chinese says. */
export const ENGLISH: Texts = {
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
