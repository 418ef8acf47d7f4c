// The note that tells a window's route or ring on the map is fetched when it is first wanted.
import { type FunctionComponent, h } from 'preact'
import { useEffect, useState } from 'preact/hooks'

export function WindowNoteSlot() {
  const [Note, setNote] = useState<FunctionComponent | null>(null)
  useEffect(() => {
    void import('#web/workspaces/site/windows/window-note.tsx').then(({ WindowNote }) =>
      setNote(() => WindowNote),
    )
  }, [])
  return Note && h(Note, {})
}
