// Tables of text and workbooks that are broken, odd, or no tables at all.
import { type BrokenFile, noted, refused } from '#tests/support/broken/broken-file.ts'
import { gb18030 } from '#tests/support/gb18030.ts'
import { type HandMade, handMadeBook } from '#tests/support/hand-made-book.ts'

/** The same day in five calendars, as people write them. */
const DAYS = [
  '2024-03-01',
  '民国113年3月1日',
  '令和6年3月1日',
  'พ.ศ. 2567-03-01',
  '二〇二四年正月廿一',
]
const LONG_NAME = '长'.repeat(10_000)

export function brokenTables(): BrokenFile[] {
  return [...brokenTexts(), ...mixedTexts(), ...brokenBooks(), ...brokenSheets(), ...notTables()]
}

function brokenTexts(): BrokenFile[] {
  const slips = {
    'a quote that never ends': 'a,b\n1,"x\n2,y\n',
    'a quote that never ends in the first line': '"a,b\n1,x\n',
    'a quote that never ends in the last line': 'a,b\n1,"x',
    'text behind a quote': 'a,b\n1,"x"y\n',
    'three quotes': 'a,b\n1,"""\n2,x\n',
    'a quote open for 40,000 characters': `a,b\n1,"${'x\n'.repeat(20_000)}"\n`,
  }
  return [
    ...Object.entries(slips).map(([what, bytes]) => ({
      what,
      bytes,
      becomes: noted('broken-quote'),
    })),
    ...DAYS.map((day) => ({
      what: `the day ${day}`,
      bytes: `a,b\n1,${day}\n`,
      becomes: noted(''),
    })),
    { what: 'a name of 10,000 characters', bytes: `a,b\n${LONG_NAME},1\n`, becomes: noted('') },
    { what: 'rows of every length', bytes: 'a\n1,2\n1,2,3\n1,2,3,4\n', becomes: noted('') },
    {
      what: 'a line of three million characters',
      bytes: 'x'.repeat(3_000_000),
      becomes: refused('too-large'),
    },
    {
      what: 'a cell longer than may be',
      bytes: `a,${'x'.repeat(200)}\n`,
      limits: { cellCharacters: 150 },
      becomes: refused('too-large'),
    },
    { what: '3,000 columns', bytes: `${'a,'.repeat(3000)}\n`, becomes: refused('too-many') },
    {
      what: 'more rows than may be',
      bytes: 'a,b\n'.repeat(200),
      limits: { rows: 100 },
      becomes: refused('too-many'),
    },
    {
      what: 'more cells than may be',
      bytes: 'a,b\n'.repeat(200),
      limits: { cells: 100 },
      becomes: refused('too-many'),
    },
    ...['', '\uFEFF', '\n\n\n', '   ', '\r\r'].map((bytes, at) => ({
      what: `nothing, ${at}`,
      bytes,
      becomes: refused('empty'),
    })),
    { what: 'delimiters alone', bytes: ',,,\n,,,\n', becomes: refused('no-table') },
    { what: 'half a mark', bytes: Uint8Array.of(0xef, 0xbb), becomes: 'either' },
    { what: 'a mark of UTF-16 alone', bytes: Uint8Array.of(0xff, 0xfe), becomes: refused('empty') },
    {
      what: 'UTF-16 of odd length',
      bytes: Buffer.from('a,b\n1,2\n', 'utf16le').subarray(0, -1),
      becomes: noted('unreadable-bytes'),
    },
    {
      what: 'half a pair in UTF-16',
      bytes: Buffer.from('\uFEFFa,\ud800\n', 'utf16le'),
      becomes: noted('unreadable-bytes'),
    },
    {
      what: 'one line of 800,000 cells behind a quote',
      bytes: `"x",${'a,'.repeat(800_000)}`,
      becomes: refused('too-many'),
    },
    {
      what: 'a mark within',
      bytes: '\uFEFFa,b\n1,2\n\uFEFFa,b\n\u202E3\u200F,4\n',
      becomes: noted(''),
    },
    {
      what: 'zero bytes within',
      bytes: `a,b\n${'c,d\n'.repeat(2000)}e\0,f\n`,
      becomes: noted('unreadable-bytes'),
    },
    { what: 'control characters', bytes: 'a,\u0001\u0007\u001b[31m\n1,2\n', becomes: noted('') },
    { what: 'a formula', bytes: 'a,"=cmd|\' /C calc\'!A0"\n', becomes: noted('') },
  ]
}

