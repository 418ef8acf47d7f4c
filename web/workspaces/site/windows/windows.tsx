// Which part from this site makes which plant's window? The matrix, its hour and doubts, one cell in detail.
import { DoubtfulEnds } from '#web/parts/words/doubtful-ends.tsx'
import '#web/workspaces/site/windows/windows.css'
import { useMemo, useState } from 'preact/hooks'
import type { JitWindowResult } from '#geodata/contract/processes/jit-window.ts'
import { inSight } from '#web/api/asked.ts'
import { execute } from '#web/api/client.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { AnswerStatus } from '#web/parts/controls/answer-status.tsx'
import { ShownRangeChoice } from '#web/parts/controls/shown-range-choice.tsx'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { BasisLine } from '#web/parts/words/basis-line.tsx'
import { Words } from '#web/parts/words/words.tsx'
import { ranked } from '#web/state/answers/siting.ts'
import { dataset, edits } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'
import { WindowDetail } from '#web/workspaces/site/windows/windows-cell.tsx'
import {
  type Cell,
  cellAt,
  hourOf,
  otherParts,
  ownParts,
  type SiteAsked,
  siteInFocus,
  trafficAt,
  windowsAsked,
} from '#web/workspaces/site/windows/windows-cells.ts'
import { WindowsControls } from '#web/workspaces/site/windows/windows-controls.tsx'
import { type WindowRow, WindowsGrid } from '#web/workspaces/site/windows/windows-grid.tsx'
import { WindowsLegend } from '#web/workspaces/site/windows/windows-legend.tsx'
import { windowsSentence } from '#web/workspaces/site/windows/windows-sentence.ts'
import { WindowsSummary } from '#web/workspaces/site/windows/windows-summary.tsx'

export function WindowsBoard() {
  const site = siteInFocus(view.value, ranked.value)
  if (!site) {
    return (
      <div class="windows-empty">
        <h1>{t('windows.title')}</h1>
        <p>{t('windows.noSite')}</p>
      </div>
    )
  }
  return <Windows site={site} />
}

function Windows({ site }: { site: SiteAsked }) {
  const asked = windowsAsked(view.value, site)
  const seen = [dataset.value?.hash, edits.value]
  const { answer, again } = useAnswer(
    (signal) => execute('jit-window', asked, signal),
    JSON.stringify([asked, seen]),
  )
  const result = inSight(answer)
  const { cell } = view.value.windows
  const hour = hourOf(view.value)
  const own = useRows(result, ownParts, hour)
  const [opened, setOpened] = useState<boolean | null>(null)
  // What stands alone, or is looked at, is not folded.
  const isElsewhere = cell !== null && !own.some(({ part }) => part.productId === cell.productId)
  const isOpen = opened ?? (own.length === 0 || isElsewhere)
  // Customers are plants that were chosen: the region has others.
  const { plantIds, ...everywhere } = asked
  const more = isOpen && plantIds ? everywhere : null
  const elsewhere = useAnswer(
    async (signal) => more && execute('jit-window', more, signal),
    JSON.stringify([more, seen]),
  )
  const region = plantIds ? inSight(elsewhere.answer) : result
  const others = useRows(isOpen ? region : null, otherParts, hour)
  const cells = cellsOf(own.length > 0 ? own : others)
  const said = own.length > 0 && result ? windowsSentence(result, cells, hour) : null
  const open = cellsOf([...own, ...others]).find(
    ({ part, plant }) => part.productId === cell?.productId && plant.id === cell.plantId,
  )
  return (
    <div class="windows">
      <section class="windows-main" aria-label={t('windows.title')}>
        <header>
          <h1>
            {result ? t('windows.titleOf', { site: nameOf(result.site) }) : t('windows.title')}
          </h1>
          {said && (
            <p class="board-sentence">
              <Words of={said} />
            </p>
          )}
          <p class="lead">{t('windows.lead')}</p>
          <WindowsControls site={site} hour={hour} />
          <ShownRangeChoice />
        </header>
        <AnswerStatus answer={answer} again={again} said={said} />
        {result && result.plants.length === 0 && <p role="status">{t('windows.noPlants')}</p>}
        {result && result.plants.length > 0 && own.length > 0 && (
          <WindowsGrid label={t('windows.mine')} rows={own} plants={result.plants} />
        )}
        {result && result.plants.length > 0 && (
          <RegionWindows
            isOpen={isOpen}
            onOpen={setOpened}
            rows={others}
            region={region}
            hour={hour}
          />
        )}
        {result && (
          <p class="site-note">
            <BasisLine basis={result.basis} /> {t('windows.notCounted')}
          </p>
        )}
        {result && <DoubtfulEnds ends={result.doubtfulEnds} />}
      </section>
      {result && (
        <aside class="windows-side" aria-label={t('windows.side')}>
          {open ? (
            <WindowDetail cell={open} result={result} hour={hour} />
          ) : (
            <WindowsSummary cells={cells} result={result} />
          )}
        </aside>
      )}
    </div>
  )
}

/** Parts with their cells at the hour; worked out anew only when what they follow from changes. */
function useRows(
  result: JitWindowResult | null,
  partsOf: typeof ownParts,
  hour: number,
): WindowRow[] {
  const { windows, productId, segmentId } = view.value
  return useMemo(() => {
    if (!result) return []
    const traffic = trafficAt(view.peek(), hour)
    return partsOf(result, view.peek()).map((part) => ({
      part,
      cells: result.plants.map((plant) => cellAt(part, plant, traffic)),
    }))
  }, [result, windows, productId, segmentId, hour])
}

function cellsOf(rows: readonly WindowRow[]): Cell[] {
  return rows.flatMap((row) => row.cells)
}

type RegionWindowsProps = {
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  rows: readonly WindowRow[]
  /** null: not asked yet. */
  region: JitWindowResult | null
  hour: number
}

/** The other parts at all plants of the region, folded away. */
function RegionWindows({ isOpen, onOpen, rows, region, hour }: RegionWindowsProps) {
  const cells = cellsOf(rows)
  const count = (verdict: string) => cells.filter((cell) => cell.verdict === verdict).length
  return (
    <details
      class="windows-region"
      open={isOpen}
      onToggle={(event) => onOpen(event.currentTarget.open)}
    >
      <summary>{t('windows.region')}</summary>
      {isOpen && !region && <p role="status">{t('designation.computing')}</p>}
      {isOpen && region && (
        <>
          <p>
            {t('windows.conclusion', {
              hour,
              makes: count('makes'),
              likely: count('likely'),
              perhaps: count('perhaps'),
              unlikely: count('unlikely'),
              fails: count('fails'),
              unknown: count('unknown'),
            })}
          </p>
          <WindowsGrid label={t('windows.region')} rows={rows} plants={region.plants} />
          <WindowsLegend result={region} />
        </>
      )}
    </details>
  )
}
