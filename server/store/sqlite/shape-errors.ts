// Is the place of a drafted row one that can be drawn, and does its precision say so?
import type { FieldError } from '#geodata/contract/problem.ts'
import { type AreaFault, areaFault } from '#geodata/geometry/area-fault.ts'
import type { RowDocument } from '#server/store/sqlite/row-document.ts'

export function shapeErrors({ geometry, properties }: RowDocument): FieldError[] {
  const errors: FieldError[] = []
  if ('coordPrecision' in properties) {
    const isUnknown = properties.coordPrecision === 'unknown'
    if (isUnknown !== (geometry === null)) errors.push(wrongPrecision(properties, isUnknown))
  }
  const fault = geometry?.type === 'MultiPolygon' ? areaFault(geometry.coordinates) : null
  if (fault) errors.push(errorOf(fault))
  return errors
}

function wrongPrecision(properties: RowDocument['properties'], isUnknown: boolean): FieldError {
  const came = properties.coordPrecision
  return {
    pointer: '/properties/coordPrecision',
    detail: `“${came}” came; expected ${isUnknown ? 'site, street, town or district for a row with a place' : '“unknown” for a row without a place'}.`,
    detailZh: `收到“${came}”；${isUnknown ? '有位置时应为 site、street、town 或 district' : '无位置时应为 unknown'}。`,
  }
}

function errorOf(fault: AreaFault): FieldError {
  switch (fault.kind) {
    case 'crossing': {
      const place = fault.place.map((degrees) => degrees.toFixed(5)).join(', ')
      return {
        pointer: '/geometry/coordinates',
        detail: `The outline crosses or touches itself at ${place}; move its corners apart there.`,
        detailZh: `轮廓线在 ${place} 处自相交或自相接；请将该处的角点移开。`,
      }
    }
    case 'flat':
      return {
        pointer: `/geometry/coordinates/${fault.polygon}/${fault.ring}`,
        detail: 'All corners of this ring lie on one line; expected a ring around some ground.',
        detailZh: '此环的角点都在一条直线上；应围出一块地。',
      }
    case 'hole-outside':
      return {
        pointer: `/geometry/coordinates/${fault.polygon}/${fault.ring}`,
        detail: 'This hole begins outside the outline it is cut from.',
        detailZh: '此孔洞起于所在轮廓之外。',
      }
  }
}
