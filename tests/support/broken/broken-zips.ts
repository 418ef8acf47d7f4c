// Workbooks, packed KML and shapefiles of which the zip itself is broken, or a bomb.

import { type BrokenFile, refused } from '#tests/support/broken/broken-file.ts'
import { dbfOf, shpOfPoints } from '#tests/support/broken/shapefile-bytes.ts'
import { handMadeBook } from '#tests/support/hand-made-book.ts'
import { zipOf } from '#tests/support/zip.ts'

const LINE = 'PK\u0001\u0002'
const ROWS = Array.from({ length: 200 }, (_, at) => `<row><c><v>${at * 37}</v></c></row>`).join('')
const PLACES = Array.from({ length: 200 }, (_, at) => `<Placemark><name>甲${at}</name></Placemark>`)

/** Each with the part that is read. */
const WHOLE = {
  xlsx: handMadeBook({ sheets: { s: `<sheetData>${ROWS}</sheetData>` } }),
  kmz: zipOf({ 'doc.kml': `<kml>${PLACES.join('')}</kml>` }),
  'shp.zip': zipOf({
    'a.shp': shpOfPoints(Array.from({ length: 200 }, (_, at) => [106 + at / 999, 29])),
    'a.dbf': dbfOf(
      ['n'],
      Array.from({ length: 200 }, (_, at) => [String(at * 31)]),
    ),
  }),
}

export function brokenZips(): BrokenFile[] {
  return [
    ...Object.entries(WHOLE).flatMap(([kind, bytes]) => brokenOf(kind, bytes)),
    ...otherZips(),
  ]
}

function brokenOf(kind: string, whole: Uint8Array): BrokenFile[] {
  const cuts = [0.1, 0.5, 0.9].map((share) => Math.round(whole.length * share))
  return [
    ...[...cuts, whole.length - 1, 30].map(
      (length): BrokenFile => ({
        what: `${kind} cut after ${length} bytes`,
        bytes: whole.subarray(0, length),
        becomes: refused('cut-off'),
      }),
    ),
    {
      what: `${kind} whose first part has another checksum`,
      bytes: changed(whole, 0, (view, line) => view.setUint32(line + 16, 7, true)),
      becomes: refused('broken'),
    },
    {
      what: `${kind} that says every part is one byte, and unpacks to more`,
      bytes: changed(whole, null, (view, line) => view.setUint32(line + 24, 1, true)),
      becomes: refused('too-large'),
    },
    {
      what: `${kind} with a password`,
      bytes: changed(whole, null, (view, line) => view.setUint16(line + 8, 1, true)),
      becomes: refused('locked'),
    },
    {
      what: `${kind} packed by an unknown method`,
      bytes: changed(whole, null, (view, line) => view.setUint16(line + 10, 9, true)),
      becomes: refused('other-format'),
    },
    {
      what: `${kind} whose parts lie beyond its end`,
      bytes: changed(whole, null, (view, line) => view.setUint32(line + 42, 0x7fffffff, true)),
      becomes: refused('broken'),
    },
    {
      what: `${kind} whose parts lie in the middle of others`,
      bytes: changed(whole, null, (view, line) => view.setUint32(line + 42, 5, true)),
      becomes: refused('broken'),
    },
    {
      what: `${kind} whose packed parts are larger than the file`,
      bytes: changed(whole, null, (view, line) => view.setUint32(line + 20, 0x7fffffff, true)),
      becomes: refused('broken'),
    },
    {
      what: `${kind} with noise for packed bytes`,
      bytes: noisy(whole),
      becomes: refused('broken'),
    },
    {
      what: `${kind} whose directory has more lines than it has`,
      bytes: ended(whole, (view, end) => view.setUint16(end + 10, 900, true)),
      becomes: refused('broken'),
    },
    {
      what: `${kind} whose directory lies beyond its end`,
      bytes: ended(whole, (view, end) => view.setUint32(end + 16, 0x7fffffff, true)),
      becomes: refused('broken'),
    },
    {
      what: `${kind} that unpacks to more than may be`,
      bytes: whole,
      limits: { unpackedBytes: 1000 },
      becomes: refused('too-large'),
    },
    {
      what: `${kind} larger than may be`,
      bytes: whole,
      limits: { fileBytes: 500 },
      becomes: refused('too-large'),
    },
  ]
}

