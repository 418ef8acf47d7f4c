// Where do people's working data live, and how are they opened?
//
// DATA_DIR/atlas.gpkg is a copy of base.gpkg that people edit; base-merge.ts says what a newer base does,
// left-behind.ts what becomes of changes that a server which was killed has left beside it.
import { copyFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { HomeRegion } from '#geodata/model/region.ts'
import { putInPlace } from '#server/store/files/durable.ts'
import { RefusedFile, refusal } from '#server/store/refused-file.ts'
import { sweepBackups } from '#server/store/sqlite/backup.ts'
import { mergeBase } from '#server/store/sqlite/base-merge.ts'
import { openChecked } from '#server/store/sqlite/checked-file.ts'
import { registerFilterFunctions } from '#server/store/sqlite/filter-functions.ts'
import { followStandard } from '#server/store/sqlite/follow-standard.ts'
import { renewGeneration } from '#server/store/sqlite/generation.ts'
import { registerSpatialFunctions } from '#server/store/sqlite/geopackage.ts'
import { homeRegionOf } from '#server/store/sqlite/home-region.ts'
import { indexEditable } from '#server/store/sqlite/indexes.ts'
import { prepareJournal } from '#server/store/sqlite/journal.ts'
import {
  belongs,
  filesOf,
  pendingAt,
  setAside,
  withCopy,
} from '#server/store/sqlite/left-behind.ts'

export type WorkingCopy = { database: Database.Database; home: HomeRegion; file: string }

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

/** Nobody is served yet: at the start another program may be waited for. */
const START_PATIENCE_MILLISECONDS = 2000

/** Opens the working copy of a folder; throws RefusedFile when that cannot be done safely. */
export function openWorkingCopy(dataDir: string, say: (text: string) => void): WorkingCopy {
  const base = path.join(dataDir, 'base.gpkg')
  const file = path.join(dataDir, 'atlas.gpkg')
  const hasBase = existsSync(base)
  if (hasBase) openChecked(base, REBUILD, { readonly: true }).close()
  takeUp(file, say)
  if (!existsSync(file)) {
    if (!hasBase)
      throw new RefusedFile(`${base} is missing. ${REBUILD.en}\n缺少 ${base}。${REBUILD.zh}`)
    copyBase(base, file)
    say(
      `${file} was not there: a new database was made from ${base}, without any edit. Where there should be edits, stop the server and put a backup in its place.\n未找到 ${file}：已由 ${base} 新建数据库，不含任何编辑。如本应有编辑，请停止服务并换回备份。`,
    )
  }
  const database = openChecked(file, SET_ASIDE, { timeout: START_PATIENCE_MILLISECONDS })
  try {
    database.pragma('journal_mode = WAL')
    // What was acknowledged is on the disk.
    database.pragma('synchronous = FULL')
    registerSpatialFunctions(database)
    registerFilterFunctions(database)
    followStandard(database)
    database.transaction(() => prepareJournal(database)).immediate()
    if (hasBase) mergeBase(database, base)
    indexEditable(database)
    const home = homeRegionOf(database)
    if (!home) throw refusal(file, NO_REGION, REBUILD)
    sweepBackups(file)
    renewGeneration(database, file)
    // From now on nobody waits in the database, and everybody else behind him.
    database.pragma('busy_timeout = 0')
    return { database, home, file }
  } catch (error) {
    database.close()
    throw unwritable(file, error) ?? error
  }
}

/** The working copy for a thread beside the server that has it open. */
export function openBeside(dataDir: string): WorkingCopy {
  const file = path.join(dataDir, 'atlas.gpkg')
  const database = new Database(file, { readonly: true, fileMustExist: true })
  registerFilterFunctions(database)
  const home = homeRegionOf(database)
  if (!home) throw refusal(file, NO_REGION, REBUILD)
  return { database, home, file }
}

/** Judges what a server that was killed has left, on a copy, and sets aside what belongs to another file. */
function takeUp(file: string, say: (text: string) => void): void {
  const pending = pendingAt(file)
  if (pending.length === 0) return
  const isOwn = belongs(file)
  if (existsSync(file)) {
    withCopy(file, isOwn ? pending : [], (copied) =>
      openChecked(copied, SET_ASIDE, {}, filesOf(file)).close(),
    )
  }
  if (isOwn) return
  const aside = setAside(file)
  say(
    `${pending.join(', ')} did not belong to ${file}: another database wrote that, which no longer lies there. It was set aside with what goes with it as ${aside.join(', ')}; ${file} is taken as it is.\n${pending.join('、')} 不属于 ${file}：由已不在此处的另一个数据库写成。已连同附属文件移为 ${aside.join('、')}；${file} 按原样启用。`,
  )
}

/** Under another name first: a copy that is cut short never passes for the database. */
function copyBase(base: string, file: string): void {
  try {
    copyFileSync(base, `${file}.copying`)
    putInPlace(`${file}.copying`, file)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw refusal(base, { en: `it cannot be copied (${why})`, zh: `无法复制（${why}）` }, WRITABLE)
  }
}

/** Missing rights, a full disk or a lock, said as such; null for anything else. */
function unwritable(file: string, error: unknown): RefusedFile | null {
  const isKnown =
    /SQLITE_(READONLY|CANTOPEN|BUSY|FULL|IOERR)|^E(NOSPC|DQUOT|ACCES|PERM|ROFS)$/.test(
      String(Object(error).code),
    )
  if (!isKnown || !(error instanceof Error)) return null
  const why = { en: `it cannot be written (${error.message})`, zh: `无法写入（${error.message}）` }
  return refusal(file, why, WRITABLE)
}