function mixedTexts(): BrokenFile[] {
  const shares = [1, 3, 5, 7, 9].map((gbk): BrokenFile => {
    const lines = Array.from({ length: 10 }, (_, at) => {
      const line = `${at},长安汽车\n`
      return at < gbk ? gb18030(line) : Buffer.from(line)
    })
    return {
      what: `${gbk} of 10 lines in GB18030`,
      bytes: Buffer.concat(lines),
      becomes: noted('other-encoding'),
    }
  })
  const half = Buffer.from('甲,乙\n丙,丁')
  return [
    ...shares,
    { what: 'UTF-8 that ends within a character', bytes: half.subarray(0, -1), becomes: 'either' },
    {
      what: 'GB18030 that ends within a character',
      bytes: gb18030('甲,长安\n丙,丁').subarray(0, -1),
      becomes: noted('unreadable-bytes'),
    },
    {
      what: 'UTF-8 behind a mark, with a line of GB18030',
      bytes: Buffer.concat([Buffer.from('\uFEFF甲,长安\n丙,汽车\n'), gb18030('甲,乙\n')]),
      becomes: noted('other-encoding'),
    },
    {
      what: 'Latin letters of one byte',
      bytes: Buffer.from('name,caf\u00e9\n', 'latin1'),
      becomes: 'either',
    },
  ]
}

const book = (made: HandMade) => handMadeBook(made)
const sheet = (rows: string, rest: Partial<HandMade> = {}) =>
  book({ sheets: { s: `<sheetData>${rows}</sheetData>` }, ...rest })
const row = (cells: string) => `<row>${cells}</row>`

