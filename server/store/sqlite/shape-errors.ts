// Is the place of a drafted row one that can be drawn, and does its precision say so?
import type { FieldError } from '#geodata/contract/problem.ts'
import { type AreaFault, areaFault, areaFaultWords } from '#geodata/geometry/area-fault.ts'
import { PRECISIONS } from '#geodata/model/precision.ts'
import type { RowDocument } from '#server/store/sqlite/row-document.ts'

export function shapeErrors({ geometry, unreadable, properties }: RowDocument): FieldError[] {
  const errors: FieldError[] = []
  if ('coordPrecision' in properties) {
    const isUnknown = properties.coordPrecision === 'unknown'
    const isPlaced = geometry !== null || unreadable !== undefined
    if (isUnknown === isPlaced) errors.push(wrongPrecision(properties, isUnknown))
  }
  const fault = geometry?.type === 'MultiPolygon' ? areaFault(geometry.coordinates) : null
  if (fault) errors.push(errorOf(fault))
  return errors
}

function wrongPrecision(properties: RowDocument['properties'], isUnknown: boolean): FieldError {
  const came = String(properties.coordPrecision)
  const choices = isUnknown ? PRECISIONS.filter((one) => one !== 'unknown') : ['unknown']
  return {
    pointer: '/properties/coordPrecision',
    detail: `“${came}” was given; ${choices.join(', ')} is expected ${isUnknown ? 'with' : 'without'} a place`,
    detailZh: `现为“${came}”，${isUnknown ? '有' : '无'}位置时应为 ${choices.join('、')}`,
    choices,
    came,
  }
}

function errorOf(fault: AreaFault): FieldError {
  const { zh, en } = areaFaultWords(fault)
  const at = fault.kind === 'crossing' ? '' : `/${fault.polygon}/${fault.ring}`
  return { pointer: `/geometry/coordinates${at}`, detail: en, detailZh: zh }
}
