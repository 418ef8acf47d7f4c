// Which characters can no font of the report write, and where do they come from?
import type { Report } from '#geodata/analysis/report/report.ts'
import type { Comparison } from '#geodata/contract/comparisons.ts'
import { namedCharacter } from '#server/fonts/fonts-for.ts'
import { ProblemError } from '#server/http/problem.ts'

const AT = '/inputs/comparisonId'

type Place = { pointer: string; en: string; zh: string; text: string }

/** A refusal that names each character and every text of the comparison, or else of the data, that holds it. */
export function unwritable(
  missing: readonly string[],
  { stored, storedBy }: { stored: Comparison; storedBy: string | null },
  report: Report,
): ProblemError {
  const typed = [
    { pointer: AT, en: 'the name it is signed with', zh: '署名', text: storedBy ?? '' },
    ...typedPlaces(stored),
  ]
  const errors = missing.flatMap((character) => {
    const named = namedCharacter(character)
    const holding = typed.filter(({ text }) => text.includes(character))
    const places = holding.length > 0 ? holding : [dataPlace(character, report)]
    return places.map(({ pointer, en, zh, text }) => ({
      pointer,
      detail: `No font can write ${named} in ${en} “${text}”: take it out and share the comparison again.`,
      detailZh: `${zh}“${text}”中的 ${named} 没有字体可写：请去掉后重新分享比选。`,
    }))
  })
  const [first] = errors
  return new ProblemError(422, first?.detail ?? '', first?.detailZh ?? '', errors)
}

function typedPlaces({ title, notes, ownRows, scenarios, names }: Comparison): Place[] {
  return [
    { pointer: AT, en: 'the title', zh: '标题', text: title },
    ...Object.values(notes).map((text) => ({ pointer: AT, en: 'the note', zh: '备注', text })),
    ...ownRows.flatMap(({ title: row, cells }) =>
      [row, ...cells].map((text) => ({
        pointer: AT,
        en: 'the row of your own',
        zh: '自加的一行',
        text,
      })),
    ),
    ...scenarios.map(({ name }) => ({ pointer: AT, en: 'the scenario', zh: '情景', text: name })),
    ...scenarios.flatMap(({ changes }) =>
      changes.flatMap((change) =>
        change.kind === 'vehiclePlant'
          ? [{ pointer: AT, en: 'the added plant', zh: '增设的整车厂', text: change.name }]
          : [],
      ),
    ),
    ...Object.values(names).flatMap(({ zh, en }) =>
      [zh, en].map((text) => ({ pointer: AT, en: 'the name', zh: '名称', text })),
    ),
  ]
}

/** The shortest text of the report that holds it: a row of the data says it so. */
function dataPlace(character: string, report: Report): Place {
  const texts: string[] = []
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.includes(character)) texts.push(value)
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look)
  }
  look(report)
  const [text = ''] = texts.sort((a, b) => a.length - b.length)
  return { pointer: AT, en: 'the data', zh: '资料', text }
}
