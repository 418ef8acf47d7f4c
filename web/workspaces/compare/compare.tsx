// Two to six candidates side by side: one frame, one scale, one table in natural units.
import '#web/parts/controls/print.css'
import '#web/workspaces/compare/compare.css'
import type { Park } from '#geodata/contract/collections.ts'
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { LetterBadge } from '#web/charts/letter-mark.tsx'
import { nameOf, say, t } from '#web/messages/index.ts'
import { MapFrame } from '#web/panels/frame/map-frame.tsx'
import { ProductPicker } from '#web/parts/controls/product-picker.tsx'
import { useAnnounced } from '#web/parts/focus/announcer.tsx'
import { scoreParts } from '#web/parts/words/measured.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { letterOf, readCompared, shownIndex } from '#web/state/answers/compare.ts'
import { candidateIdOf, ranked, siting, sitingQuestion } from '#web/state/answers/siting.ts'
import { loading, parks, taxonomy } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'
import type { Column } from '#web/workspaces/compare/column.ts'
import { CompareMaps } from '#web/workspaces/compare/compare-maps.tsx'
import { CompareQuestion } from '#web/workspaces/compare/compare-needs.tsx'
import { CompareProvenance } from '#web/workspaces/compare/compare-provenance.tsx'
import { lngLatOf, useComparison } from '#web/workspaces/compare/compare-request.ts'
import { CompareTable } from '#web/workspaces/compare/compare-table.tsx'

/** The comparison workspace; the map keeps showing the rings of the candidate chosen here. */
export function ComparePanel() {
  const dark = document.documentElement.dataset.theme === 'dark'
  const ready = loading.value.kind === 'ready'
  const byId = ready ? new Map(parks.value.map((park) => [park.properties.id, park])) : null
  useComparison(ready)
  const { compared } = view.value
  const state = siting.value
  const result = ranked.value
  const columns = columnsOf(compared, byId, result)
  useAnnounced(result && state.kind === 'answered' ? saidOf(columns, result) : null)
  if (compared.length === 0) {
    return (
      <main class="compare">
        <h1>{t('compare.title')}</h1>
        <div class="site-empty">
          <h2>{t('compare.empty')}</h2>
          <p>{t('compare.emptyHint')}</p>
          <button type="button" class="primary" onClick={() => changeView({ workspace: 'site' })}>
            {t('compare.goSite')}
          </button>
        </div>
      </main>
    )
  }
  const made = result ? say(result.question.product ?? result.question.segment) : null
  const asked = view.value.productId !== null || view.value.segmentId !== null
  return (
    <main class="compare">
      <header class="compare-head">
        <h1>
          {made
            ? t('compare.titleOf', { product: made, count: compared.length })
            : t('compare.title')}
        </h1>
        <button type="button" class="primary no-print" onClick={() => window.print()}>
          {t('compare.print')}
        </button>
      </header>
      <div role="status" aria-live="polite">
        {state.kind === 'computing' && (
          <p class="site-progress">
            <progress aria-label={t('compare.computing', { count: compared.length })} />
            {t('compare.computing', { count: compared.length })}
          </p>
        )}
        {compared.length === 1 && <p class="site-note">{t('compare.one')}</p>}
      </div>
      {state.kind === 'failed' && (
        <div class="site-failed" role="alert">
          <h2>{t('compare.failed')}</h2>
          <p>{problemText(state.problem)}</p>
          <button type="button" onClick={sitingQuestion.again}>
            {t('compare.again')}
          </button>
        </div>
      )}
      {!asked && (
        <div class="compare-ask no-print">
          <p class="site-note">{t('compare.noProduct')}</p>
          <ProductPicker segments={taxonomy.value} />
        </div>
      )}
      {result && <CompareQuestion result={result} />}
      <CompareMaps columns={columns} result={result} />
      <div class="compare-body">
        <CompareTable columns={columns} result={result} />
        <section class="compare-live no-print" aria-label={t('compare.rings')}>
          <Letters columns={columns} />
          <MapFrame key={`${dark}`} />
        </section>
      </div>
      <CompareProvenance columns={columns} result={result} />
    </main>
  )
}

/** Every candidate with its points, in the order of the columns. */
function saidOf(columns: readonly Column[], { ranking }: SitingResult): string | null {
  const scored = columns.flatMap(({ candidateId, letter, name }) => {
    const candidate = ranking.find((one) => one.id === candidateId)
    return candidate
      ? [t('compare.said', { letter, name, score: scoreParts(candidate).score })]
      : []
  })
  return scored.join(t('common.listSeparator')) || null
}

function Letters({ columns }: { columns: Column[] }) {
  const shown = shownIndex(view.value)
  const remove = (id: string) =>
    changeView({ compared: view.value.compared.filter((one) => one !== id), comparedShown: 0 })
  return (
    <fieldset class="compare-letters no-print">
      <legend>{t('compare.rings')}</legend>
      {columns.map(({ id, index, name }) => (
        <span key={id} class="compare-letter">
          <button
            type="button"
            aria-pressed={index === shown}
            onClick={() => changeView({ comparedShown: index })}
          >
            <LetterBadge index={index} /> {name}
          </button>
          <button
            type="button"
            class="quiet"
            aria-label={t('compare.remove', { name })}
            onClick={() => remove(id)}
          >
            ×
          </button>
        </span>
      ))}
    </fieldset>
  )
}

function columnsOf(
  compared: string[],
  byId: ReadonlyMap<string, Park> | null,
  result: SitingResult | null,
): Column[] {
  return compared.map((id, index) => {
    const read = readCompared(id)
    const candidateId = candidateIdOf(id, view.value)
    const own = { id, candidateId, letter: letterOf(index), index }
    if (read.kind === 'pin') {
      const [lng, lat] = read.lngLat
      const name = `${t('site.pinName')} ${lng.toFixed(3)}, ${lat.toFixed(3)}`
      return { ...own, name, park: null, lngLat: read.lngLat, trouble: null }
    }
    const park = byId?.get(id) ?? null
    const site = park ? null : result?.ranking.find((one) => one.id === id)
    if (site) return { ...own, name: nameOf(site), park, lngLat: site.lngLat, trouble: null }
    const name = park ? say({ zh: park.properties.labelZh, en: park.properties.labelEn }) : id
    const trouble =
      read.kind === 'unreadable'
        ? t('compare.unreadable', { id })
        : byId && !park
          ? t('compare.unknownPark', { id })
          : null
    return { ...own, name, park, lngLat: lngLatOf(park), trouble }
  })
}
