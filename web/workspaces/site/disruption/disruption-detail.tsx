// One stretch closed: which deliveries are slower or gone, and by which way they go instead.

import type { DisruptionResult } from '#geodata/contract/processes/disruption.ts'
import { DetourMap } from '#web/charts/detour-map.tsx'
import { frameAround } from '#web/charts/frame.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { Words } from '#web/parts/words/words.tsx'
import { districts } from '#web/state/region/lists.ts'
import { doubtOfStretch } from '#web/workspaces/site/disruption/disruption-sentence.ts'
import { type Stretch, stretchName } from '#web/workspaces/site/disruption/stretch-words.ts'

const WIDTH = 560
const HEIGHT = 360
const MARGIN_KILOMETERS = 8

type DisruptionDetailProps = {
  result: DisruptionResult
  /** Those that are drawn and can be closed by a click. */
  drawn: readonly Stretch[]
  onClose: (id: string) => void
}

export function DisruptionDetail({ result, drawn, onClose }: DisruptionDetailProps) {
  const { detail, links } = result
  const link = links.find(({ id }) => id === detail?.linkId)
  if (!detail || !link) return null
  const name = stretchName(link)
  const doubt = doubtOfStretch(link, result)
  const before = detail.pairs.map(({ beforeLine }) => beforeLine)
  const after = detail.pairs.map(({ afterLine }) => afterLine)
  const frame = frameAround([...before, ...after].flat(), MARGIN_KILOMETERS, WIDTH, HEIGHT)
  return (
    <section aria-label={t('disruption.closed', { name })}>
      <h2>
        <Words of={t('disruption.closed', { name })} />
      </h2>
      <DetourMap
        frame={frame}
        outlines={districts.value.map(({ geometry }) => geometry.coordinates)}
        before={before}
        after={after}
        closed={link.line}
        others={drawn.map((one) => ({ id: one.id, name: stretchName(one), line: one.line }))}
        onPick={onClose}
        label={t('disruption.mapLabel', { name, count: detail.pairs.length })}
      />
      <p class="site-note">
        {t('disruption.legend')} {t('disruption.clickMap')}{' '}
        {t('disruption.network', { name: say(result.basis.network.name) })}
      </p>
      {doubt && (
        <p class="site-note">
          <i class="hatch-swatch" aria-hidden="true" /> <Words of={doubt} />
        </p>
      )}
      <table class="rate-table">
        <caption>
          {t('disruption.pairs', { count: detail.pairs.length, all: link.pairCount })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('disruption.colPair')}</th>
            <th scope="col">{t('disruption.colProducts')}</th>
            <th scope="col">{t('disruption.colBefore')}</th>
            <th scope="col">{t('disruption.colAfter')}</th>
          </tr>
        </thead>
        <tbody>
          {detail.pairs.map(({ firm, plant, products, beforeMinutes, afterMinutes }) => (
            <tr key={`${firm.id} ${plant.id}`}>
              <th scope="row">
                {nameOf(firm)} → {nameOf(plant)}
              </th>
              <td>{products}</td>
              <td>{Math.round(beforeMinutes)}</td>
              <td>
                {afterMinutes === null ? (
                  <b>{t('disruption.noWay')}</b>
                ) : (
                  <>
                    <b>{Math.round(afterMinutes)}</b>{' '}
                    <small>+{Math.round(afterMinutes - beforeMinutes)}</small>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
