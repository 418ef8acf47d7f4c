// Who buys it, what it is made from, how it travels, and which places may take it?
import '#web/workspaces/site/question/site-form.css'
import { signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { t } from '#web/messages/index.ts'
import { ranked } from '#web/state/answers/siting.ts'
import { view } from '#web/state/view/store.ts'
import { SiteCustomers } from '#web/workspaces/site/question/site-customers.tsx'
import { SiteInputs } from '#web/workspaces/site/question/site-inputs.tsx'
import { SiteLogistics } from '#web/workspaces/site/question/site-logistics.tsx'
import { SitePlaces } from '#web/workspaces/site/question/site-places.tsx'
import { Scenarios } from '#web/workspaces/site/scenarios/scenarios.tsx'
import { SiteSurface } from '#web/workspaces/site/surface/site-surface.tsx'

/** Which groups stand open: they do so still when the reader comes back from another workspace. */
const opened = signal<ReadonlySet<GroupId>>(new Set())
type GroupId = 'customers' | 'inputs' | 'logistics' | 'places'

export function SiteForm() {
  const { ask } = view.value
  const offered = ranked.value?.offered
  const usable = offered?.inputs.filter((one) => one.productId || one.segmentId) ?? []
  const customers = offered?.plants.filter(({ isCustomer }) => isCustomer).length
  return (
    <div class="site-form">
      <Group
        id="customers"
        title={t('question.customers')}
        now={
          customers === undefined
            ? ''
            : t('question.customersNow', {
                count: customers,
                weight: ask.customers?.some(({ annualUnits }) => annualUnits)
                  ? t('question.byUnits')
                  : view.value.plantsByCapacity
                    ? t('question.byCapacity')
                    : t('question.alike'),
              })
        }
      >
        <SiteCustomers />
      </Group>
      <Group
        id="inputs"
        title={t('question.inputs')}
        now={offered ? t('question.inputsNow', { count: (ask.upstream ?? usable).length }) : ''}
      >
        <SiteInputs />
      </Group>
      <Group
        id="logistics"
        title={t('question.logistics')}
        now={t(`question.truck.${ask.logistics.truck}`)}
      >
        <SiteLogistics />
      </Group>
      <Group
        id="places"
        title={t('question.places')}
        now={
          ask.area
            ? t('question.inArea')
            : t('question.everyPark', {
                count: ask.siteIds.length,
                partners: ask.withPartners ? 'yes' : 'no',
              })
        }
      >
        <SitePlaces />
      </Group>
      <SiteSurface />
      <Scenarios />
    </div>
  )
}

type GroupProps = { id: GroupId; title: string; now: string; children: ComponentChildren }

/** Folded to a line that says what is set. */
function Group({ id, title, now, children }: GroupProps) {
  const toggle = (isOpen: boolean) => {
    if (isOpen === opened.peek().has(id)) return
    opened.value = new Set(
      [...opened.peek()].filter((one) => one !== id).concat(isOpen ? [id] : []),
    )
  }
  return (
    <details
      class="site-group"
      open={opened.value.has(id)}
      onToggle={(event) => toggle(event.currentTarget.open)}
    >
      <summary>
        <span>{title}</span>
        <small>{now}</small>
      </summary>
      {children}
    </details>
  )
}
