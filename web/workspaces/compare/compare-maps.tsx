// Each candidate's rings as a small static drawing, all in one frame; screen and paper show the same.
import type { SitingResult } from '#geodata/contract/processes/siting.ts'
import { frameAround } from '#web/charts/frame.ts'
import { LetterBadge } from '#web/charts/letter-mark.tsx'
import { MiniMap } from '#web/charts/mini-map.tsx'
import { t } from '#web/messages/index.ts'
import { scoreParts } from '#web/parts/words/measured.ts'
import { comparedRings } from '#web/state/answers/compare.ts'
import { districts } from '#web/state/region/lists.ts'
import { view } from '#web/state/view/store.ts'
import type { Column } from '#web/workspaces/compare/column.ts'
import { ColumnMark } from '#web/workspaces/compare/compare-needs.tsx'
import { ringsKey } from '#web/workspaces/compare/compare-request.ts'

const WIDTH = 320
const HEIGHT = 200
const MARGIN_KILOMETERS = 30

type CompareMapsProps = { columns: Column[]; result: SitingResult | null }

export function CompareMaps({ columns, result }: CompareMapsProps) {
  const outlines = districts.value.map(({ geometry }) => geometry.coordinates)
  const origins = columns.flatMap(({ lngLat }) => (lngLat ? [lngLat] : []))
  if (origins.length === 0) return null
  const frame = frameAround(origins, MARGIN_KILOMETERS, WIDTH, HEIGHT)
  return (
    <div class="compare-maps">
      {columns.map((column) => {
        const candidate = result?.ranking.find(({ id }) => id === column.candidateId)
        const rings = comparedRings.value.get(ringsKey(column.id, view.value)) ?? null
        const plants = candidate?.plants ?? []
        const points = candidate && scoreParts(candidate)
        return (
          <figure key={column.id}>
            <figcaption>
              <LetterBadge index={column.index} />
              <b>{column.name}</b>
              {result && <ColumnMark column={column} result={result} />}
              {points && candidate && (
                <span class="compare-score">
                  {candidate.rankLikely[0] === candidate.rankLikely[1]
                    ? t('site.rank', { rank: candidate.rank })
                    : t('site.rankBetween', {
                        low: candidate.rankLikely[0],
                        high: candidate.rankLikely[1],
                      })}
                  <b>{points.score}</b>
                  {points.range && <small>{points.range}</small>}
                </span>
              )}
            </figcaption>
            {column.trouble ? (
              <p class="site-bad">{column.trouble}</p>
            ) : (
              <MiniMap
                frame={frame}
                rings={rings}
                letterIndex={column.index}
                origin={column.lngLat}
                outlines={outlines}
                marks={plants.map(({ id, lngLat, duration }) => ({
                  id,
                  lngLat,
                  text: duration ? String(Math.round(duration.centralSeconds / 60)) : '',
                }))}
                label={t('compare.mapLabel', {
                  letter: column.letter,
                  name: column.name,
                  count: plants.length,
                })}
              />
            )}
          </figure>
        )
      })}
      <p class="compare-legend">{t('compare.legend')}</p>
    </div>
  )
}
