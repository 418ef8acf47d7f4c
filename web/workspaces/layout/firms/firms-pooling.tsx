// Groups of vehicle plants within one radius, and product by product who could serve them together.
import type { PoolingResult } from '#geodata/contract/processes/transformation.ts'
import { nameOf, say, t } from '#web/messages/index.ts'

type Named = { id: string; nameZh: string; nameEn: string }

export function FirmsPooling({ result }: { result: PoolingResult }) {
  const { groups, unplaced, withinMinutes } = result
  return (
    <>
      <p class="lead">
        {groups.length === 0
          ? t('firms.noGroup')
          : t('firms.poolingLead', { minutes: withinMinutes, groups: groups.length })}
      </p>
      {groups.map((group, index) => (
        <details key={group.centreId} class="firms-group" open={index === 0}>
          <summary>
            {t('firms.group', {
              name: listed(group.plants.filter(({ id }) => id === group.centreId)),
              count: group.plants.length,
            })}
          </summary>
          <p>
            {listed(group.plants)}
            {' · '}
            {t('firms.capacity', {
              known: group.plants.filter(
                ({ capacityVehiclesPerYear }) => capacityVehiclesPerYear !== null,
              ).length,
            })}
          </p>
          <div class="firms-scroll">
            <table class="firms-table">
              <caption class="visually-hidden">{t('firms.pooling')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('firms.product')}</th>
                  <th scope="col">{t('firms.serving')}</th>
                  <th scope="col">{t('firms.perhaps')}</th>
                </tr>
              </thead>
              <tbody>
                {group.products.map(({ productId, product, serving, perhapsServing }) => (
                  <tr key={productId}>
                    <th scope="row">{say(product)}</th>
                    <td>{listed(serving)}</td>
                    <td>{listed(perhapsServing)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ))}
      {unplaced.length > 0 && (
        <p class="site-note">{t('firms.unplaced', { list: listed(unplaced) })}</p>
      )}
    </>
  )
}

function listed(all: readonly Named[]): string {
  return all.map(nameOf).join(t('common.listSeparator')) || t('firms.none')
}
