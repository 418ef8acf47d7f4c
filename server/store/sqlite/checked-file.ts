// Is this file one of ours, and whole? Asked before a single byte of it is written.
import Database from 'better-sqlite3'
import { RefusedFile, refusal } from '#server/store/refused-file.ts'

const GEOPACKAGE = 0x47504b47

/** Opens a GeoPackage of Park Atlas, or refuses it and leaves it as it is. */
export function openChecked(
  file: string,
  remedy: { en: string; zh: string },
  options: Database.Options = {},
): Database.Database {
  let database: Database.Database | undefined
  try {
    database = new Database(file, { fileMustExist: true, ...options })
    const fault = faultOf(database)
    if (!fault) return database
    throw refusal(file, fault, remedy)
  } catch (error) {
    database?.close()
    if (error instanceof RefusedFile) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw refusal(file, { en: why, zh: `打不开（${why}）` }, remedy)
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
  const found = database.pragma('quick_check(1)', { simple: true })
  return found === 'ok' ? null : { en: `it is damaged (${found})`, zh: `文件已损坏（${found}）` }
}
