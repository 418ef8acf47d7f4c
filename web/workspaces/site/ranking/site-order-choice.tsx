// By what is the ranking read: points, minutes or doubts?
import '#web/parts/controls/site-order.css'
import { t } from '#web/messages/index.ts'
import { changeView, view } from '#web/state/view/store.ts'
import { SITE_ORDERS } from '#web/state/view/view.ts'

export function SiteOrderChoice() {
  return (
    <fieldset class="site-order">
      <legend class="visually-hidden">{t('freight.order')}</legend>
      {SITE_ORDERS.map((order) => (
        <label key={order}>
          <input
            type="radio"
            name="site-order"
            checked={view.value.siteOrder === order}
            onChange={() => changeView({ siteOrder: order })}
          />
          <span>{t(`freight.order.${order}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
