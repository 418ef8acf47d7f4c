// On which roads, of which day, does an answer stand?
import { say, t } from '#web/messages/index.ts'
import { dateText } from '#web/parts/words/date-text.ts'

type Basis = {
  network: { name: { zh: string; en: string }; date: string }
  dataset: { hash: string }
}

/** A sentence; by which sum the data can be told from others is in its title. */
export function BasisLine({ basis }: { basis: Basis }) {
  return <span title={t('common.dataHash', { hash: basis.dataset.hash })}>{basisText(basis)}</span>
}

export function basisText({ network: { name, date } }: Pick<Basis, 'network'>): string {
  return date === ''
    ? t('common.basisUndated', { name: say(name) })
    : t('common.basis', { name: say(name), date: dateText(date) })
}
