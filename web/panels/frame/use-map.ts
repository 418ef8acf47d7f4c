// Puts the map into the page, for as long as its place is there.
import { useEffect, useRef } from 'preact/hooks'
import { mapTrouble } from '#web/map/current.ts'

/** Draws the map in the element; it ends with the panel. */
export function useMap() {
  const container = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let remove: (() => void) | undefined
    let gone = false
    // The map is the largest part of the page: panels are there before it.
    import('#web/map/atlas-map.ts').then(
      ({ createAtlasMap }) => {
        if (!gone && container.current) remove = createAtlasMap(container.current)
      },
      (error) => {
        console.warn(error)
        // Its program cannot even begin where the browser allows no workers.
        mapTrouble.value = 'Worker' in globalThis ? 'no-code' : 'no-worker'
      },
    )
    return () => {
      gone = true
      remove?.()
    }
  }, [])
  return container
}
