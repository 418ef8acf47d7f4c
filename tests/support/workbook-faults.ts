// What of a workbook would make a spreadsheet offer to repair it? The rules of Office Open XML (ECMA-376) that can be
// told from the package alone: its parts, their order, references, limits and characters.
import path from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { partsOf } from '#server/workers/zip-parts.ts'

type Parts = Readonly<Record<string, string>>

const LONGEST_SHEET_NAME = 31
const LONGEST_CELL = 32_767
const [LONGEST_PROMPT, LONGEST_LIST] = [255, 255]
const MOST_STYLES = 64_000
/** CT_Worksheet is a sequence: an element out of order is damage. */
const ORDER = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr'],
  ...['sheetProtection', 'protectedRanges', 'scenarios', 'autoFilter', 'sortState'],
  ...['dataConsolidate', 'customSheetViews', 'mergeCells', 'phoneticPr', 'conditionalFormatting'],
  ...['dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter'],
  ...['rowBreaks', 'colBreaks', 'customProperties', 'cellWatches', 'ignoredErrors', 'smartTags'],
  ...['drawing', 'legacyDrawing', 'legacyDrawingHF', 'picture', 'oleObjects', 'controls'],
  ...['webPublishItems', 'tableParts', 'extLst'],
]
/** What XML 1.0 cannot hold. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

export function workbookFaults(bytes: Uint8Array): string[] {
  const zip = partsOf(bytes)
  if (zip.kind !== 'parts') return [zip.kind]
  const parts: Parts = Object.fromEntries(
    zip.parts.map(({ name, method, data }) => [
      name,
      new TextDecoder().decode(method === 8 ? inflateRawSync(data) : data),
    ]),
  )
  const sheets = sheetsOf(parts)
  return [
    ...packageFaults(parts),
    ...nameFaults(parts, sheets),
    ...sheets.flatMap(({ name, part }) =>
      sheetFaults(parts, parts[part] ?? '').map((fault) => `${name}: ${fault}`),
    ),
  ]
}

const all = (xml: string, what: RegExp) => [...xml.matchAll(what)]
const unescaped = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')

function sheetsOf(parts: Parts): { name: string; part: string }[] {
  const targets = new Map(
    all(parts['xl/_rels/workbook.xml.rels'] ?? '', /<Relationship\b[^>]*>/g).map(([tag]) => [
      /\bId="([^"]*)"/.exec(tag)?.[1],
      /\bTarget="([^"]*)"/.exec(tag)?.[1]?.replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  )
  return all(parts['xl/workbook.xml'] ?? '', /<sheet\b[^>]*>/g).map(([tag]) => ({
    name: unescaped(/\bname="([^"]*)"/.exec(tag)?.[1] ?? ''),
    part: targets.get(/\br:id="([^"]*)"/.exec(tag)?.[1]) ?? '',
  }))
}

function packageFaults(parts: Parts): string[] {
  const types = parts['[Content_Types].xml'] ?? ''
  const overrides = all(types, /PartName="\/([^"]*)"/g).map(([, name = '']) => name)
  const defaults = all(types, /Extension="([^"]*)"/g).map(([, one]) => one)
  const names = Object.keys(parts).filter((name) => name !== '[Content_Types].xml')
  const targets = names
    .filter((name) => name.endsWith('.rels'))
    .flatMap((name) => {
      const base = name.replace(/_rels\/[^/]*$/, '')
      return all(parts[name] ?? '', /<Relationship\b[^>]*>/g)
        .filter(([tag]) => !tag.includes('TargetMode="External"'))
        .map(([tag]) => /\bTarget="([^"]*)"/.exec(tag)?.[1] ?? '')
        .map((target) => (target.startsWith('/') ? target.slice(1) : path.posix.join(base, target)))
    })
  return [
    ...names
      .filter((name) => !overrides.includes(name) && !defaults.includes(name.split('.').at(-1)))
      .map((name) => `no content type for ${name}`),
    ...overrides.filter((name) => !(name in parts)).map((name) => `a type, and no part, ${name}`),
    ...repeated(overrides).map((name) => `two types for ${name}`),
    ...targets.filter((name) => !(name in parts)).map((name) => `a relation to no part, ${name}`),
    ...names
      .filter((name) => UNWRITABLE.test(parts[name] ?? ''))
      .map((name) => `a character XML has not, in ${name}`),
  ]
}

function nameFaults(parts: Parts, sheets: readonly { name: string; part: string }[]): string[] {
  const titles = sheets.map(({ name }) => name)
  const book = parts['xl/workbook.xml'] ?? ''
  const defined = all(book, /<definedName\b([^>]*)>([^<]*)</g)
  const ids = defined.map(
    ([, tag = '']) =>
      `${/\bname="([^"]*)"/.exec(tag)?.[1]?.toLowerCase()} ${/localSheetId="(\d+)"/.exec(tag)?.[1] ?? ''}`,
  )
  const meant = defined.flatMap(([, , range = '']) =>
    all(unescaped(range), /'((?:[^']|'')+)'!/g).map(([, name = '']) => name.replaceAll("''", "'")),
  )
  return [
    ...sheets.filter(({ part }) => !(part in parts)).map(({ name }) => `no part for sheet ${name}`),
    ...titles
      .filter(
        (name) => name === '' || name.length > LONGEST_SHEET_NAME || /[[\]:*?/\\]|^'|'$/.test(name),
      )
      .map((name) => `a sheet cannot be named ${name}`),
    ...repeated(titles.map((name) => name.toLowerCase())).map((name) => `two sheets named ${name}`),
    ...repeated(ids).map((name) => `two names ${name}`),
    ...ids
      .map((id) => id.split(' ')[0] ?? '')
      .filter((name) => !/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name))
      .map((name) => `no name: ${name}`),
    ...meant.filter((name) => !titles.includes(name)).map((name) => `a name in no sheet, ${name}`),
  ]
}

function sheetFaults(parts: Parts, xml: string): string[] {
  const styles = parts['xl/styles.xml'] ?? ''
  const styleCount = Number(/<cellXfs count="(\d+)"/.exec(styles)?.[1])
  const texts = all(parts['xl/sharedStrings.xml'] ?? '', /<si>|<si /g).length
  const cells = all(xml, /<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)
  const elements = childrenOf(xml)
  const places = elements.map((name) => ORDER.indexOf(name))
  const refs = cells.map(([, column = '', row = '']) => ({ column: columnOf(column), row: +row }))
  const inOrder = refs.every(({ column, row }, at) => {
    const before = refs[at - 1]
    return !before || row > before.row || (row === before.row && column > before.column)
  })
  const strings = cells.flatMap(([, , , tag = '', inside = '']) =>
    tag.includes('t="s"') ? [Number(/<v>(\d+)<\/v>/.exec(inside)?.[1])] : [],
  )
  return [
    ...(places.includes(-1) ? [`an element that a sheet has not: ${elements}`] : []),
    ...(places.some((place, at) => at > 0 && place < (places[at - 1] ?? 0))
      ? [`elements out of order: ${elements}`]
      : []),
    ...(inOrder ? [] : ['cells out of order']),
    ...dimensionFaults(xml, refs),
    ...(cells.some(([, , , tag = '']) => Number(/\bs="(\d+)"/.exec(tag)?.[1] ?? 0) >= styleCount)
      ? ['a style that there is not']
      : []),
    ...(styleCount > MOST_STYLES ? [`${styleCount} styles`] : []),
    ...(strings.some((at) => !(at < texts)) ? ['a shared text that there is not'] : []),
    ...(cells.some(([, , , , inside = '']) => unescaped(inside).length > LONGEST_CELL * 2)
      ? ['a text too long for a cell']
      : []),
    ...checkFaults(xml),
    ...mergeFaults(xml),
  ]
}

/** The names of the elements right below the root, each once in a row. */
function childrenOf(xml: string): string[] {
  const found: string[] = []
  let depth = 0
  for (const [tag, close, name = '', self] of all(xml, /<(\/?)([A-Za-z:]+)[^>]*?(\/?)>/g)) {
    if (tag.startsWith('<?')) continue
    if (close) depth -= 1
    else {
      if (depth === 1 && found.at(-1) !== name) found.push(name)
      if (!self) depth += 1
    }
  }
  return found
}

