// Cells of a filled form that cannot be taken: where each stands, what came, what fits.
import type { RefusedCell } from '#geodata/contract/questionnaire/answer.ts'
import { say, t } from '#web/messages/index.ts'
import { Words } from '#web/parts/words/words.tsx'

export function RefusedCells({ refused }: { refused: readonly RefusedCell[] }) {
  if (refused.length === 0) return null
  return (
    <section role="alert" aria-labelledby="questionnaire-refused">
      <h3 id="questionnaire-refused">{t('questionnaire.refused', { count: refused.length })}</h3>
      <p class="site-note">{t('questionnaire.refusedHint')}</p>
      <table class="questionnaire-table">
        <thead>
          <tr>
            <th scope="col">{t('questionnaire.cell')}</th>
            <th scope="col">{t('questionnaire.question')}</th>
            <th scope="col">{t('questionnaire.came')}</th>
            <th scope="col">{t('questionnaire.fits')}</th>
          </tr>
        </thead>
        <tbody>
          {refused.map(({ sheet, cell, question, column, came, detail }) => (
            <tr key={`${sheet} ${cell}`}>
              <th scope="row">
                <Words of={sheet} /> {cell}
              </th>
              <td>
                {question && say(question)} <small>{say(column)}</small>
              </td>
              <td>{came === '' ? t('questionnaire.nothing') : `“${came}”`}</td>
              <td>{say(detail)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
