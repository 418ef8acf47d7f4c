import { expect, it } from 'vitest'
import { checkCharacter, codeFault, plainCode } from '#geodata/model/unified-code.ts'

it('takes published codes, and names what is wrong with others', () => {
  // The example of GB 32100-2015, and codes as large firms publish them.
  for (const code of ['91350100M000100Y43', '91100000100003962T', '91440300708461136T']) {
    expect(codeFault(code), code).toBeNull()
  }
  expect(codeFault('91350100M000100Y44')).toEqual({ kind: 'check', came: '4', fits: '3' })
  expect(codeFault('91350100M000100Y4')).toEqual({ kind: 'length', came: 17 })
  expect(codeFault('91350100M00O100Y43')).toEqual({ kind: 'character', at: 12, came: 'O' })
})

it('sees every single wrong character, and every two neighbours swapped', () => {
  const code = '91350100M000100Y43'
  const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  for (let at = 0; at < 17; at++) {
    for (const other of characters) {
      if (other === code[at]) continue
      expect(codeFault(code.slice(0, at) + other + code.slice(at + 1))?.kind).toBe('check')
    }
    const [a = '', b = ''] = [code[at], code[at + 1]]
    if (a === b) continue
    expect(codeFault(code.slice(0, at) + b + a + code.slice(at + 2))).not.toBeNull()
  }
  expect(checkCharacter(code.slice(0, 17))).toBe('3')
})

it('reads codes as people write them', () => {
  expect(plainCode(' ９１３５ 0100-m000100y43 ')).toBe('91350100M000100Y43')
})
