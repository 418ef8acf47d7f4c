// The board of scenarios, fetched when its place on the page is first drawn.
import { h } from 'preact'
import { useLazy } from '#web/parts/controls/lazy.tsx'

type ScenariosProps = {
  /** What is shown may not be changed: it was stored. */
  isReadOnly?: boolean
}

const load = async () =>
  (await import('#web/workspaces/compare/scenarios/scenarios-board.tsx')).ScenariosBoard

export function Scenarios({ isReadOnly = false }: ScenariosProps) {
  const { Loaded, words } = useLazy<{ isReadOnly: boolean }>(load)
  return Loaded ? h(Loaded, { isReadOnly }) : words
}
