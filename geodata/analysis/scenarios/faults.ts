// What of a scenario is gone, or contradicts another change; and what does the question not look at?
import type { RegionFacts } from '#geodata/analysis/facts.ts'
import { stretchWay } from '#geodata/analysis/scenarios/opened-roads.ts'
import { type NamedFacts, placeTold } from '#geodata/analysis/scenarios/place-told.ts'
import type { ScenarioChange } from '#geodata/contract/processes/scenarios.ts'
import type { SitingInputs } from '#geodata/contract/processes/siting.ts'
import type { Bilingual } from '#geodata/contract/shared.ts'

/** The thing that a change sets: two that set the same to different values contradict each other. */
function thingOf(change: ScenarioChange): string {
  switch (change.kind) {
    case 'volume':
      return `volume ${change.plantId}`
    case 'vehiclePlant':
      return `plant ${change.id}`
    case 'land':
      return `land ${change.parkId}`
    case 'closed':
      return `closed ${change.near.join()}`
    case 'opened':
      return `opened ${[change.from.join(), change.to.join()].sort().join(' ')}`
    case 'freightRate':
    case 'speed':
      return change.kind
  }
}

/** The same change twice counts once. */
export function eachOnce<T extends { change: ScenarioChange }>(changes: readonly T[]): T[] {
  const seen = new Set<string>()
  return changes.filter(({ change }) => {
    const text = JSON.stringify(change)
    if (seen.has(text)) return false
    seen.add(text)
    return true
  })
}

/** The change before it that sets the same thing to another value; null: none does. */
export function contradicted(
  change: ScenarioChange,
  earlier: readonly ScenarioChange[],
): ScenarioChange | null {
  const text = JSON.stringify(change)
  return (
    earlier.find((one) => thingOf(one) === thingOf(change) && JSON.stringify(one) !== text) ?? null
  )
}

/** What it names that is not there, or is there already; null: all is well. */
export function goneOf(facts: RegionFacts, change: ScenarioChange): Bilingual | null {
  switch (change.kind) {
    case 'volume': {
      const { plantId } = change
      const isThere = facts.plants.some(
        (row) => row.rowType === 'plant' && row.companyId === plantId,
      )
      return isThere
        ? null
        : {
            zh: `没有整车厂“${plantId}”，可能已被删除`,
            en: `There is no vehicle plant “${plantId}”; it may have been deleted.`,
          }
    }
    case 'land': {
      const { parkId } = change
      return facts.parks.some(({ properties }) => properties.id === parkId)
        ? null
        : {
            zh: `没有园区“${parkId}”，可能已被删除`,
            en: `There is no park “${parkId}”; it may have been deleted.`,
          }
    }
    case 'vehiclePlant':
      return facts.companies.some(({ properties }) => properties.id === change.id)
        ? {
            zh: `编号“${change.id}”已属于名录中的企业`,
            en: `The code “${change.id}” belongs to a listed firm.`,
          }
        : null
    default:
      return null
  }
}

/** Why a change moves no figure of this question; null: it may. */
export function unseenBy(siting: SitingInputs, change: ScenarioChange): Bilingual | null {
  if (change.kind === 'volume') {
    const byUnits = siting.customers?.some(({ annualUnits }) => annualUnits !== undefined)
    return byUnits || siting.weightPlantsByCapacity
      ? null
      : {
          zh: '这次选址不按产量给整车厂加权，产量变动不影响结果',
          en: 'This question does not weigh plants by volume: a change of volume moves nothing.',
        }
  }
  if (change.kind === 'freightRate') {
    return {
      zh: '运价使各处每件运费同比变动，其标尺也随运价而定：运费变，得分不变',
      en: 'A rate moves the freight of all alike, and its scale with it: the yuan change, no score does.',
    }
  }
  return null
}

/** What is otherwise than in the base, in one sentence. */
export function differenceOf(
  facts: NamedFacts & Pick<RegionFacts, 'companies'>,
  change: ScenarioChange,
): Bilingual {
  const signed = (percent: number) => `${percent > 0 ? '+' : ''}${percent}`
  switch (change.kind) {
    case 'volume': {
      const found = facts.companies.find(({ properties }) => properties.id === change.plantId)
      const { nameZh = change.plantId, nameEn = change.plantId } = found?.properties ?? {}
      const percent = signed(change.percent)
      return { zh: `${nameZh}产量 ${percent}%`, en: `Volume of ${nameEn} ${percent} %` }
    }
    case 'vehiclePlant': {
      const { name, annualUnits } = change
      const at = placeTold(facts, change.lngLat)
      const [unitsZh, units] =
        annualUnits === undefined
          ? ['', '']
          : [
              `，年产 ${annualUnits.toLocaleString('en-US')} 辆`,
              `, ${annualUnits.toLocaleString('en-US')} vehicles a year`,
            ]
      return {
        zh: `新增整车厂“${name}”：${at.zh}${unitsZh}`,
        en: `Another vehicle plant, “${name}”, at ${at.en}${units}`,
      }
    }
    case 'land': {
      const found = facts.parks.find(({ properties }) => properties.id === change.parkId)
      const { labelZh = change.parkId, labelEn = change.parkId } = found?.properties ?? {}
      const { hectares } = change
      return {
        zh: `${labelZh}：未开发用地确知为 ${hectares} 公顷`,
        en: `${labelEn}: ${hectares} ha undeveloped, known for sure`,
      }
    }
    case 'closed': {
      const at = placeTold(facts, change.near)
      return { zh: `${at.zh}的道路双向封闭`, en: `The road at ${at.en} is closed both ways` }
    }
    case 'opened': {
      const { lengthMeters, speedKmPerHour } = stretchWay(change)
      const kilometers = (lengthMeters / 1000).toFixed(1)
      const [from, to] = [placeTold(facts, change.from), placeTold(facts, change.to)]
      const isMotorway = change.roadClass === 'motorway'
      return {
        zh: `新开${isMotorway ? '高速公路' : '快速路'}：${from.zh}至${to.zh}，约 ${kilometers} 公里，按 ${speedKmPerHour} 公里/时`,
        en: `A new ${isMotorway ? 'expressway' : 'trunk road'} from ${from.en} to ${to.en}, about ${kilometers} km at ${speedKmPerHour} km/h`,
      }
    }
    case 'freightRate': {
      const percent = signed(change.percent)
      return { zh: `每公里运价 ${percent}%`, en: `Freight rate per kilometer ${percent} %` }
    }
    case 'speed':
      return {
        zh: `行车时间为现在的 ${change.timeFactor} 倍`,
        en: `Driving takes ${change.timeFactor} times as long`,
      }
  }
}
