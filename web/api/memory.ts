// What does this browser keep for the page? It may keep nothing, or refuse to be asked.
//
// Within a page of another origin, in a private window, by a rule of an office or with a full disk, asking for the
// storage throws. Then what is written lasts as long as the page, and everything else goes on.

type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

function memoryIn(name: 'localStorage' | 'sessionStorage'): Memory {
  /** What the browser did not take. */
  const here = new Map<string, string>()
  const kept = <T>(ask: (storage: Storage) => T): T | null => {
    try {
      const storage = globalThis[name]
      return storage ? ask(storage) : null
    } catch {
      return null
    }
  }
  return {
    getItem: (key) => here.get(key) ?? kept((storage) => storage.getItem(key)),
    setItem: (key, text) => {
      here.delete(key)
      const isTaken = kept((storage) => {
        storage.setItem(key, text)
        return true
      })
      if (!isTaken) here.set(key, text)
    },
    removeItem: (key) => {
      here.delete(key)
      kept((storage) => storage.removeItem(key))
    },
  }
}

/** For all pages of this browser, until somebody clears it. */
export const browserMemory = memoryIn('localStorage')
/** For this tab, until it is closed. */
export const tabMemory = memoryIn('sessionStorage')

/** Calls `act` when another page of this browser changes what is kept under the key; returns the stop. */
export function whenKeptElsewhere(key: string, act: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === key) act()
  }
  addEventListener('storage', onStorage)
  return () => removeEventListener('storage', onStorage)
}
