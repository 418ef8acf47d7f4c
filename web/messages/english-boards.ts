// What boards and workspaces that come later say in English; a new one is a file and a line here.

import { author } from '#web/messages/en/author.ts'
import { away } from '#web/messages/en/away.ts'
import { brief } from '#web/messages/en/brief.ts'
import { compare } from '#web/messages/en/compare.ts'
import { disruption } from '#web/messages/en/disruption.ts'
import { document } from '#web/messages/en/document.ts'
import { firms } from '#web/messages/en/firms.ts'
import { freight } from '#web/messages/en/freight.ts'
import { gaps } from '#web/messages/en/gaps.ts'
import { given } from '#web/messages/en/given.ts'
import { imports } from '#web/messages/en/imports.ts'
import { matrix } from '#web/messages/en/matrix.ts'
import { nearest } from '#web/messages/en/nearest.ts'
import { parkIndex } from '#web/messages/en/park-index.ts'
import { pictures } from '#web/messages/en/pictures.ts'
import { pool } from '#web/messages/en/pool.ts'
import { present } from '#web/messages/en/present.ts'
import { progress } from '#web/messages/en/progress.ts'
import { provenance } from '#web/messages/en/provenance.ts'
import { questionnaire } from '#web/messages/en/questionnaire.ts'
import { records } from '#web/messages/en/records.ts'
import { report } from '#web/messages/en/report.ts'
import { scenarios } from '#web/messages/en/scenarios.ts'
import { sensitivity } from '#web/messages/en/sensitivity.ts'
import { share } from '#web/messages/en/share.ts'
import { sourcing } from '#web/messages/en/sourcing.ts'
import { stages } from '#web/messages/en/stages.ts'
import { surface } from '#web/messages/en/surface.ts'
import { tasks } from '#web/messages/en/tasks.ts'
import { together } from '#web/messages/en/together.ts'
import { vehiclePark } from '#web/messages/en/vehicle-park.ts'
import { whatIf } from '#web/messages/en/what-if.ts'
import { windows } from '#web/messages/en/windows.ts'
import type { BoardTexts } from '#web/messages/texts.ts'

export const ENGLISH_BOARDS: BoardTexts = {
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