function brokenBooks(): BrokenFile[] {
  const many = Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`s${at}`, '']))
  const numbered = row('<c><v>1</v></c>')
  return [
    { what: 'no sheets', bytes: book({ sheets: {} }), becomes: refused('no-table') },
    {
      what: 'empty sheets',
      bytes: book({ sheets: { a: '', b: '' } }),
      becomes: refused('no-table'),
    },
    {
      what: 'a sheet that is not there',
      bytes: book({ sheets: { a: `<sheetData>${numbered}</sheetData>`, b: null } }),
      becomes: noted('missing-sheet'),
    },
    { what: '600 sheets', bytes: book({ sheets: many }), becomes: refused('too-many') },
    {
      what: 'no list of relations',
      bytes: sheet(numbered, { parts: { 'xl/_rels/workbook.xml.rels': '<Relationships/>' } }),
      becomes: refused('no-table'),
    },
    {
      what: 'relations out of the zip',
      bytes: sheet(numbered, {
        parts: {
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>',
        },
      }),
      becomes: refused('no-table'),
    },
    {
      what: 'an empty list of sheets',
      bytes: sheet(numbered, { parts: { 'xl/workbook.xml': '' } }),
      becomes: refused('cut-off'),
    },
    {
      what: '400,000 names of sheets',
      bytes: sheet(numbered, {
        parts: { 'xl/workbook.xml': `<workbook>${'<sheet/>'.repeat(400_000)}</workbook>` },
      }),
      becomes: refused('too-many'),
    },
    {
      what: '300,000 styles',
      bytes: sheet(numbered, {
        parts: {
          'xl/styles.xml': `<styleSheet><cellXfs>${'<xf/>'.repeat(300_000)}</cellXfs></styleSheet>`,
        },
      }),
      becomes: noted(''),
    },
    {
      what: 'a long text that every cell shares',
      bytes: sheet(row('<c t="s"><v>0</v></c>').repeat(40), {
        parts: { 'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(900)}</t></si></sst>` },
      }),
      limits: { heldCharacters: 30_000 },
      becomes: refused('too-large'),
    },
    {
      what: 'rows that are hidden or filtered out',
      bytes: sheet(`${numbered}<row hidden="1"><c><v>2</v></c></row>`),
      becomes: noted('hidden-rows'),
    },
    {
      what: 'styles that are no XML',
      bytes: sheet(numbered, { parts: { 'xl/styles.xml': '{}' } }),
      becomes: refused('broken'),
    },
    {
      what: 'shared texts that are cut',
      bytes: sheet(numbered, { parts: { 'xl/sharedStrings.xml': '<sst><si><t>a' } }),
      becomes: refused('cut-off'),
    },
    {
      what: 'a DOCTYPE among the sheets',
      bytes: sheet(numbered, {
        parts: { 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>' },
      }),
      becomes: refused('broken'),
    },
    ...[
      'cut tag <row',
      'wrong end </nothing>',
      '<row><c r=1/></row>',
      '<row><c><v>1</c></v></row>',
      '<row>',
    ].map(
      (bytes): BrokenFile => ({
        what: `a sheet with ${bytes}`,
        bytes: sheet(bytes),
        becomes: 'either',
      }),
    ),
    {
      what: '200,000 tags within each other',
      bytes: sheet('<a>'.repeat(200_000)),
      becomes: refused('too-deep'),
    },
    {
      what: 'a text of two million characters',
      bytes: sheet(row(`<c t="inlineStr"><is><t>${'x'.repeat(2_000_000)}</t></is></c>`)),
      becomes: refused('too-large'),
    },
    {
      what: 'a tag of two million characters',
      bytes: sheet(`<row a="${'x'.repeat(2_000_000)}"/>`),
      becomes: refused('too-large'),
    },
    { what: 'a comment without end', bytes: sheet(`${numbered}<!--`), becomes: refused('cut-off') },
  ]
}

function brokenSheets(): BrokenFile[] {
  const wide = Array.from({ length: 16_384 }, () => '<c/>').join('')
  const errors = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#SPILL!']
  const odd: Record<
    string,
    [cells: string, note: '' | 'unreadable-cell' | 'no-formula-value' | 'lost-digits']
  > = {
    'a text that is not there': ['<c t="s"><v>7</v></c><c><v>1</v></c>', 'unreadable-cell'],
    'a negative text': ['<c t="s"><v>-1</v></c><c><v>1</v></c>', 'unreadable-cell'],
    'NaN for a number': ['<c><v>NaN</v></c><c><v>1</v></c>', 'unreadable-cell'],
    'a number beyond numbers': ['<c><v>1e400</v></c><c><v>1</v></c>', 'unreadable-cell'],
    'a code of 18 digits': ['<c><v>915001087842589460</v></c>', 'lost-digits'],
    'a formula without result': ['<c><f>A1</f></c><c><v>1</v></c>', 'no-formula-value'],
    'a type that there is not': ['<c t="zz"><v>1</v></c>', ''],
    'a style that there is not': ['<c s="99"><v>1</v></c>', ''],
    'a style that is no number': ['<c s="x"><v>1</v></c>', ''],
    'a column beyond the last': ['<c r="ZZZZZ1"><v>1</v></c><c r="A1"><v>2</v></c>', ''],
    'cells without places': ['<c><v>1</v></c><c><v>2</v></c>', ''],
    'cells out of order': ['<c r="C1"><v>1</v></c><c r="A1"><v>2</v></c>', ''],
    'a place that is none': ['<c r="1A"><v>1</v></c>', ''],
  }
  const dates = ['-1', '60', '2958466', '1e9', '0', '45352.999999'].map(
    (day): BrokenFile => ({
      what: `day ${day}`,
      bytes: sheet(row(`<c s="0"><v>${day}</v></c>`), { formats: [14] }),
      becomes: noted(''),
    }),
  )
  return [
    ...Object.entries(odd).map(([what, [cells, note]]) => ({
      what,
      bytes: sheet(row(cells)),
      becomes: noted(note),
    })),
    ...errors.map((error) => ({
      what: `the error ${error}`,
      bytes: sheet(row(`<c t="e"><f>x</f><v>${error}</v></c>`)),
      becomes: noted(''),
    })),
    ...DAYS.map((day) => ({
      what: `the day ${day} in a workbook`,
      bytes: sheet(row(`<c t="inlineStr"><is><t>${day}</t></is></c>`)),
      becomes: noted(''),
    })),
    ...dates,
    {
      what: '16,384 blank columns',
      bytes: sheet(row(`<c><v>1</v></c>${wide.slice(4)}`).repeat(20)),
      becomes: noted(''),
    },
    {
      what: 'a value in the last column',
      bytes: sheet(row('<c r="XFD1"><v>1</v></c>')),
      becomes: refused('too-many'),
    },
    {
      what: 'a million blank cells',
      bytes: sheet(row('<c/>'.repeat(1000)).repeat(1000)),
      becomes: refused('no-table'),
    },
    {
      what: 'a million blank rows',
      bytes: sheet(`${row('<c><v>1</v></c>')}${'<row/>'.repeat(1_000_000)}`),
      becomes: noted(''),
    },
    {
      what: 'rows that count backwards',
      bytes: sheet('<row r="9"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>'),
      becomes: noted(''),
    },
    {
      what: 'a row beyond the last',
      bytes: sheet('<row r="99999999999"><c><v>1</v></c></row>'),
      becomes: noted(''),
    },
    {
      what: 'a name of 10,000 characters in a workbook',
      bytes: sheet(row(`<c t="inlineStr"><is><t>${LONG_NAME}</t></is></c>`)),
      becomes: noted(''),
    },
    {
      what: 'an entity that there is not',
      bytes: sheet(row('<c t="inlineStr"><is><t>a&nbsp;b</t></is></c>')),
      becomes: noted('broken-text'),
    },
  ]
}

function notTables(): BrokenFile[] {
  const beginnings: Record<string, string | number[]> = {
    'an old workbook': [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    'a PDF': '%PDF-1.7\n',
    'UTF-32': [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0],
    'UTF-32, the great end first': [0, 0, 0xfe, 0xff, 0, 0, 0, 0x61],
    'an Access database': '\0\u0001\0\0Standard ACE DB\0',
    'a web archive': 'MIME-Version: 1.0\nContent-Type: multipart/related\n',
    'a SYLK table': 'ID;PWXL;N;E\nC;Y1;X1;K"a"\nE\n',
    'a DIF table': 'TABLE\n0,1\n"EXCEL"\n',
    'a DXF of another name': '  0\nSECTION\n  2\nHEADER\n',
    'a RAR': 'Rar!\u001a\u0007',
    'a 7z': [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
    'a gzip': [0x1f, 0x8b, 8, 0],
    'a bzip2': 'BZh91AY',
    'a drawing': 'AC1027',
    'a PNG': [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10],
    'a JPEG': [0xff, 0xd8, 0xff, 0xe0],
    'a GIF': 'GIF89a',
    'a TIFF': 'II*\0',
    'a Parquet': 'PAR1',
    'a web page': '<!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>',
    'a web table': '<table><tr><td>1</td></tr></table>',
    'an XML spreadsheet':
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    'an RTF': '{\\rtf1 x}',
    'a GPX': '<?xml version="1.0"?><gpx><wpt/></gpx>',
    'a GML': '<?xml version="1.0"?><wfs:FeatureCollection/>',
    'a shape alone': [0, 0, 0x27, 0x0a, 0, 0, 0, 0],
    noise: Array.from({ length: 999 }, (_, at) => (at * 7919) % 251),
  }
  return Object.entries(beginnings).map(([what, begin]) => ({
    what,
    bytes: typeof begin === 'string' ? begin : Uint8Array.from(begin),
    becomes: refused('other-format'),
  }))
}
