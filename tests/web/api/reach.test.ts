// Does a request of the page go to where the page came from, with the token only where it changes something?
import { afterEach, expect, it, vi } from 'vitest'
import { adminToken, at, reach } from '#web/api/reach.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  adminToken.value = null
})

/** What would be fetched, and with which authorization. */
async function asked(path: string, init?: RequestInit): Promise<[string, string | undefined]> {
  let seen: [string, string | undefined] = ['', undefined]
  vi.stubGlobal('fetch', async (address: string, given: RequestInit = {}) => {
    seen = [address, new Headers(given.headers).get('Authorization') ?? undefined]
    return new Response()
  })
  await reach(path, init)
  return seen
}

it('reads without the token and changes with it, once a person has given it', async () => {
  expect(at('/api')).toBe('/api')
  expect(await asked('/api/parks', { method: 'DELETE' })).toEqual(['/api/parks', undefined])
  adminToken.value = 'open-sesame'
  expect(await asked('/api/parks')).toEqual(['/api/parks', undefined])
  const change = { method: 'PUT', headers: { 'If-Match': '"1"' } }
  expect(await asked('/api/parks', change)).toEqual(['/api/parks', 'Bearer open-sesame'])
})
