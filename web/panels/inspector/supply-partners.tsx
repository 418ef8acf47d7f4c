// Who supplies the selected firm or park, and whom does it supply? Recorded and possible, kept apart.
import '#web/panels/frame/map.css'
import type { PossiblePartner } from '#geodata/contract/processes/supply-chain.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { hovering } from '#web/state/answers/hover.ts'
import { knownLinks, supplyChain } from '#web/state/answers/supply-chain.ts'
import { companies } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'

const GOODS_SHOWN = 3

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
      {answer.kind === 'computing' && <p role="status">{t('map.supply.computing')}</p>}
      {answer.kind === 'failed' && <p role="alert">{t('map.supply.failed')}</p>}
      {answer.kind === 'answered' && (
        <>
          <OnMap count={answer.result.suppliers.length + answer.result.customers.length} />
          <Possible
            title={t('map.supply.suppliers')}
            mark="diamond"
            partners={answer.result.suppliers}
          />
          <Possible
            title={t('map.supply.customers')}
            mark="square"
            partners={answer.result.customers}
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
  if (links.length === 0) return <p class="method">{t('map.supply.knownNone')}</p>
  return (
    <ul>
      {links.map(({ id, properties }) => (
        <li key={id}>
          <button
            type="button"
            class="quiet"
            onClick={() => changeView({ selection: { collection: 'links', id } })}
          >
            <span lang="zh-CN">
              {properties.fromNameZh} → {properties.toNameZh}
            </span>
          </button>
          <small>
            {t(`layout.kind.${properties.kind}`)} · {properties.year}
          </small>
        </li>
      ))}
    </ul>
  )
}

type PossibleProps = { title: string; mark: 'diamond' | 'square'; partners: PossiblePartner[] }

function Possible({ title, mark, partners }: PossibleProps) {
  const firm = partners.filter(({ goods }) => goods[0]?.match === 'product')
  const bySegment = partners.filter(({ goods }) => goods[0]?.match === 'segment')
  return (
    <>
      <h4>
        <i class={`mark ${mark}`} />
        {title} <span class="count">{firm.length || ''}</span>
      </h4>
      {firm.length > 0 ? (
        <Partners partners={firm} />
      ) : (
        <p class="method">{t('map.supply.none')}</p>
      )}
      {bySegment.length > 0 && (
        <details class="folded-filter">
          <summary>{t('map.supply.bySegment', { count: bySegment.length })}</summary>
          <Partners partners={bySegment} />
        </details>
      )}
    </>
  )
}

function Partners({ partners }: { partners: PossiblePartner[] }) {
  const names = new Map(companies.value.map(({ properties }) => [properties.id, properties]))
  return (
    <ul>
      {partners.map(({ companyId, goods }) => {
        const named = names.get(companyId)
        return (
          <li key={companyId}>
            <button
              type="button"
              class="quiet"
              {...hovering({ collection: 'companies', id: companyId })}
              onClick={() => changeView({ selection: { collection: 'companies', id: companyId } })}
            >
              {named ? nameOf(named) : companyId}
            </button>
            <small title={[...new Set(goods.map(({ source }) => source))].join('; ')}>
              {goodsText(goods)}
            </small>
          </li>
        )
      })}
    </ul>
  )
}

function goodsText(goods: PossiblePartner['goods']): string {
  // Beside a firm good, what only the segment says is no news.
  const firmest = goods.filter(({ match }) => match === goods[0]?.match)
  const names = firmest.map(({ name, intoProductId }) =>
    intoProductId === null ? t('map.supply.toVehicle', { good: say(name) }) : say(name),
  )
  const distinct = [...new Set(names)]
  const shown = distinct.slice(0, GOODS_SHOWN).join(t('common.listSeparator'))
  return distinct.length > GOODS_SHOWN ? `${shown} …` : shown
}
