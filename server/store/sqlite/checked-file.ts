// Is this file one of ours, and whole? Asked before a single byte of it is written.
import Database from 'better-sqlite3'
import { RefusedFile, refusal } from '#server/store/refused-file.ts'

const GEOPACKAGE = 0x47504b47
/** The first version of the standard that this program may not be able to read. */
const GEOPACKAGE_BEYOND = 20_000
/** Raised when a file is no longer what earlier versions of Park Atlas can work with. */
export const FILE_FORMAT = 1

/** Opens a GeoPackage of Park Atlas, or refuses it, or what it is a copy of, and leaves that as it is. */
export function openChecked(
  file: string,
  remedy: { en: string; zh: string },
  options: Database.Options = {},
  named: readonly string[] = [file],
): Database.Database {
  let database: Database.Database | undefined
  try {
    database = new Database(file, { fileMustExist: true, ...options })
    const fault = faultOf(database)
    if (!fault) return database
    throw refusal(named, fault, remedy)
  } catch (error) {
    database?.close()
    if (error instanceof RefusedFile) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw refusal(named, { en: why, zh: `打不开（${why}）` }, remedy)
  }
}

function faultOf(database: Database.Database): { en: string; zh: string } | null {
  const ours =
    database.pragma('application_id', { simple: true }) === GEOPACKAGE &&
    database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'dataset'`).get()
  if (!ours) {
    return {
      en: 'it is not a database of Park Atlas (a GeoPackage with a table “dataset” is expected)',
      zh: '不是园链图的数据库（应为含 dataset 表的 GeoPackage）',
    }
  }
  const newer = newerFormat(database)
  if (newer) return newer
  const found = database.pragma('quick_check(1)', { simple: true })
  return found === 'ok' ? null : { en: `it is damaged (${found})`, zh: `文件已损坏（${found}）` }
}

/** What a later Park Atlas, or a later standard, has made of the file is not for this version to write over. */
function newerFormat(database: Database.Database): { en: string; zh: string } | null {
  const format = Number(
    database.prepare(`SELECT value FROM dataset WHERE key = 'format'`).pluck().get() ?? FILE_FORMAT,
  )
  const standard = Number(database.pragma('user_version', { simple: true }))
  if (format <= FILE_FORMAT && standard < GEOPACKAGE_BEYOND) return null
  const came = `${format}, GeoPackage ${standard}`
  const known = `${FILE_FORMAT}, GeoPackage < ${GEOPACKAGE_BEYOND}`
  return {
    en: `a newer version of Park Atlas wrote it (format ${came} came; ${known} was expected); start that version`,
    zh: `由更新版本的园链图写成（格式 ${came}；应为 ${known}），请启动该版本`,
  }
}