function otherZips(): BrokenFile[] {
  const blanks = ' '.repeat(30_000_000)
  return [
    {
      what: 'a bomb of 30 MB of blanks in a sheet',
      bytes: handMadeBook({ sheets: { s: blanks } }),
      limits: { unpackedBytes: 5_000_000 },
      becomes: refused('too-large'),
    },
    {
      what: 'a bomb that says it is small',
      bytes: zipOf({ 'doc.kml': `<kml>${blanks}</kml>` }, 1000),
      becomes: refused('too-large'),
    },
    {
      what: 'a bomb of shared texts',
      bytes: handMadeBook({ sheets: {}, texts: '<si><t>长安汽车股份</t></si>'.repeat(100_000) }),
      limits: { sharedBytes: 500_000 },
      becomes: refused('too-large'),
    },
    {
      what: 'a zip of more parts than may be',
      bytes: zipOf(Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`${at}.txt`, '']))),
      limits: { parts: 40 },
      becomes: refused('too-many'),
    },
    {
      what: 'a zip whose directory is larger than may be',
      bytes: zipOf({ 'a.kml': '<kml><Placemark/></kml>' }),
      limits: { directoryBytes: 10 },
      becomes: refused('too-large'),
    },
    { what: 'a KMZ in a zip', bytes: zipOf({ 'a.kmz': zipOf({}) }), becomes: refused('no-table') },
    { what: 'a zip of nothing', bytes: zipOf({}), becomes: refused('no-table') },
    { what: 'a zip of text', bytes: zipOf({ 'a.txt': 'x' }), becomes: refused('no-table') },
    { what: 'a zip in a zip', bytes: zipOf({ 'a.zip': zipOf({}) }), becomes: refused('no-table') },
    ...[
      'xl/workbook.bin',
      'word/document.xml',
      'ppt/presentation.xml',
      'content.xml',
      'Index/Document.iwa',
      'OFD.xml',
      'a.gdb/x',
    ].map(
      (name): BrokenFile => ({
        what: `a zip of ${name}`,
        bytes: zipOf({ [name]: 'x' }),
        becomes: refused('other-format'),
      }),
    ),
    { what: 'the first letters of a zip', bytes: 'PK\u0003\u0004', becomes: refused('cut-off') },
  ]
}

/** A copy in which the line of one part, or of all, is changed. */
function changed(
  whole: Uint8Array,
  which: number | null,
  change: (view: DataView, line: number) => void,
): Uint8Array {
  const bytes = Buffer.from(whole)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let index = 0
  for (
    let at = bytes.indexOf(LINE, 0, 'latin1');
    at >= 0;
    at = bytes.indexOf(LINE, at + 4, 'latin1')
  ) {
    if (which === null || which === index) change(view, at)
    index += 1
  }
  return bytes
}

function ended(whole: Uint8Array, change: (view: DataView, end: number) => void): Uint8Array {
  const bytes = Buffer.from(whole)
  change(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), bytes.length - 22)
  return bytes
}

/** The packed bytes of every part changed, its head left. */
function noisy(whole: Uint8Array): Uint8Array {
  const bytes = Buffer.from(whole)
  const directory = bytes.indexOf(LINE, 0, 'latin1')
  for (let at = bytes.indexOf('PK\u0003\u0004'); at >= 0 && at < directory; ) {
    const from = at + 30 + bytes.readUInt16LE(at + 26)
    const to = from + bytes.readUInt32LE(at + 18)
    bytes.fill(0xff, from, to)
    at = bytes.indexOf('PK\u0003\u0004', to)
  }
  return bytes
}
