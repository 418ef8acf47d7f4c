// Does every text come out in glyphs, or is the character named that would come out as a box?
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { charactersOf, holds } from '#geodata/formats/font-characters.ts'
import { charactersInUse } from '#scripts/fonts/characters.ts'
import { fontsFor, namedCharacter } from '#server/fonts/fonts-for.ts'

const cutOf = (text: string) => fontsFor(text).files.map((file) => path.basename(file))

describe('fontsFor', () => {
  it('takes the common cut, one file a weight, for what is usually written', () => {
    const { files, missing } = fontsFor('青凤科创城 A 47 分, 16.1 km², 30′–60′ “≥”\n')
    expect(missing).toEqual([])
    expect(files.map((file) => path.basename(file))).toEqual([
      'noto-sans-sc-400-common.ttf',
      'noto-sans-sc-600-common.ttf',
    ])
    for (const file of files) expect(readFileSync(file).byteLength).toBeLessThan(2_600_000)
  })

  it('takes the whole font where a rare character is typed, and neither beside the other', () => {
    const whole = ['noto-sans-sc-400-whole.ttf', 'noto-sans-sc-600-whole.ttf']
    expect(cutOf('龘家坝')).toEqual(whole)
    expect(fontsFor('龘家坝').missing).toEqual([])
  })

  it('names what no file holds, as a reader sees it and each once', () => {
    expect(fontsFor('好😀 𠮷 a👨‍👩‍👧b 😀').missing).toEqual(['😀', '𠮷', '👨‍👩‍👧'])
    expect(namedCharacter('😀')).toBe('“😀” (U+1F600)')
    expect(namedCharacter('👨‍👩‍👧')).toBe('“👨‍👩‍👧” (U+1F468 U+200D U+1F469 U+200D U+1F467)')
  })

  it('holds every Chinese character and all punctuation that the product writes by itself', () => {
    const written = [...charactersInUse()].filter((sign) =>
      /[\p{Script=Han}\x20-\x7e、。，：；（）《》“”—…·–−′]/u.test(sign),
    )
    expect(written.length).toBeGreaterThan(1500)
    expect(fontsFor(written.join('')).missing).toEqual([])
  })
})

describe('charactersOf', () => {
  it('reads the same characters in every weight and cut: none is a box in bold alone', () => {
    const text = 'A一龥′'
    for (const file of [...fontsFor(text).files, ...fontsFor('龘').files]) {
      const ranges = charactersOf(readFileSync(file))
      for (const sign of text) expect(holds(ranges, sign.codePointAt(0) ?? 0), file).toBe(true)
      expect(holds(ranges, 0x1f600)).toBe(false)
    }
    const [common = '', head = ''] = fontsFor(text).files
    expect(charactersOf(readFileSync(head))).toEqual(charactersOf(readFileSync(common)))
  })

  it('refuses what is no font', () => {
    expect(() => charactersOf(new TextEncoder().encode('no font at all, this'))).toThrow(
      'This is no font',
    )
  })
})
