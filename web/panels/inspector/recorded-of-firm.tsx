// What is recorded of a firm one by one: what it makes, its certificates, whom it supplies and by whom it is supplied,
// its projects. Each with where it is known from, and a way to correct it.
import '#web/panels/inspector/recorded-of-firm.css'
import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { EDITABLE } from '#geodata/contract/editable/editable.ts'
import { inSight } from '#web/api/asked.ts'
import { ask } from '#web/api/client.ts'
import { language, nameOf, say, t } from '#web/messages/index.ts'
import { openEditor } from '#web/panels/editor/editing.ts'
import { Cited } from '#web/panels/inspector/stated.tsx'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { dateText } from '#web/parts/words/date-text.ts'
import { Words } from '#web/parts/words/words.tsx'
import { hovering } from '#web/state/answers/hover.ts'
import { chosenTable } from '#web/state/chosen-table.ts'
import { firmOf } from '#web/state/region/firms.ts'
import { edits, taxonomy } from '#web/state/region/lists.ts'
import { NO_IMPORT } from '#web/state/view/imported.ts'
import { changeView } from '#web/state/view/store.ts'

export type RecordTable = 'firm-products' | 'certificates' | 'supply-relations' | 'prospects'
export type RecordedOfFirmProps = { id: string; tables: readonly RecordTable[] }

type Recorded<K extends RecordTable> = {
  id: string
  properties: z.infer<(typeof EDITABLE)[K]['properties']>
}
type Some<K extends RecordTable> = { rows: Recorded<K>[]; matched: number }

/** Of more rows than these only their number is said. */
const MOST_SHOWN = 30

async function read<K extends RecordTable>(
  table: K,
  property: string,
  id: string,
  signal: AbortSignal,
): Promise<Some<K>> {
  const query = new URLSearchParams({ [property]: id, limit: String(MOST_SHOWN) })
  const { features, numberMatched } = await ask<{
    features: Recorded<K>[]
    numberMatched: number
  }>(`/api/collections/${table}/items?${query}`, { signal })
  return { rows: features, matched: numberMatched }
}

export function RecordedOfFirm({ id, tables }: RecordedOfFirmProps) {
  const of = (table: RecordTable) => tables.includes(table)
  return (
    <>
      {of('firm-products') && <Products id={id} />}
      {of('certificates') && <CertificatesHeld id={id} />}
      {of('supply-relations') && <Suppliers id={id} />}
      {of('supply-relations') && <Customers id={id} />}
      {of('prospects') && <Projects of="companyId" id={id} />}
    </>
  )
}

function useRows<K extends RecordTable>(table: K, property: string, id: string): Some<K> {
  const { answer } = useAnswer((signal) => read(table, property, id, signal), `${edits.value}`)
  return inSight(answer) ?? { rows: [], matched: 0 }
}

type PartProps<K extends RecordTable> = {
  table: K
  title: string
  some: Some<K>
  /** By what name the row goes. */
  named: (row: Recorded<K>['properties']) => string
  line: (row: Recorded<K>['properties']) => ComponentChildren
}

function Part<K extends RecordTable>({ table, title, some, named, line }: PartProps<K>) {
  const { rows, matched } = some
  if (matched === 0) return null
  return (
    <section class="part stated">
      <h3>
        {title} <span class="count">{matched}</span>
      </h3>
      <ul>
        {rows.map(({ id, properties }) => (
          <li key={id}>
            {line(properties)}
            {properties.note && (
              <p>
                <Words of={properties.note} />
              </p>
            )}
            <Cited {...properties} />
            <button
              type="button"
              class="quiet record-correct"
              aria-label={t('editor.correct', { title: named(properties) })}
              onClick={() => void openEditor({ collection: table, id })}
            >
              {t('editor.open')}
            </button>
          </li>
        ))}
      </ul>
      {matched > rows.length && (
        <p class="method">{t('records.more', { count: matched - rows.length })}</p>
      )}
    </section>
  )
}

/** How things stand, part by part; what is not known is left out. */
function Standing({ parts }: { parts: readonly (string | null)[] }) {
  const said = parts.filter((part) => part !== null)
  return said.length > 0 ? <span class="standing">{said.join(' · ')}</span> : null
}

/** A product by its name in the taxonomy, else as it is worded. */
function productName(productId: string | null, productText: string | null): string {
  const known = taxonomy.value
    .flatMap(({ products }) => products)
    .find((product) => product.productId === productId)
  return known ? say(known.name) : (productText ?? productId ?? t('common.unknown'))
}

function Products({ id }: { id: string }) {
  const some = useRows('firm-products', 'companyId', id)
  return (
    <Part
      table="firm-products"
      title={t('records.products')}
      some={some}
      named={({ productId, productText }) => productName(productId, productText)}
      line={({ productId, productText, capacityPerYear, capacityUnit, sinceYear }) => {
        const name = productName(productId, productText)
        return (
          <>
            <b>
              <Words of={name} />
            </b>{' '}
            <Standing
              parts={[
                capacityPerYear === null
                  ? null
                  : t('records.aYear', {
                      amount: `${capacityPerYear.toLocaleString(language.value)} ${capacityUnit ?? ''}`,
                    }),
                sinceYear === null ? null : t('records.since', { year: String(sinceYear) }),
              ]}
            />
            {productText !== null && productText !== name && (
              <p>
                <Words of={productText} />
              </p>
            )}
          </>
        )
      }}
    />
  )
}

