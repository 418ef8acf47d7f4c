// What the text of a scene is read as, and what stays as it was written.
import { describe, expect, it } from 'vitest'
import { plainStoryText, readStoryText } from '#geodata/analysis/stories/story-text.ts'

const words = (text: string) => ({ kind: 'words', words: text })
const paragraph = (...pieces: object[]) => ({ kind: 'paragraph', pieces })

describe('the text of a scene', () => {
  it('is paragraphs, lists and emphasis, with figures in every run of words', () => {
    const text =
      '**{minutes}** 分钟\n之内\n\n- *一*\n- 二 [园区](https://a.example/x)\n\n3. 三\n4. 四'
    expect(readStoryText(text, (run) => run.replace('{minutes}', '47'))).toEqual([
      paragraph(
        { kind: 'strong', pieces: [words('47')] },
        words(' 分钟'),
        { kind: 'break' },
        words('之内'),
      ),
      {
        kind: 'list',
        from: null,
        items: [
          [paragraph({ kind: 'emphasis', pieces: [words('一')] })],
          [
            paragraph(words('二 '), {
              kind: 'link',
              href: 'https://a.example/x',
              pieces: [words('园区')],
            }),
          ],
        ],
      },
      { kind: 'list', from: 3, items: [[paragraph(words('三'))], [paragraph(words('四'))]] },
    ])
  })

  it('has its emphasis beside Chinese marks, where the plain rules see none', () => {
    for (const [text, strong, after] of [
      ['**重点。**后文', '重点。', '后文'],
      ['**“链主”**企业', '“链主”', '企业'],
    ] as const) {
      expect(readStoryText(text)).toEqual([
        paragraph({ kind: 'strong', pieces: [words(strong)] }, words(after)),
      ])
    }
  })

  it('keeps an item within an item', () => {
    expect(readStoryText('- 一\n  - 二\n- 三')).toEqual([
      {
        kind: 'list',
        from: null,
        items: [
          [paragraph(words('一')), { kind: 'list', from: null, items: [[paragraph(words('二'))]] }],
          [paragraph(words('三'))],
        ],
      },
    ])
  })

  it('is never code: other signs and links that a browser would run stay as they were written', () => {
    for (const text of [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '[点这里](javascript:alert(1))',
      '[点这里](JaVaScRiPt&colon;alert(1))',
      '[点这里](data:text/html;base64,PHNjcmlwdD4=)',
      '![图](https://a.example/x.png)',
      '# 标题',
      '2024.9 起，3 * 4 * 5，a_b_c',
    ]) {
      const [block, ...rest] = readStoryText(text)
      expect(rest).toEqual([])
      const said = JSON.stringify(block)
      if (text.startsWith('![')) expect(said).toContain('"href":"https://a.example/x.png"')
      else expect(plainStoryText(text), text).toBe(text)
      if (!text.startsWith('![')) expect(said).not.toContain('href')
    }
  })

  it('is one line an item where only plain words are shown', () => {
    expect(plainStoryText('**一**句\n再一句\n\n- 甲\n- 乙\n\n2. 丙')).toBe(
      '一句\n再一句\n· 甲\n· 乙\n2. 丙',
    )
    expect(plainStoryText('')).toBe('')
  })

  it('loses no word however deep its signs are nested', () => {
    const deep = `${'*'.repeat(20_000)}a${'[x]('.repeat(5_000)}`
    expect(plainStoryText(deep).length).toBeGreaterThan(20_000)
    expect(plainStoryText(`${'- '.repeat(15)}a`)).toMatch(/a$/)
    for (const mark of ['- ', '1. ', '  - ']) {
      const many = `${mark.repeat(2_000)}a`
      expect(plainStoryText(many)).toBe(many)
    }
  })
})
