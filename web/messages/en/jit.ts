// English texts of the windows board, and of just-in-time rows in the form.
export const jit = {
  'field.partTypeZh': 'Part (Chinese)',
  'field.partTypeEn': 'Part (English)',
  'field.oemPlant': 'Vehicle plant',
  'field.supplier': 'Supplier',
  'field.practice': 'Delivery (JIS, JIT; several joined by “/”)',
  'field.distance': 'Distance (km)',
  'field.travel': 'Drive (minutes)',
  'field.orderToLine': 'Order to line (minutes as published: 120, 210-540)',
  'field.buffer': 'Delivery window or buffer',
  'field.variants': 'Sequences or variants',
  'field.rowKind': 'Kind of row',
  'rowKind.published': 'published',
  'rowKind.planning_assumption': 'planning assumption',
}
