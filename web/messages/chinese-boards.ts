// What boards and workspaces that come later say in Chinese; a new one is a file and a line here.

import { author } from '#web/messages/zh-CN/author.ts'
import { away } from '#web/messages/zh-CN/away.ts'
import { brief } from '#web/messages/zh-CN/brief.ts'
import { compare } from '#web/messages/zh-CN/compare.ts'
import { disruption } from '#web/messages/zh-CN/disruption.ts'
import { document } from '#web/messages/zh-CN/document.ts'
import { firms } from '#web/messages/zh-CN/firms.ts'
import { freight } from '#web/messages/zh-CN/freight.ts'
import { gaps } from '#web/messages/zh-CN/gaps.ts'
import { given } from '#web/messages/zh-CN/given.ts'
import { imports } from '#web/messages/zh-CN/imports.ts'
import { matrix } from '#web/messages/zh-CN/matrix.ts'
import { nearest } from '#web/messages/zh-CN/nearest.ts'
import { parkIndex } from '#web/messages/zh-CN/park-index.ts'
import { pictures } from '#web/messages/zh-CN/pictures.ts'
import { pool } from '#web/messages/zh-CN/pool.ts'
import { present } from '#web/messages/zh-CN/present.ts'
import { progress } from '#web/messages/zh-CN/progress.ts'
import { provenance } from '#web/messages/zh-CN/provenance.ts'
import { questionnaire } from '#web/messages/zh-CN/questionnaire.ts'
import { records } from '#web/messages/zh-CN/records.ts'
import { report } from '#web/messages/zh-CN/report.ts'
import { scenarios } from '#web/messages/zh-CN/scenarios.ts'
import { sensitivity } from '#web/messages/zh-CN/sensitivity.ts'
import { share } from '#web/messages/zh-CN/share.ts'
import { sourcing } from '#web/messages/zh-CN/sourcing.ts'
import { stages } from '#web/messages/zh-CN/stages.ts'
import { surface } from '#web/messages/zh-CN/surface.ts'
import { tasks } from '#web/messages/zh-CN/tasks.ts'
import { together } from '#web/messages/zh-CN/together.ts'
import { vehiclePark } from '#web/messages/zh-CN/vehicle-park.ts'
import { whatIf } from '#web/messages/zh-CN/what-if.ts'
import { windows } from '#web/messages/zh-CN/windows.ts'

export const CHINESE_BOARDS = {
  surface,
  tasks,
  together,
  progress,
  document,
  scenarios,
  disruption,
  gaps,
  sourcing,
  windows,
  freight,
  compare,
  pictures,
  whatIf,
  records,
  report,
  share,
  present,
  author,
  given,
  away,
  brief,
  firms,
  parkIndex,
  imports,
  matrix,
  stages,
  sensitivity,
  pool,
  provenance,
  questionnaire,
  nearest,
  vehiclePark,
}