function CertificatesHeld({ id }: { id: string }) {
  const some = useRows('certificates', 'companyId', id)
  return (
    <Part
      table="certificates"
      title={t('records.certificates')}
      some={some}
      named={({ standard }) => standard}
      line={({ standard, certificateNumber, issuedBy, validUntil }) => (
        <>
          <b>
            <Words of={standard} />
          </b>{' '}
          <Standing
            parts={[
              validUntil === null
                ? t('records.noEnd')
                : t('records.until', { date: dateText(validUntil) }),
            ]}
          />
          {(certificateNumber || issuedBy) && (
            <p>
              <Words of={[certificateNumber, issuedBy].filter(Boolean).join(' · ')} />
            </p>
          )}
        </>
      )}
    />
  )
}

function Suppliers({ id }: { id: string }) {
  return (
    <Partners
      title={t('records.suppliers')}
      some={useRows('supply-relations', 'toCompanyId', id)}
      partner={({ fromCompanyId }) => fromCompanyId}
    />
  )
}

function Customers({ id }: { id: string }) {
  return (
    <Partners
      title={t('records.customers')}
      some={useRows('supply-relations', 'fromCompanyId', id)}
      partner={({ toCompanyId }) => toCompanyId}
    />
  )
}

type PartnersProps = {
  title: string
  some: Some<'supply-relations'>
  /** Null: a firm that is no longer there. */
  partner: (row: Recorded<'supply-relations'>['properties']) => string | null
}

function Partners({ title, some, partner }: PartnersProps) {
  return (
    <Part
      table="supply-relations"
      title={title}
      some={some}
      named={(row) => firmName(partner(row))}
      line={(row) => {
        const isSaid = row.productId !== null || row.productText !== null
        return (
          <>
            <Firm id={partner(row)} />{' '}
            <Standing parts={[t(`records.relation.${row.relationStatus}`)]} />
            {isSaid && (
              <p>
                <Words of={productName(row.productId, row.productText)} />
              </p>
            )}
          </>
        )
      }}
    />
  )
}

function firmName(id: string | null): string {
  const firm = firmOf(id)
  return firm ? nameOf(firm.properties) : (id ?? t('common.unknown'))
}

function Firm({ id }: { id: string | null }) {
  if (id === null) return <span class="unknown">{t('common.unknown')}</span>
  const thing = { collection: 'companies', id } as const
  return (
    <button
      type="button"
      class="quiet"
      onClick={() => changeView({ selection: thing })}
      {...hovering(thing)}
    >
      <Words of={firmName(id)} />
    </button>
  )
}

/** In the unit of the language's sentence: ten thousand yuan in Chinese, millions in English. */
const invested = (tenThousandYuan: number) =>
  language.value === 'en' ? tenThousandYuan / 100 : tenThousandYuan

/** Of the firm that invests, or of the park that was agreed. */
export function Projects({ of, id }: { of: 'companyId' | 'parkId'; id: string }) {
  const some = useRows('prospects', of, id)
  return (
    <Part
      table="prospects"
      title={t('records.projects')}
      some={some}
      named={nameOf}
      line={(row) => (
        <>
          <b>
            <Words of={nameOf(row)} />
          </b>{' '}
          <Standing
            parts={[
              t(`records.stage.${row.stage}`),
              row.investmentTenThousandYuan === null
                ? null
                : t('records.invested', {
                    amount: invested(row.investmentTenThousandYuan).toLocaleString(language.value),
                  }),
            ]}
          />
          {[of === 'parkId' && investor(row), row.responsibleSide, stageDates(row)]
            .filter((one) => typeof one === 'string')
            .map((one) => (
              <p key={one}>
                <Words of={one} />
              </p>
            ))}
        </>
      )}
    />
  )
}

/** When each stage was reached, the first first; stages whose date nobody has stated are left out. */
function stageDates(row: Recorded<'prospects'>['properties']): string | null {
  const reached = (['talks', 'signed', 'building', 'producing'] as const).flatMap((stage) => {
    const date = row[`${stage}Date`]
    return date === null ? [] : [`${t(`records.stage.${stage}`)} ${dateText(date)}`]
  })
  return reached.length > 0 ? reached.join(' · ') : null
}

/** None is recorded of the park: a list of them can be taken in. */
export function NoProjects() {
  return (
    <section class="part stated">
      <h3>{t('records.projects')}</h3>
      <p class="method">{t('records.noProjects')}</p>
      <p>
        <button
          type="button"
          class="quiet"
          onClick={() => {
            chosenTable.value = 'prospects'
            changeView({ workspace: 'layout', layoutView: 'import', imported: NO_IMPORT })
          }}
        >
          {t('records.importProjects')}
        </button>
      </p>
    </section>
  )
}

const investor = ({ companyId, investorName }: Recorded<'prospects'>['properties']) =>
  companyId === null ? investorName : firmName(companyId)
