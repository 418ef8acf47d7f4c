// What is a file that cannot be read, and how does one come from it to one that can?
import { ReadRefusal, type Words } from '#geodata/formats/import/foreign/read-refusal.ts'

type Unread = { what: Words; helps: Words }

const AS_XLSX: Words = {
  zh: '请用表格软件打开，另存为不带密码的 .xlsx',
  en: 'Open it in a spreadsheet program and save it as .xlsx without a password',
}
const AS_TABLE: Words = {
  zh: '请把其中的表格复制到电子表格里，存为 .xlsx 或 .csv',
  en: 'Copy its table into a spreadsheet and save that as .xlsx or .csv',
}
const AS_MAP: Words = {
  zh: '请用制图软件导出为 GeoJSON、KML、GeoPackage 或 Shapefile（zip）',
  en: 'Export it from a mapping program as GeoJSON, KML, GeoPackage or Shapefile (zip)',
}
const UNPACKED: Words = {
  zh: '请解压后传里面的文件；Shapefile 请重新压缩为 .zip',
  en: 'Unpack it and send the file inside; pack shapefiles as .zip',
}
const WITH_ITS_PARTS: Words = {
  zh: '请把同名的 .shp、.dbf、.shx、.prj、.cpg 一起压缩成一个 .zip 再传',
  en: 'Pack the .shp, .dbf, .shx, .prj and .cpg of its name into one .zip and send that',
}

const AS_UTF8: Words = {
  zh: '请用文本编辑器打开，另存为 UTF-8 编码',
  en: 'Open it in a text editor and save it in UTF-8',
}

const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0))

const UTF_32: Unread = {
  what: { zh: ' UTF-32 编码的文本', en: 'a text in UTF-32' },
  helps: AS_UTF8,
}
const ACCESS: Unread = {
  what: { zh: ' Access 数据库（.mdb、.accdb）', en: 'an Access database (.mdb, .accdb)' },
  helps: {
    zh: '请在 Access 里把要导入的表导出为 .xlsx 或 .csv',
    en: 'Export the table that is wanted from Access as .xlsx or .csv',
  },
}

const BY_BYTES: readonly [bytes: readonly number[], Unread][] = [
  [[0xff, 0xfe, 0, 0], UTF_32],
  [[0, 0, 0xfe, 0xff], UTF_32],
  [[0, 1, 0, 0, ...letters('Standard ')], ACCESS],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    {
      what: {
        zh: '旧式 .xls/.et/.doc 文件，或设了打开密码的文件',
        en: 'an old .xls or .doc file, or one locked by a password',
      },
      helps: AS_XLSX,
    },
  ],
  [
    [0x00, 0x00, 0x27, 0x0a],
    { what: { zh: '单独的 .shp 或 .shx', en: 'a .shp or .shx alone' }, helps: WITH_ITS_PARTS },
  ],
  [letters('%PDF'), { what: { zh: 'PDF 文件', en: 'a PDF' }, helps: AS_TABLE }],
  [letters('Rar!'), { what: { zh: 'RAR 压缩包', en: 'a RAR archive' }, helps: UNPACKED }],
  [[0x37, 0x7a, 0xbc, 0xaf], { what: { zh: '7z 压缩包', en: 'a 7z archive' }, helps: UNPACKED }],
  [[0x1f, 0x8b], { what: { zh: 'gzip 压缩文件', en: 'a gzip file' }, helps: UNPACKED }],
  [letters('BZh'), { what: { zh: 'bzip2 压缩文件', en: 'a bzip2 file' }, helps: UNPACKED }],
  [[0xfd, 0x37, 0x7a, 0x58], { what: { zh: 'xz 压缩文件', en: 'an xz file' }, helps: UNPACKED }],
  [
    letters('AC10'),
    { what: { zh: 'AutoCAD 图纸（.dwg）', en: 'an AutoCAD drawing (.dwg)' }, helps: AS_MAP },
  ],
  [
    [0x89, 0x50, 0x4e, 0x47],
    { what: { zh: '图片（PNG）', en: 'a picture (PNG)' }, helps: AS_TABLE },
  ],
  [[0xff, 0xd8, 0xff], { what: { zh: '图片（JPEG）', en: 'a picture (JPEG)' }, helps: AS_TABLE }],
  [letters('GIF8'), { what: { zh: '图片（GIF）', en: 'a picture (GIF)' }, helps: AS_TABLE }],
  [letters('II*\0'), { what: { zh: '栅格图像（TIFF）', en: 'a raster (TIFF)' }, helps: AS_MAP }],
  [letters('PAR1'), { what: { zh: 'Parquet 文件', en: 'a Parquet file' }, helps: AS_MAP }],
  [
    letters('fgb\u0003'),
    { what: { zh: 'FlatGeobuf 文件', en: 'a FlatGeobuf file' }, helps: AS_MAP },
  ],
]

