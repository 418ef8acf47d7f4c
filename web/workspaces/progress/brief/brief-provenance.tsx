// What the brief stands on: hosts of its sources, licences, boundaries, map approval number, its own address.
import type { Dataset } from '#geodata/contract/documents.ts'
import { say, t } from '#web/messages/index.ts'
import { creditLines } from '#web/panels/basemaps/map-credits.ts'
import { shortSource } from '#web/parts/words/short-source.ts'
import type { DistrictFigures } from '#web/state/region/district-figures.ts'
import { view } from '#web/state/view/store.ts'
import { encodeView } from '#web/state/view/view.ts'

const SHOWN = 10

export function BriefProvenance({ one, known }: { one: DistrictFigures; known: Dataset | null }) {
  const hosts = [
    ...new Set(
      [
        ...[...one.parks, ...one.firms, ...one.platforms, ...one.links].map(
          ({ properties }) => properties.source,
        ),
        ...one.figures.map(({ source }) => source),
      ].flatMap((source) => shortSource(source).split(' · ')),
    ),
  ].filter(Boolean)
  return (
    <footer class="brief-foot">
      <p class="brief-clamped">
        <b>{t('common.source')}</b>{' '}
        {hosts.length === 0
          ? t('progress.noSource')
          : hosts
              .slice(0, SHOWN)
              .map((host, index) => `[${index + 1}] ${host}`)
              .join('　')}
        {hosts.length > SHOWN && ` ${t('progress.more', { count: hosts.length - SHOWN })}`}
      </p>
      {known && (
        <>
          <p>{[say(known.boundaryNote), ...creditLines()].join(' · ')}</p>
          <p title={t('common.dataHash', { hash: known.hash })}>
            {t('brief.basis', {
              parks: known.counts.parks ?? 0,
              firms: known.counts.companies ?? 0,
            })}
          </p>
        </>
      )}
      <p class="brief-clamped">{`${location.origin}${location.pathname}?${encodeView(view.value)}`}</p>
    </footer>
  )
}
