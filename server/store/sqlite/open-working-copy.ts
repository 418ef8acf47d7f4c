// Where do people's working data live, and how are they opened?
//
// DATA_DIR/atlas.gpkg is a copy of base.gpkg that people edit; base-merge.ts says what a newer base does.
import { copyFileSync, existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import type Database from 'better-sqlite3'
import type { HomeRegion } from '#geodata/model/region.ts'
import { RefusedFile, refusal } from '#server/store/refused-file.ts'
import { mergeBase } from '#server/store/sqlite/base-merge.ts'
import { openChecked } from '#server/store/sqlite/checked-file.ts'
import { followStandard } from '#server/store/sqlite/follow-standard.ts'
import { registerSpatialFunctions } from '#server/store/sqlite/geopackage.ts'
import { homeRegionOf } from '#server/store/sqlite/home-region.ts'
import { indexEditable } from '#server/store/sqlite/indexes.ts'
import { prepareJournal } from '#server/store/sqlite/journal.ts'

const REBUILD = { en: 'Run `npm run geodata`.', zh: '请运行 `npm run geodata`。' }
const NO_REGION = {
  en: 'it does not say which region it is of',
  zh: '未写明所属区域',
}
const WRITABLE = {
  en: 'DATA_DIR must be a folder that the server, and only one, may write to.',
  zh: 'DATA_DIR 须为仅供一个服务器写入的文件夹。',
}
const SET_ASIDE = {
  en: 'Put a backup in its place, or move it away to start anew from base.gpkg.',
  zh: '请换回备份，或将其移走以便从 base.gpkg 重新开始。',
}

/** Opens the working copy of a folder; throws RefusedFile when that cannot be done safely. */
export function openWorkingCopy(dataDir: string): {
  database: Database.Database
  home: HomeRegion
} {
  const base = path.join(dataDir, 'base.gpkg')
  const file = path.join(dataDir, 'atlas.gpkg')
  const hasBase = existsSync(base)
  if (hasBase) openChecked(base, REBUILD, { readonly: true }).close()
  if (!existsSync(file)) {
    if (!hasBase)
      throw new RefusedFile(`${base} is missing. ${REBUILD.en}\n缺少 ${base}。${REBUILD.zh}`)
    copyBase(base, file)
  }
  const database = openChecked(file, SET_ASIDE)
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('busy_timeout = 5000')
    registerSpatialFunctions(database)
    followStandard(database)
    database.transaction(() => prepareJournal(database)).immediate()
    if (hasBase) mergeBase(database, base)
    indexEditable(database)
    const home = homeRegionOf(database)
    if (!home) throw refusal(file, NO_REGION, REBUILD)
    return { database, home }
  } catch (error) {
    database.close()
    throw unwritable(file, error) ?? error
  }
}

/** Under another name first: a copy that is cut short never passes for the database. */
function copyBase(base: string, file: string): void {
  try {
    copyFileSync(base, `${file}.copying`)
    renameSync(`${file}.copying`, file)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw refusal(base, { en: `it cannot be copied (${why})`, zh: `无法复制（${why}）` }, WRITABLE)
  }
}

/** Missing rights, a full disk or a lock, said as such; null for anything else. */
function unwritable(file: string, error: unknown): RefusedFile | null {
  const isKnown = /SQLITE_(READONLY|CANTOPEN|BUSY|FULL|IOERR)/.test(String(Object(error).code))
  if (!isKnown || !(error instanceof Error)) return null
  const why = { en: `it cannot be written (${error.message})`, zh: `无法写入（${error.message}）` }
  return refusal(file, why, WRITABLE)
}
