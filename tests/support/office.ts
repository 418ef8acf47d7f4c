// LibreOffice as a witness: what stands in the sheets of a workbook after it has worked them out itself?
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import type { TestContext } from 'vitest'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

/** Works out every formula anew: by itself it would believe the results that the file brings along. */
const RECALCULATES = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

/** Every sheet to a file of its own: commas, quotes, UTF-8, cells with all their digits. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'

/** Sheet by name, row by row; skipped, and said so, where LibreOffice is not installed. */
export function sheetsByOffice(
  context: TestContext,
  workbook: Uint8Array,
): Map<string, readonly string[][]> {
  const folder = convertedByOffice(context, workbook, EVERY_SHEET)
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [name.slice('book-'.length, -'.csv'.length), rowsOf(path.join(folder, name))]),
  )
}

/** The workbook as LibreOffice saves it again; skipped as above. */
export function savedByOffice(context: TestContext, workbook: Uint8Array): Uint8Array<ArrayBuffer> {
  const folder = convertedByOffice(context, workbook, 'xlsx:Calc MS Excel 2007 XML', 'saved')
  return new Uint8Array(readFileSync(path.join(folder, 'saved/book.xlsx')))
}

/** The folder in which what it made of the workbook lies, in `into` of it. */
function convertedByOffice(
  context: TestContext,
  workbook: Uint8Array,
  format: string,
  into = '.',
): string {
  const folder = temporaryFolder()
  const profile = path.join(folder, 'profile')
  mkdirSync(path.join(profile, 'user'), { recursive: true })
  writeFileSync(path.join(profile, 'user/registrymodifications.xcu'), RECALCULATES)
  const file = path.join(folder, 'book.xlsx')
  writeFileSync(file, workbook)
  const { error, status, stderr } = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=file://${profile}`,
      '--headless',
      '--convert-to',
      format,
      '--outdir',
      path.join(folder, into),
      file,
    ],
    { encoding: 'utf8' },
  )
  if (error) {
    context.skip(`soffice is not installed (Debian: libreoffice-calc-nogui): ${error.message}`)
  }
  if (status !== 0) throw new Error(`soffice ended with ${status}: ${stderr}`)
  return folder
}

function rowsOf(file: string): string[][] {
  return Papa.parse<string[]>(readFileSync(file, 'utf8').trimEnd()).data
}
