// Each candidate's rings as a small static drawing, all in one frame; screen and paper show the same.
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { frameAround } from '#web/charts/frame.ts'
import { LetterBadge } from '#web/charts/letter-mark.tsx'
import { MiniMap } from '#web/charts/mini-map.tsx'
import { useRegionGround } from '#web/charts/region-ground.ts'
import { t } from '#web/messages/index.ts'
import { creditLines } from '#web/panels/basemaps/map-credits.ts'
import { scoreParts } from '#web/parts/words/measured.ts'
import { COMPARED_MARGIN_KILOMETERS, comparedRings } from '#web/state/answers/compare.ts'
import { view } from '#web/state/view/store.ts'
import type { Column } from '#web/workspaces/compare/column.ts'
import { marksOf } from '#web/workspaces/compare/compare-marks.ts'
import { ringsKey } from '#web/workspaces/compare/compare-request.ts'

const WIDTH = 320
const HEIGHT = 200

type CompareMapsProps = { columns: readonly Column[]; result: ComparisonResult | null }

export function CompareMaps({ columns, result }: CompareMapsProps) {
  const origins = columns.flatMap(({ lngLat }) => (lngLat ? [lngLat] : []))
  const frame = frameAround(origins, COMPARED_MARGIN_KILOMETERS, WIDTH, HEIGHT)
  const ground = useRegionGround(frame)
  if (origins.length === 0) return null
  return (
    <div class="compare-maps">
      {columns.map((column) => {
        if (!column.lngLat) return null
        const marks = result ? marksOf(column, result) : []
        return (
          <figure key={column.id}>
            <MapCaption column={column} />
            <MiniMap
              frame={frame}
              rings={comparedRings.value.get(ringsKey(column.id, view.value)) ?? null}
              letterIndex={column.index}
              origin={column.lngLat}
              ground={ground}
              marks={marks}
              label={t('compare.mapLabel', {
                letter: column.letter,
                name: column.name,
                count: marks.filter(({ maker }) => !maker).length,
              })}
            />
          </figure>
        )
      })}
      <p class="compare-legend">
        {[t('compare.legend'), ...makersText(result), ...creditLines()].join(' · ')}
      </p>
    </div>
  )
}

function MapCaption({ column: { index, name, candidate } }: { column: Column }) {
  const ranked = candidate?.ranked
  const points =
    ranked && scoreParts({ score: ranked.score.central, scoreLikely: ranked.score.likely })
  return (
    <figcaption>
      <LetterBadge index={index} />
      <b>{name}</b>
      {ranked && points && (
        <span class="compare-score">
          {ranked.rankLikely[0] === ranked.rankLikely[1]
            ? t('site.rank', { rank: ranked.rank })
            : t('site.rankBetween', { low: ranked.rankLikely[0], high: ranked.rankLikely[1] })}
          <b>{points.score}</b>
          {points.range && <small>{points.range}</small>}
        </span>
      )}
    </figcaption>
  )
}

/** What the diamonds are, where the product is made from something bought. */
function makersText(result: ComparisonResult | null): string[] {
  return result?.rows.some(({ id }) => id.startsWith('input ')) ? [t('compare.legendMakers')] : []
}
