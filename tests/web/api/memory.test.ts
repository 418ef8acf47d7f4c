// Does the page go on where the browser keeps nothing for it, or refuses to be asked?
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { browserMemory, tabMemory } from '#web/api/memory.ts'

afterEach(() => vi.unstubAllGlobals())

it('keeps what is written in the storage of the browser', () => {
  const held = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, text: string) => held.set(key, text),
    removeItem: (key: string) => held.delete(key),
  })
  expect(browserMemory.getItem('kept')).toBeNull()
  browserMemory.setItem('kept', '1')
  expect([...held]).toEqual([['kept', '1']])
  expect(browserMemory.getItem('kept')).toBe('1')
  browserMemory.removeItem('kept')
  expect([held.size, browserMemory.getItem('kept')]).toEqual([0, null])
})

/** A storage of the browser that throws at whatever is asked of it. */
const refusing = () => {
  throw new DOMException('denied', 'SecurityError')
}

it.each([
  ['refuses everything', { getItem: refusing, setItem: refusing, removeItem: refusing }],
  ['is full', { getItem: () => null, setItem: refusing, removeItem: () => undefined }],
  ['is not there', undefined],
])('lasts as long as the page beside a storage that %s', (_, storage) => {
  vi.stubGlobal('sessionStorage', storage)
  expect(tabMemory.getItem('typed')).toBeNull()
  tabMemory.setItem('typed', 'words')
  expect(tabMemory.getItem('typed')).toBe('words')
  tabMemory.removeItem('typed')
  expect(tabMemory.getItem('typed')).toBeNull()
})

it('lasts as long as the page where the browser throws at the name of the storage alone', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'sessionStorage')
  Object.defineProperty(globalThis, 'sessionStorage', { configurable: true, get: refusing })
  onTestFinished(() => {
    if (before) Object.defineProperty(globalThis, 'sessionStorage', before)
    else Reflect.deleteProperty(globalThis, 'sessionStorage')
  })
  tabMemory.setItem('typed', 'words')
  expect(tabMemory.getItem('typed')).toBe('words')
})
