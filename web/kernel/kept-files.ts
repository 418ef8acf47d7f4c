// A file whose address names it by its checksum: fetched once, checked, kept by the browser where it keeps anything.
//
// In an insecure context, a private window or with a full disk nothing is kept; then it is fetched by each page.

export type Fetched<T> =
  | { kind: 'sound'; content: T }
  | { kind: 'too-large' }
  | { kind: 'unsound' }
  | { kind: 'not-here' }

const STORE = 'park-atlas-networks'

/** `read` checks the bytes, and gives null where they are not what was written. */
export async function fetchForGood<T>(
  address: string,
  mostBytes: number,
  read: (bytes: ArrayBuffer) => T | null,
  reach: typeof fetch,
): Promise<Fetched<T>> {
  const store = await openStore()
  if (!store) return (await found(null, address, mostBytes, read, reach)).fetched
  // Of workers and tabs that want the same file at once one fetches it; the others find it kept.
  const { promise, resolve, reject } = Promise.withResolvers<Fetched<T>>()
  navigator.locks
    .request(`${STORE} ${address}`, async () => {
      const { fetched, kept } = await found(store, address, mostBytes, read, reach)
      resolve(fetched)
      await kept
    })
    .catch(reject)
  return promise
}

/** From the store, else from the server; `kept` ends when it lies in the store. */
async function found<T>(
  store: Cache | null,
  address: string,
  mostBytes: number,
  read: (bytes: ArrayBuffer) => T | null,
  reach: typeof fetch,
): Promise<{ fetched: Fetched<T>; kept?: Promise<void> }> {
  const kept = await store?.match(address).catch(() => undefined)
  if (kept) {
    const content = read(await kept.arrayBuffer())
    if (content) return { fetched: { kind: 'sound', content } }
    // Cut off or changed where it lies.
    await store?.delete(address)
  }
  // Kept once is enough: where there is a store, the browser need not keep it a second time.
  const response = await reach(address, store ? { cache: 'no-store' } : {}).catch(() => null)
  if (!response?.ok) return { fetched: { kind: 'not-here' } }
  if (Number(response.headers.get('Content-Length') ?? 0) > mostBytes) {
    await response.body?.cancel()
    return { fetched: { kind: 'too-large' } }
  }
  const bytes = await response.arrayBuffer().catch(() => null)
  if (!bytes) return { fetched: { kind: 'not-here' } }
  const copy = store && new Response(bytes.slice(0))
  const content = read(bytes)
  if (!content) return { fetched: { kind: 'unsound' } }
  return {
    fetched: { kind: 'sound', content },
    ...(store && copy ? { kept: keep(store, address, copy) } : {}),
  }
}

/** In the place of older files of the same name. */
async function keep(store: Cache, address: string, copy: Response): Promise<void> {
  try {
    const { pathname } = new URL(address)
    for (const { url } of await store.keys()) {
      if (new URL(url).pathname === pathname && url !== address) await store.delete(url)
    }
    await store.put(address, copy)
  } catch {
    // What cannot be kept is fetched again.
  }
}

async function openStore(): Promise<Cache | null> {
  try {
    return await caches.open(STORE)
  } catch {
    return null
  }
}
