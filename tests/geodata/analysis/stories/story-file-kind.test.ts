// A file is what its bytes say, whatever its name says; what holds scripts or unpacks to too much is refused in words.
import { describe, expect, it } from 'vitest'
import { readFileKind, tooLarge } from '#geodata/analysis/stories/story-file-kind.ts'
import { JPEG, pngOf, WEBP, WEBP_LOSSLESS, WEBP_LOSSY } from '#tests/support/sample-pictures.ts'
import { zipOf } from '#tests/support/zip.ts'

const text = (words: string) => new TextEncoder().encode(words)
const office = (part: string, ...more: string[]) =>
  zipOf(Object.fromEntries(['[Content_Types].xml', part, ...more].map((name) => [name, '<a/>'])))

describe('a file that is kept', () => {
  it('is a picture of its kind with the pixels it has', () => {
    const seen = [pngOf(31, 9), JPEG, WEBP, WEBP_LOSSLESS, WEBP_LOSSY].map((bytes) =>
      readFileKind(bytes),
    )
    expect(seen).toEqual([
      { kind: 'fits', mediaType: 'image/png', pixels: { width: 31, height: 9 } },
      { kind: 'fits', mediaType: 'image/jpeg', pixels: { width: 12, height: 7 } },
      { kind: 'fits', mediaType: 'image/webp', pixels: { width: 12, height: 7 } },
      { kind: 'fits', mediaType: 'image/webp', pixels: { width: 1, height: 1 } },
      { kind: 'fits', mediaType: 'image/webp', pixels: { width: 1, height: 1 } },
    ])
  })

  it('is a document of its kind by what lies within', () => {
    const typeOf = (bytes: Uint8Array) => {
      const read = readFileKind(bytes)
      return read.kind === 'fits' ? read.mediaType.split('.').at(-1) : read.why.en
    }
    expect(typeOf(text('%PDF-1.7\n'))).toBe('application/pdf')
    expect(typeOf(office('xl/workbook.xml'))).toBe('sheet')
    expect(typeOf(office('word/document.xml'))).toBe('document')
    expect(typeOf(office('ppt/presentation.xml'))).toBe('presentation')
  })
})

describe('a file that is refused', () => {
  const whyOf = (bytes: Uint8Array) => {
    const read = readFileKind(bytes)
    return read.kind === 'refused' ? read.why : null
  }

  it('is called by what it is, in both languages, with what fits', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    const cases: [Uint8Array, string, string][] = [
      [text(svg), 'an SVG drawing, which can hold a script', '可含脚本的 SVG 图形'],
      [text(`\ufeff<?xml version="1.0"?>\n${svg}`), 'an SVG drawing', 'SVG'],
      [text('<!doctype html><p>'), 'a web page', '网页'],
      [text('GIF89a'), 'a GIF picture', 'GIF 图片'],
      [text('....ftypheic'), 'a HEIC picture', 'HEIC 图片'],
      [zipOf({ 'a.txt': 'a' }), 'a ZIP archive', '压缩包'],
      [
        office('word/document.xml', 'word/vbaProject.bin'),
        'an Office document with macros',
        '含宏',
      ],
      [office('xl/workbook.xml').subarray(0, 60), 'a damaged ZIP archive', '已损坏的压缩包'],
      [pngOf(3, 3).subarray(0, 14), 'a damaged PNG picture', '已损坏的 PNG 图片'],
      [JPEG.subarray(0, 300), 'a damaged JPEG picture', '已损坏的 JPEG 图片'],
      [text('name,value\n'), 'a file of another kind', '其他类型的文件'],
      [new Uint8Array(), 'an empty file', '空文件'],
    ]
    for (const [bytes, en, zh] of cases) {
      const why = whyOf(bytes)
      expect(why?.en).toContain(`What came is ${en}`)
      expect(why?.en).toContain('expected one of PNG, JPEG, WebP, PDF, XLSX, DOCX, PPTX')
      expect(why?.zh).toContain(zh)
    }
  })

  it('says more pixels than a page should unpack, however small it is', () => {
    const bomb = pngOf(2, 2, [0, 0, 0], { width: 50_000, height: 50_000 })
    expect(bomb.length).toBeLessThan(100)
    expect(whyOf(bomb)?.en).toBe(
      'The picture has 50000 × 50000 pixels; its longer side may have at most 4096: make it smaller first',
    )
    expect(whyOf(pngOf(1, 1, [0, 0, 0], { width: 4096, height: 1 }))).toBeNull()
    expect(whyOf(pngOf(1, 1, [0, 0, 0], { width: 1, height: 4097 }))?.zh).toContain('4096')
  })

  it('is over two mebibytes by one byte', () => {
    expect(tooLarge(2 * 1024 * 1024)).toBeNull()
    expect(tooLarge(2 * 1024 * 1024 + 1)?.zh).toContain('不超过 2 MiB')
  })
})