function dimensionFaults(xml: string, refs: readonly { column: number; row: number }[]): string[] {
  const told = /<dimension ref="([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?"/.exec(xml)
  if (!told || refs.length === 0) return []
  const [, left = '', top = '', right = left, bottom = top] = told
  const isWithin = refs.every(
    ({ column, row }) =>
      column >= columnOf(left) && column <= columnOf(right) && row >= +top && row <= +bottom,
  )
  return isWithin ? [] : [`cells outside of ${told[0]}`]
}

function checkFaults(xml: string): string[] {
  return all(xml, /<dataValidation\b([^>]*)>(?:<formula1>([^<]*)<)?/g).flatMap(
    ([, tag = '', formula = '']) => {
      const told = ['prompt', 'error', 'promptTitle', 'errorTitle'].flatMap((name) => {
        const text = unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
        return text.length > LONGEST_PROMPT ? [`a ${name} of ${text.length} characters`] : []
      })
      const isList = tag.includes('type="list"') && unescaped(formula).length > LONGEST_LIST + 2
      return isList ? [...told, 'a list too long for a check'] : told
    },
  )
}

function mergeFaults(xml: string): string[] {
  const boxes = all(xml, /<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g).map(
    ([ref, left = '', top = '', right = '', bottom = '']) => ({
      ref,
      left: columnOf(left),
      top: +top,
      right: columnOf(right),
      bottom: +bottom,
    }),
  )
  return boxes.flatMap((one, at) =>
    boxes
      .slice(at + 1)
      .filter(
        (other) =>
          one.left <= other.right &&
          one.right >= other.left &&
          one.top <= other.bottom &&
          one.bottom >= other.top,
      )
      .map((other) => `${one.ref} and ${other.ref} overlap`),
  )
}

const columnOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

const repeated = (list: readonly string[]) => list.filter((one, at) => list.indexOf(one) !== at)
