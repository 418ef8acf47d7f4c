// What does the wording of a row of targets.csv say: whose it is, of which place, a goal or a figure?
//
// The sources say these things in the metric's Chinese wording only; here is every word that is read.

/** Whose share of a target the wording lays down, where it does. */
export function sideWorded(metricZh: string): 'city' | 'districts' | null {
  if (metricZh.includes('区县')) return 'districts'
  return metricZh.includes('市级') ? 'city' : null
}

/** What another document aims at. */
export function isGoalWorded(metricZh: string): boolean {
  return metricZh.includes('目标')
}

export function isOutputWorded(metricZh: string): boolean {
  return metricZh.includes('产值')
}

/** A functional area (…新区, …高新区) is no district, and not the district that now bears its name. */
export function areaWorded(metricZh: string): string | null {
  return metricZh.match(/^.{1,4}?(?:新区|高新区|经开区)/)?.[0] ?? null
}

/** Without the word for a district or an autonomous county; a name of one letter stays whole. */
export function shortDistrictName(nameZh: string): string {
  const short = nameZh.replace(/(?:[土家苗彝藏羌]{1,2}族)*(?:自治县|区|县)$/, '')
  return short.length > 1 ? short : nameZh
}

/** A park whose official title says that it is a site for small firms or an incubator. */
export function isSmallFirmSite(officialStatus: string | null): boolean {
  return /小微企业|小企业创业|孵化器|孵化园/.test(officialStatus ?? '')
}
