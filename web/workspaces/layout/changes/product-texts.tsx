// Which products do firms say they make that no product of the taxonomy stands for yet? A person matches them.
import { useState } from 'preact/hooks'
import type { ProductText } from '#geodata/contract/documents.ts'
import type { Problem } from '#geodata/contract/problem.ts'
import { inSight } from '#web/api/asked.ts'
import { getProductTexts, problemOf } from '#web/api/client.ts'
import { type By, readRow, saveRow } from '#web/api/edits.ts'
import { nameOf, say, t } from '#web/messages/index.ts'
import { isSignature, SignedQuestion } from '#web/panels/editor/signed-question.tsx'
import { type Choice, choicesOf } from '#web/parts/controls/product-picker.tsx'
import { useAnswer } from '#web/parts/controls/use-answer.ts'
import { inReadersWords } from '#web/parts/words/known-phrases.ts'
import { problemText } from '#web/parts/words/problem-text.ts'
import { shortSource } from '#web/parts/words/short-source.ts'
import { Words } from '#web/parts/words/words.tsx'
import { edits, reloadEdited, taxonomy } from '#web/state/region/lists.ts'
import { inNeedFirst, withProduct } from '#web/workspaces/layout/changes/matched-text.ts'

async function match(companyId: string, productId: string, by: By): Promise<void> {
  const { feature, etag } = await readRow('companies', companyId)
  await saveRow('companies', withProduct(feature, productId), by, { id: companyId, etag })
  await reloadEdited('companies')
}

export function ProductTexts() {
  const { answer } = useAnswer(getProductTexts, String(edits.value))
  const [refused, setRefused] = useState<Problem | null>(null)
  const texts = inSight(answer)
  const problem = refused ?? (answer.kind === 'failed' ? answer.problem : null)
  const choices = choicesOf(taxonomy.value).filter(({ productId }) => productId !== null)
  return (
    <details class="product-texts">
      <summary>{t('editor.texts.title', { count: texts?.length ?? 0 })}</summary>
      <p class="lead">{t('editor.texts.lead')}</p>
      {problem && (
        <p role="alert" class="editor-problem">
          {problemText(problem)}
        </p>
      )}
      <ul>
        {inNeedFirst(texts ?? []).map((one) => (
          <TextRow
            key={`${one.companyId} ${one.text}`}
            of={one}
            choices={choices}
            onRefused={setRefused}
          />
        ))}
      </ul>
    </details>
  )
}

type TextRowProps = {
  of: ProductText
  choices: readonly Choice[]
  onRefused: (problem: Problem | null) => void
}

function TextRow({ of, choices, onRefused }: TextRowProps) {
  const [productId, choose] = useState('')
  const nameOfProduct = (id: string) => {
    const found = choices.find((one) => one.productId === id)
    return found ? say(found.name) : id
  }
  const act = async (by: By): Promise<Problem | null> => {
    onRefused(null)
    try {
      await match(of.companyId, productId, by)
    } catch (error) {
      const found = problemOf(error)
      if (found.errors?.some(({ pointer }) => isSignature(pointer))) return found
      onRefused(found)
    }
    return null
  }
  return (
    <li class="change">
      <p>
        <b>
          <Words of={nameOf(of)} />
        </b>{' '}
        · <Words of={t('editor.texts.quoted', { text: of.text })} />{' '}
        <small title={inReadersWords(of.source)}>
          <Words of={shortSource(of.source)} />
        </small>
      </p>
      <p class="changes-ask">
        <small>
          {of.productIds.length === 0
            ? t('editor.texts.none')
            : t('editor.texts.now', {
                names: of.productIds.map(nameOfProduct).join(t('common.listSeparator')),
              })}
        </small>
        <select
          aria-label={t('editor.texts.chooseFor', { name: nameOf(of), text: of.text })}
          value={productId}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          <option value="">{t('editor.texts.choose')}</option>
          {choices
            .filter((one) => !of.productIds.includes(one.productId ?? ''))
            .map((one) => (
              <option key={one.key} value={one.productId ?? ''}>
                {say(one.name)}
              </option>
            ))}
        </select>
      </p>
      {productId && (
        <SignedQuestion
          key={productId}
          act={t('editor.texts.match')}
          why={t('editor.texts.why', { text: of.text, product: nameOfProduct(productId) })}
          onAct={act}
          onClose={() => choose('')}
        />
      )}
    </li>
  )
}
