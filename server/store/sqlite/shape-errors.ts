// Is the place of a drafted row one that can be drawn, and does its precision say so?
import type { FieldError } from '#geodata/contract/problem.ts'
import { type AreaFault, areaFault } from '#geodata/geometry/area-fault.ts'
import { PRECISIONS } from '#geodata/model/precision.ts'
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
  switch (fault.kind) {
    case 'crossing': {
      const place = fault.place.map((degrees) => degrees.toFixed(5)).join(', ')
      return {
        pointer: '/geometry/coordinates',
        detail: `The outline crosses or touches itself at ${place}; move its corners apart there`,
        detailZh: `边界线在 ${place} 处自相交或自相接，请将该处的角点移开`,
      }
    }
    case 'flat':
      return {
        pointer: `/geometry/coordinates/${fault.polygon}/${fault.ring}`,
        detail:
          'All corners of this outline lie on one line; an outline around some ground is expected',
        detailZh: '边界的角点都在一条直线上，应围出一块地',
      }
    case 'hole-outside':
      return {
        pointer: `/geometry/coordinates/${fault.polygon}/${fault.ring}`,
        detail: 'This hole begins outside its outline',
        detailZh: '孔洞位于边界之外',
      }
  }
}
