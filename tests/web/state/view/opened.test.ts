// Does Back close what is open, and lead on where nothing is?
import { beforeEach, expect, it, vi } from 'vitest'
import { closeBeyond, closeOpened, openedOver, step } from '#web/state/view/opened.ts'

/** A history as browsers keep it: going back answers later. */
class Entries {
  entries: { state: unknown; address: string }[] = [{ state: null, address: '/' }]
  at = 0
  get state() {
    return this.entries[this.at]?.state
  }
  get addresses() {
    return this.entries.slice(0, this.at + 1).map(({ address }) => address)
  }
  pushState(state: unknown, _: string, address: string) {
    this.entries = [...this.entries.slice(0, this.at + 1), { state, address }]
    this.at += 1
  }
  replaceState(state: unknown, _: string, address: string) {
    this.entries[this.at] = { state, address }
  }
  back() {
    this.goes = new Promise((resolve) =>
      setTimeout(() => {
        this.at -= 1
        resolve(closeBeyond(this.state, true, () => seen))
      }),
    )
  }
  goes: Promise<boolean> = Promise.resolve(false)
}

let entries: Entries
/** The address of what is seen now. */
let seen = '/'

beforeEach(() => {
  while (closeOpened());
  entries = new Entries()
  seen = '/'
  vi.stubGlobal('history', entries)
  vi.stubGlobal('location', {
    get href() {
      return seen
    },
  })
})

/** A list that is open over the view until it is closed. */
function list() {
  const one = { isOpen: true, end: () => {} }
  const tell = openedOver(() => one.end())
  one.end = () => {
    one.isOpen = false
    tell()
  }
  return one
}

it('closes by Back what was opened last, and keeps what was changed meanwhile', async () => {
  const outer = list()
  const inner = list()
  seen = '/?hide=roads'
  entries.back()
  expect(await entries.goes).toBe(true)
  expect([outer.isOpen, inner.isOpen]).toEqual([true, false])
  entries.back()
  await entries.goes
  expect(outer.isOpen).toBe(false)
  expect(entries.addresses).toEqual(['/?hide=roads'])
})

it('leads on by Back where nothing is open', async () => {
  step('/?at=site')
  entries.back()
  expect(await entries.goes).toBe(false)
})

it('takes the entry away of what is closed in another way', async () => {
  const one = list()
  expect(entries.addresses).toHaveLength(2)
  expect(closeOpened()).toBe(true)
  await Promise.resolve()
  await entries.goes
  expect(one.isOpen).toBe(false)
  expect(entries.addresses).toEqual(['/'])
  expect(closeOpened()).toBe(false)
})

it('makes the choice that closes a list the step in its place', async () => {
  const one = list()
  one.end()
  step('/?sel=parks/CQ-N16')
  await Promise.resolve()
  expect(entries.addresses).toEqual(['/', '/?sel=parks/CQ-N16'])
})

it('waits with a step until the way back is gone', async () => {
  const one = list()
  one.end()
  await Promise.resolve()
  seen = '/?at=site'
  step(seen)
  await entries.goes
  expect(entries.addresses).toEqual(['/', '/?at=site'])
})

it('keeps what is open over a step that was taken beside it', async () => {
  const panel = list()
  step('/?sel=parks/CQ-N16')
  entries.back()
  expect(await entries.goes).toBe(false)
  expect(panel.isOpen).toBe(true)
})
