// What does this page stand on? Sources, method, basis hashes, map approval and its own address.
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { say, t } from '#web/messages/index.ts'
import { creditLines } from '#web/panels/basemaps/map-credits.ts'
import { networkDate } from '#web/parts/words/network-words.ts'
import { Words } from '#web/parts/words/words.tsx'
import { dataset } from '#web/state/region/lists.ts'
import { shownAddress } from '#web/workspaces/compare/kept/use-kept.ts'

/** Every source that a cell names, each once. */
function sourcesOf({ rows }: ComparisonResult): string[] {
  const named = rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell.kind === 'none' ? [] : cell.source.split(';'))),
  )
  return [...new Set(named.map((source) => source.trim()).filter(Boolean))]
}

export function CompareProvenance({ result }: { result: ComparisonResult | null }) {
  const known = dataset.value
  const sources = result ? sourcesOf(result) : []
  return (
    <footer class="compare-provenance">
      {sources.length > 0 && (
        <p>
          <b>{t('compare.sources')}</b>{' '}
          <Words of={sources.map((source, index) => `[${index + 1}] ${source}`).join('　')} />
        </p>
      )}
      <p>{t('compare.method')}</p>
      {result && (
        <p>
          {t('compare.basis', {
            network: say(result.basis.network.name),
            date: networkDate(result.basis.network.date),
            hash: result.basis.network.hash.slice(0, 12),
            dataset: result.basis.dataset.hash.slice(0, 12),
            parameters: result.basis.parametersHash.slice(0, 12),
          })}
        </p>
      )}
      {known && <p>{[say(known.boundaryNote), ...creditLines()].join(' · ')}</p>}
      <p class="compare-url">{t('compare.url', { url: shownAddress() })}</p>
    </footer>
  )
}
