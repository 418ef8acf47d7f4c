// A workbook written by hand, part by part, so that its cells may hold whatever a program might write.
import { zipOf } from '#tests/support/zip.ts'

export type HandMade = {
  /** Name of a sheet → what stands between its tags; a sheet without is listed, and not there. */
  sheets: Readonly<Record<string, string | null>>
  hidden?: readonly string[]
  /** The elements of the shared texts. */
  texts?: string
  /** Number formats of the styles 0, 1, …: built-in ones by number, others by their code. */
  formats?: readonly (number | string)[]
  is1904?: boolean
  /** Parts beside, or instead. */
  parts?: Readonly<Record<string, string | Uint8Array>>
}

export function handMadeBook(made: HandMade): Uint8Array<ArrayBuffer> {
  return zipOf(partsOfBook(made))
}

export function partsOfBook({
  sheets,
  hidden = [],
  texts,
  formats = [],
  is1904 = false,
  parts = {},
}: HandMade): Record<string, string | Uint8Array> {
  const names = Object.keys(sheets)
  const listed = names.map((name, at) => {
    const state = hidden.includes(name) ? ' state="hidden"' : ''
    return `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"${state}/>`
  })
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relations = names.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${type}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  const codes = formats.map((format, at) =>
    typeof format === 'string'
      ? `<numFmt numFmtId="${164 + at}" formatCode="${format.replaceAll('"', '&quot;')}"/>`
      : '',
  )
  const styles = formats.map(
    (format, at) => `<xf numFmtId="${typeof format === 'string' ? 164 + at : format}"/>`,
  )
  return {
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr date1904="${is1904}"/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    ...(texts === undefined ? {} : { 'xl/sharedStrings.xml': `<sst>${texts}</sst>` }),
    ...Object.fromEntries(
      names.flatMap((name, at) =>
        sheets[name] == null
          ? []
          : [[`xl/worksheets/sheet${at + 1}.xml`, `<worksheet>${sheets[name]}</worksheet>`]],
      ),
    ),
    ...parts,
  }
}
