// One stretch closed: which deliveries are slower or gone, and by which way they go instead.

import type { DisruptionResult } from '#geodata/contract/processes/disruption.ts'
import { DetourMap } from '#web/charts/detour-map.tsx'
import { frameAround } from '#web/charts/frame.ts'
import { nameOf, t } from '#web/messages/index.ts'
import { Words } from '#web/parts/words/words.tsx'
import { districts } from '#web/state/region/lists.ts'

const WIDTH = 560
const HEIGHT = 360
const MARGIN_KILOMETERS = 8

type DisruptionDetailProps = {
  result: DisruptionResult
  nameOf: (link: DisruptionResult['links'][number]) => string
}

export function DisruptionDetail({ result, nameOf: nameOfLink }: DisruptionDetailProps) {
  const { detail, links } = result
  const link = links.find(({ id }) => id === detail?.linkId)
  if (!detail || !link) return null
  const name = nameOfLink(link)
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
        label={t('disruption.mapLabel', { name, count: detail.pairs.length })}
      />
      <p class="site-note">{t('disruption.legend')}</p>
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
