// Which part from this site makes which plant's window? The matrix, its hour and doubts, one cell in detail.
import '#web/workspaces/site/windows/windows.css'
import { useMemo } from 'preact/hooks'
import { inSight } from '#web/api/asked.ts'
import { execute } from '#web/api/client.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { AnswerStatus } from '#web/parts/controls/answer-status.tsx'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { BasisLine } from '#web/parts/words/basis-line.tsx'
import { ranked } from '#web/state/answers/siting.ts'
import { dataset, edits } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'
import { WindowDetail } from '#web/workspaces/site/windows/windows-cell.tsx'
import {
  cellAt,
  hourOf,
  type SiteAsked,
  shownParts,
  siteInFocus,
  trafficAt,
  windowsAsked,
} from '#web/workspaces/site/windows/windows-cells.ts'
import { WindowsControls } from '#web/workspaces/site/windows/windows-controls.tsx'
import { WindowsGrid } from '#web/workspaces/site/windows/windows-grid.tsx'
import { WindowsLegend } from '#web/workspaces/site/windows/windows-legend.tsx'
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
  const { answer, again } = useAnswer(
    (signal) => execute('jit-window', asked, signal),
    JSON.stringify([asked, dataset.value?.hash, edits.value]),
  )
  const result = inSight(answer)
  const { windows, productId } = view.value
  const hour = hourOf(view.value)
  const rows = useMemo(() => {
    if (!result) return []
    const traffic = trafficAt(view.peek(), hour)
    return shownParts(result, view.peek()).map((part) => ({
      part,
      cells: result.plants.map((plant) => cellAt(part, plant, traffic)),
    }))
  }, [result, windows, productId, hour])
  const cells = rows.flatMap((row) => row.cells)
  const count = (verdict: string) => cells.filter((cell) => cell.verdict === verdict).length
  const said =
    cells.length === 0
      ? null
      : t('windows.conclusion', {
          hour,
          makes: count('makes'),
          perhaps: count('perhaps'),
          fails: count('fails'),
          unknown: count('unknown'),
        })
  const open = cells.find(
    ({ part, plant }) =>
      part.productId === windows.cell?.productId && plant.id === windows.cell.plantId,
  )
  return (
    <div class="windows">
      <section class="windows-main" aria-label={t('windows.title')}>
        <header>
          <h1>
            {result ? t('windows.titleOf', { site: nameOf(result.site) }) : t('windows.title')}
          </h1>
          <p class="lead">{said ?? t('windows.lead')}</p>
          <WindowsControls site={site} hour={hour} />
        </header>
        <AnswerStatus answer={answer} again={again} said={said} />
        {result && result.plants.length === 0 && <p role="status">{t('windows.noPlants')}</p>}
        {result && result.plants.length > 0 && (
          <>
            <WindowsGrid rows={rows} plants={result.plants} />
            <WindowsLegend result={result} />
            <p class="site-note">
              <BasisLine basis={result.basis} /> {t('windows.notCounted')}
            </p>
          </>
        )}
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
