// Who buys it, what it is made from, how it travels, and which places may take it?
import './site-form.css'
import type { ComponentChildren } from 'preact'
import { t } from '#web/messages/index.ts'
import { ranked } from '#web/state/answers/siting.ts'
import { view } from '#web/state/view/store.ts'
import { Scenarios } from '#web/workspaces/site/scenarios/scenarios.tsx'
import { SiteSurface } from '#web/workspaces/site/surface/site-surface.tsx'
import { SiteCustomers } from './site-customers.tsx'
import { SiteInputs } from './site-inputs.tsx'
import { SiteLogistics } from './site-logistics.tsx'
import { SitePlaces } from './site-places.tsx'

export function SiteForm() {
  const { ask } = view.value
  const offered = ranked.value?.offered
  const usable = offered?.inputs.filter((one) => one.productId || one.segmentId) ?? []
  const customers = offered?.plants.filter(({ isCustomer }) => isCustomer).length
  return (
    <div class="site-form">
      <Group
        title={t('ask.customers')}
        now={
          customers === undefined
            ? ''
            : t('ask.customersNow', {
                count: customers,
                weight: ask.customers?.some(({ annualUnits }) => annualUnits)
                  ? t('ask.byUnits')
                  : view.value.plantsByCapacity
                    ? t('ask.byCapacity')
                    : t('ask.alike'),
              })
        }
      >
        <SiteCustomers />
      </Group>
      <Group
        title={t('ask.inputs')}
        now={offered ? t('ask.inputsNow', { count: (ask.upstream ?? usable).length }) : ''}
      >
        <SiteInputs />
      </Group>
      <Group title={t('ask.logistics')} now={t(`ask.truck.${ask.logistics.truck}`)}>
        <SiteLogistics />
      </Group>
      <Group
        title={t('ask.places')}
        now={ask.area ? t('ask.inArea') : t('ask.everyPark', { count: ask.siteIds.length })}
      >
        <SitePlaces />
      </Group>
      <SiteSurface />
      <Scenarios />
    </div>
  )
}

type GroupProps = { title: string; now: string; children: ComponentChildren }

/** Folded to a line that says what is set. */
function Group({ title, now, children }: GroupProps) {
  return (
    <details class="site-group">
      <summary>
        <span>{title}</span>
        <small>{now}</small>
      </summary>
      {children}
    </details>
  )
}
