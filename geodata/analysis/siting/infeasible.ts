// Nothing is left: is there a need that no site meets, or do the needs contradict each other?
import type { NeedFound, SitingResult } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

type Asked = { id: string; title: Bilingual; isHard: boolean }

/** One sentence: why, and which need to relax first with what that frees. */
export function whyNothing(
  asked: readonly Asked[],
  excluded: readonly { against: readonly Pick<NeedFound, 'id'>[] }[],
  [first]: SitingResult['relaxations'],
): Bilingual[] {
  if (!first) return []
  const hard = asked.filter(({ isHard }) => isHard)
  const failsIn = (id: string) =>
    excluded.filter(({ against }) => against.some((one) => one.id === id))
  const hopeless = hard.filter(({ id }) => failsIn(id).length === excluded.length)
  const named = (needs: readonly Asked[], language: 'zh' | 'en') =>
    needs.map(({ title }) => `“${title[language]}”`).join(language === 'zh' ? '与' : ' and ')
  const relaxed = hard.filter(({ id }) => first.needIds.includes(id))
  const blamed = hopeless.length > 0 ? hopeless : hard.filter(({ id }) => failsIn(id).length > 0)
  const count = first.siteIds.length
  const why =
    hopeless.length > 0
      ? {
          zh: `没有一处满足${named(blamed, 'zh')}。`,
          en: `No place meets ${named(blamed, 'en')}.`,
        }
      : {
          zh: `${named(blamed, 'zh')}各自都有地方满足，合在一起没有：互相矛盾。`,
          en: `Some place meets each of ${named(blamed, 'en')}, none meets all: they contradict each other.`,
        }
  return [
    {
      zh: `${why.zh}把${named(relaxed, 'zh')}改为愿望，可放出 ${count} 处。`,
      en: `${why.en} Make ${named(relaxed, 'en')} ${relaxed.length === 1 ? 'a wish' : 'wishes'}, and ${count} ${count === 1 ? 'place comes' : 'places come'} back.`,
    },
  ]
}
