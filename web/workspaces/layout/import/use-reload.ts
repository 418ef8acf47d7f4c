// Once an import is written the page reads anew what it shows of the table.
import { useEffect, useRef } from 'preact/hooks'
import type { Import } from '#geodata/contract/imports.ts'
import { reloadEdited } from '#web/state/region/lists.ts'

export function useReload({ state, table }: Pick<Import, 'state' | 'table'>): void {
  const before = useRef(state)
  useEffect(() => {
    const isNew = state === 'written' && before.current !== 'written'
    before.current = state
    // What does not come now comes with the next edit.
    if (isNew) reloadEdited(table).catch(() => {})
  }, [state])
}
