// Does the window fit a condition of media, now and whenever that changes?
import { useEffect, useState } from 'preact/hooks'

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