const BY_TEXT: readonly [begins: RegExp, Unread][] = [
  [
    /^MIME-Version:/i,
    {
      what: { zh: '单个文件网页（.mht），只是名字像表格', en: 'a web archive (.mht)' },
      helps: AS_XLSX,
    },
  ],
  [/^ID;P/, { what: { zh: ' SYLK 表格（.slk）', en: 'a SYLK table (.slk)' }, helps: AS_XLSX }],
  [
    /^TABLE\r?\n0,1\r?\n/,
    { what: { zh: ' DIF 表格（.dif）', en: 'a DIF table (.dif)' }, helps: AS_XLSX },
  ],
  [
    /^0\r?\n\s*SECTION\b/i,
    { what: { zh: 'AutoCAD 图纸（.dxf）', en: 'an AutoCAD drawing (.dxf)' }, helps: AS_MAP },
  ],
  [/^{\\rtf/, { what: { zh: 'RTF 文档', en: 'an RTF document' }, helps: AS_TABLE }],
  [
    /^version \d+\s+charset/i,
    { what: { zh: 'MapInfo 的 .mif', en: 'a MapInfo .mif' }, helps: AS_MAP },
  ],
  [
    /<workbook\s[^>]*office:spreadsheet/i,
    { what: { zh: 'XML 格式的旧表格', en: 'an old spreadsheet in XML' }, helps: AS_XLSX },
  ],
  [
    /^(<\?xml[^>]*>\s*)?(<!doctype html|<html|<head|<meta|<table)/i,
    {
      what: { zh: '网页，只是名字像表格', en: 'a web page under the name of a table' },
      helps: AS_XLSX,
    },
  ],
  [/<gpx[\s/>]/i, { what: { zh: 'GPX 轨迹', en: 'a GPX track' }, helps: AS_MAP }],
  [
    /<(\w+:)?(FeatureCollection|osm)[\s/>]/i,
    { what: { zh: 'GML 或 OSM 的 XML', en: 'GML or OSM XML' }, helps: AS_MAP },
  ],
  [/<svg[\s/>]/i, { what: { zh: 'SVG 图形', en: 'an SVG drawing' }, helps: AS_MAP }],
]

/** Where the bytes say nothing. */
const BY_NAME: readonly [ends: RegExp, Unread][] = [
  [/\.dbf$/i, { what: { zh: '单独的 .dbf', en: 'a .dbf alone' }, helps: WITH_ITS_PARTS }],
  [
    /\.dxf$/i,
    { what: { zh: 'AutoCAD 图纸（.dxf）', en: 'an AutoCAD drawing (.dxf)' }, helps: AS_MAP },
  ],
  [/\.(tab|map|id|dat)$/i, { what: { zh: 'MapInfo 文件', en: 'a MapInfo file' }, helps: AS_MAP }],
]

const BY_PARTS: readonly [has: RegExp, Unread][] = [
  [
    /^xl[/\\]workbook\.bin$/i,
    { what: { zh: '二进制工作簿（.xlsb）', en: 'a binary workbook (.xlsb)' }, helps: AS_XLSX },
  ],
  [
    /^word[/\\]document\.xml$/i,
    { what: { zh: 'Word 文档', en: 'a Word document' }, helps: AS_TABLE },
  ],
  [
    /^ppt[/\\]presentation\.xml$/i,
    { what: { zh: '演示文稿', en: 'a presentation' }, helps: AS_TABLE },
  ],
  [
    /^content\.xml$/i,
    {
      what: { zh: 'OpenDocument 文件（.ods、.odt）', en: 'an OpenDocument file (.ods, .odt)' },
      helps: AS_XLSX,
    },
  ],
  [
    /^Index[/\\].*\.iwa$/i,
    {
      what: { zh: 'Apple Numbers 或 Pages 文件', en: 'a file of Apple Numbers or Pages' },
      helps: AS_XLSX,
    },
  ],
  [/^OFD\.xml$/i, { what: { zh: ' OFD 版式文件', en: 'an OFD document' }, helps: AS_TABLE }],
  [
    /\.gdb[/\\]/i,
    {
      what: { zh: 'ArcGIS 文件地理数据库（.gdb）', en: 'an ArcGIS file geodatabase (.gdb)' },
      helps: AS_MAP,
    },
  ],
]

/** `head` and `text` are how it begins, as bytes and decoded; `parts` are the names in a zip. */
export function unreadKind(
  head: Uint8Array,
  text: string,
  name: string,
  parts: readonly string[] = [],
): ReadRefusal | null {
  const found =
    BY_BYTES.find(([bytes]) => bytes.every((byte, at) => head[at] === byte)) ??
    BY_TEXT.find(([begins]) => begins.test(text)) ??
    BY_PARTS.find(([has]) => parts.some((one) => has.test(one))) ??
    (head.length > 0 ? BY_NAME.find(([ends]) => ends.test(name)) : undefined)
  if (!found) return null
  const [, { what, helps }] = found
  return new ReadRefusal('other-format', {
    zh: `这是${what.zh}，不能直接读取。${helps.zh}。`,
    en: `It is ${what.en}, which cannot be read as it is. ${helps.en}.`,
  })
}
