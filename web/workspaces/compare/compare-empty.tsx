// Why is there no board to be seen, and what can be done about it? Never an empty one.
import type { ComparisonResult } from '#geodata/contract/processes/comparison.ts'
import { t } from '#web/messages/index.ts'
import { ProductPicker } from '#web/parts/controls/product-picker.tsx'
import { takenOf } from '#web/state/answers/compare.ts'
import { kept } from '#web/state/answers/kept-comparison.ts'
import { taxonomy } from '#web/state/region/lists.ts'
import { changeView, view } from '#web/state/view/store.ts'
import type { View } from '#web/state/view/view.ts'
import { changeSide } from '#web/workspaces/compare/compare-looks.tsx'
import { leaveKept } from '#web/workspaces/compare/kept/use-kept.ts'

export type WhyEmpty = 'product' | 'unread' | 'gone' | 'hidden' | 'one'

/** null: there is a board, or it is on its way. `off`: how many are left out because no road comes near. */
export function whyEmpty(
  of: Pick<View, 'compared' | 'productId' | 'segmentId' | 'side'>,
  result: Pick<ComparisonResult, 'candidates'> | null,
  off: number,
): WhyEmpty | null {
  const { taken } = takenOf(of.compared)
  if (taken.length === 0) return 'unread'
  if (result?.candidates.every(({ standing }) => standing === 'gone')) return 'gone'
  if (of.productId === null && of.segmentId === null) return 'product'
  if (taken.every((id) => of.side.hiddenIds.includes(id))) return 'hidden'
  return taken.length - off < 2 ? 'one' : null
}

const TITLES = {
  product: 'compare.noProductYet',
  unread: 'compare.allUnread',
  gone: 'compare.allGone',
  hidden: 'compare.allHidden',
  one: 'compare.oneLeft',
} as const
const HINTS = {
  product: 'compare.noProduct',
  unread: 'compare.allUnreadHint',
  gone: 'compare.allGoneHint',
  hidden: 'compare.allHiddenHint',
  one: 'compare.one',
} as const

/** Who only reads adds no candidate and picks none anew. */
const hintOf = (why: WhyEmpty) =>
  kept.value && why === 'gone' ? 'compare.allGoneKeptHint' : HINTS[why]

export function CompareEmpty({ why }: { why: WhyEmpty }) {
  const { compared, isEmbedded } = view.value
  return (
    <div class="site-empty compare-empty" role="status">
      <h2>{t(TITLES[why])}</h2>
      <p>{t(hintOf(why), { count: takenOf(compared).taken.length })}</p>
      {!isEmbedded && <WayOut why={why} />}
    </div>
  )
}

function WayOut({ why }: { why: WhyEmpty }) {
  if (why === 'product') {
    return (
      <div class="compare-ask no-print">
        <ProductPicker segments={taxonomy.value} />
      </div>
    )
  }
  const act =
    why === 'hidden'
      ? { text: t('compare.showAll'), run: () => changeSide({ hiddenIds: [] }) }
      : kept.value
        ? { text: t('share.leave'), run: leaveKept }
        : { text: t('compare.goSite'), run: () => changeView({ workspace: 'site' }) }
  return (
    <button type="button" class="primary no-print" onClick={act.run}>
      {act.text}
    </button>
  )
}
