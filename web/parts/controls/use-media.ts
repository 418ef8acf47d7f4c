// Does the window fit a condition of media, now and whenever that changes?
import { useEffect, useState } from 'preact/hooks'

/** Read from metres away: type and figures grow, as in tokens.css. */
export const WALL = '(min-width: 2400px)'
/** Pressed by fingers, without keys. */
export const TOUCH = '(pointer: coarse)'

export function useMedia(condition: string): boolean {
  const [fits, setFits] = useState(() => matchMedia(condition).matches)
  useEffect(() => {
    const list = matchMedia(condition)
    const onChange = () => setFits(list.matches)
    onChange()
    list.addEventListener('change', onChange)
    return () => list.removeEventListener('change', onChange)
  }, [condition])
  return fits
}
