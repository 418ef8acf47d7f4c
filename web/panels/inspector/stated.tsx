// What do sources say of a thing beside its row: both sides of a conflict, what confirms it, certificates?
import type { Statement } from '#geodata/contract/documents.ts'
import { inSight } from '#web/api/asked.ts'
import { getCertifications, getStatements } from '#web/api/client.ts'
import { say, t } from '#web/messages/index.ts'
import { DOTS } from '#web/panels/inspector/facts-parts.tsx'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { dateText } from '#web/parts/words/date-text.ts'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'
import { shortSource } from '#web/parts/words/short-source.ts'
import { Words } from '#web/parts/words/words.tsx'

/** Every fact of the row on which more than the row is said; what conflicts is marked and comes first. */
export function Stated({ about, id }: { about: Statement['about']; id: string }) {
  const { answer } = useAnswer((signal) => getStatements(about, id, signal), `${about} ${id}`)
  const facts = Map.groupBy(inSight(answer) ?? [], ({ field }) => field)
  if (facts.size === 0) return null
  const ordered = [...facts].sort(([, a], [, b]) => Number(isOpen(b)) - Number(isOpen(a)))
  return (
    <section class="part stated">
      <h3>{t('stated.title')}</h3>
      {ordered.map(([field, said]) => (
        <div key={field}>
          <h4>
            {t(`stated.field.${field}`)}
            {isOpen(said) && <b class="conflict-tag">{t('stated.conflict')}</b>}
          </h4>
          <ul>
            {said.map((one) => (
              <li key={one.id}>
                <b>{say(one.value)}</b> <span class="standing">{t(`stated.${one.standing}`)}</span>
                {one.note && <p>{say(one.note)}</p>}
                <Cited {...one} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

/** Do two sources differ on it, and is neither proved wrong? */
const isOpen = (said: readonly Statement[]) => said.some(({ standing }) => standing === 'conflicts')

/** The certificates and titles of a firm, each as firmly as it is known. */
export function Certificates({ companyId }: { companyId: string }) {
  const { answer } = useAnswer((signal) => getCertifications(companyId, signal), companyId)
  const held = inSight(answer) ?? []
  if (held.length === 0) return null
  return (
    <section class="part stated">
      <h3>{t('stated.certificates')}</h3>
      <ul>
        {held.map((one, index) => (
          <li key={index}>
            <b>
              <Words of={[one.certification, one.level].filter(Boolean).join(' · ')} />
            </b>{' '}
            <span class="standing">{t(`stated.certificate.${one.status}`)}</span>
            {one.note && (
              <p>
                <Words of={one.note} />
              </p>
            )}
            <Cited {...one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type CitedProps = Pick<Statement, 'confidence' | 'source'> & {
  /** Null: the source does not say; absent: nobody asks. */
  asOf?: string | null
}

/** From when, how sure, and from where. */
export function Cited({ asOf, confidence, source }: CitedProps) {
  return (
    <p class="cited" title={inReadersWords(source)}>
      {asOf !== undefined && `${asOf ? dateText(asOf) : t('stated.undated')} · `}
      <span aria-hidden="true">{DOTS[confidence]}</span>
      <span class="visually-hidden">
        {t('common.confidence')} {t(`common.confidence.${confidence}`)}
      </span>{' '}
      · <Words of={shortSource(source)} />
    </p>
  )
}
