// Who supplies the selected firm or park, and whom does it supply? Recorded and possible, kept apart.
import '#web/panels/frame/map.css'
import type { Link } from '#geodata/contract/collections.ts'
import type { PartnerCounts, PossiblePartner } from '#geodata/contract/processes/supply-chain.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'
import { Words } from '#web/parts/words/words.tsx'
import { hovering } from '#web/state/answers/hover.ts'
import { knownLinks, linksAbove, supplyChain } from '#web/state/answers/supply-chain.ts'
import { firmOf } from '#web/state/region/firms.ts'
import { changeView, view } from '#web/state/view/store.ts'

export function SupplyPartners() {
  const answer = supplyChain.value
  if (answer.kind === 'unasked') return null
  return (
    <section class="part supply">
      <h3>{t('map.supply.title')}</h3>
      <h4>
        <svg viewBox="0 0 22 8" width="22" height="8" aria-hidden="true">
          <path d="M0 4h22" stroke="currentColor" stroke-width="1.600" />
        </svg>
        {t('map.supply.known')} <span class="count">{knownLinks.value.length || ''}</span>
      </h4>
      <Known />
      <Above />
      {answer.kind === 'computing' && <p role="status">{t('map.supply.computing')}</p>}
      {answer.kind === 'failed' && <p role="alert">{t('map.supply.failed')}</p>}
      {answer.kind === 'answered' && (
        <>
          <OnMap count={answer.result.suppliers.length + answer.result.customers.length} />
          <Possible
            title={t('map.supply.suppliers')}
            mark="diamond"
            partners={answer.result.suppliers}
            counts={answer.result.counts.suppliers}
          />
          <Possible
            title={t('map.supply.customers')}
            mark="square"
            partners={answer.result.customers}
            counts={answer.result.counts.customers}
          />
          <p class="method">
            {t('map.supply.derived')}
            {answer.result.withoutProducts.length > 0 &&
              ` ${t('map.supply.withoutProducts', { count: answer.result.withoutProducts.length })}`}
          </p>
        </>
      )}
    </section>
  )
}

/** What is only possible comes on the map where it is asked for. */
function OnMap({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <label class="toggle">
      <input
        type="checkbox"
        checked={view.value.possiblePartners}
        onChange={(event) => changeView({ possiblePartners: event.currentTarget.checked })}
      />
      <span>{t('map.supply.onMap')}</span>
      <span class="count">{count}</span>
    </label>
  )
}

function Known() {
  const links = knownLinks.value
  if (links.length > 0) return <LinkNames links={links} />
  const isAbove = linksAbove.value.length > 0
  return <p class="method">{t(isAbove ? 'map.supply.knownAbove' : 'map.supply.knownNone')}</p>
}

/** What its district, or a firm's park, has agreed: it may concern the chosen one. */
function Above() {
  const links = linksAbove.value
  if (links.length === 0) return null
  const isPark = view.value.selection?.collection === 'parks'
  return (
    <>
      <h4>
        {t(isPark ? 'map.supply.ofDistrict' : 'map.supply.ofPark')}{' '}
        <span class="count">{links.length}</span>
      </h4>
      <LinkNames links={links} />
    </>
  )
}

function LinkNames({ links }: { links: readonly Link[] }) {
  return (
    <ul>
      {links.map(({ id, properties }) => (
        <li key={id}>
          <button
            type="button"
            class="quiet"
            onClick={() => changeView({ selection: { collection: 'links', id } })}
          >
            <Words of={`${properties.fromNameZh} → ${properties.toNameZh}`} />
          </button>
          <small>
            {t(`layout.kind.${properties.kind}`)} · {properties.year}
          </small>
        </li>
      ))}
    </ul>
  )
}

type PossibleProps = {
  title: string
  mark: 'diamond' | 'square'
  partners: PossiblePartner[]
  counts: PartnerCounts
}

function Possible({ title, mark, partners, counts }: PossibleProps) {
  const firm = partners.filter(({ goods }) => goods[0]?.match === 'product')
  const bySegment = partners.filter(({ goods }) => goods[0]?.match === 'segment')
  return (
    <>
      <h4>
        <i class={`mark ${mark}`} />
        {title} <span class="count">{counts.product || ''}</span>
      </h4>
      {firm.length > 0 ? (
        <Partners partners={firm} />
      ) : (
        <p class="method">{t('map.supply.none')}</p>
      )}
      <FirstOf listed={firm.length} count={counts.product} />
      {bySegment.length > 0 && (
        <details class="folded-filter">
          <summary>{t('map.supply.bySegment', { count: counts.segment })}</summary>
          <Partners partners={bySegment} />
          <FirstOf listed={bySegment.length} count={counts.segment} />
        </details>
      )}
      {bySegment.length === 0 && counts.segment > 0 && (
        <p class="method">{t('map.supply.bySegment', { count: counts.segment })}</p>
      )}
    </>
  )
}

/** Of very many the server names the first alone. */
function FirstOf({ listed, count }: { listed: number; count: number }) {
  if (listed === count) return null
  return <p class="method">{t('map.supply.firstOf', { listed, count })}</p>
}

/** Firms that fit by the same goods stand under these goods, which are written once. */
export function byGoods(
  partners: readonly PossiblePartner[],
): { goods: string; source: string; ids: string[] }[] {
  const groups = new Map<string, { goods: string; sources: Set<string>; ids: string[] }>()
  for (const { companyId, goods } of partners) {
    const text = goodsText(goods)
    const group = groups.get(text) ?? { goods: text, sources: new Set(), ids: [] }
    group.ids.push(companyId)
    for (const { source } of goods) group.sources.add(source)
    groups.set(text, group)
  }
  return [...groups.values()].map(({ sources, ...group }) => ({
    ...group,
    source: [...sources].join('; '),
  }))
}

function Partners({ partners }: { partners: PossiblePartner[] }) {
  return (
    <ul class="by-goods">
      {byGoods(partners).map(({ goods, source, ids }) => (
        <li key={goods}>
          <small title={inReadersWords(source)}>
            {goods} {ids.length > 1 && <span class="count">{ids.length}</span>}
          </small>
          <ul>
            {ids.map((companyId) => {
              const named = firmOf(companyId)?.properties
              return (
                <li key={companyId}>
                  <button
                    type="button"
                    class="quiet"
                    {...hovering({ collection: 'companies', id: companyId })}
                    onClick={() =>
                      changeView({ selection: { collection: 'companies', id: companyId } })
                    }
                  >
                    <Words of={named ? nameOf(named) : companyId} />
                  </button>
                </li>
              )
            })}
          </ul>
        </li>
      ))}
    </ul>
  )
}

/** The goods by which a firm fits, each once. */
function goodsText(goods: PossiblePartner['goods']): string {
  // Beside a firm good, what only the segment says is no news.
  const firmest = goods.filter(({ match }) => match === goods[0]?.match)
  const names = firmest.map(({ name, intoProductId }) =>
    intoProductId === null ? t('map.supply.toVehicle', { good: say(name) }) : say(name),
  )
  return [...new Set(names)].join(t('common.listSeparator'))
}
