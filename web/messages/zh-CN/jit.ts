// Chinese texts of the windows board, and of just-in-time rows in the form.
export const jit = {
  'field.partTypeZh': '零部件（中文）',
  'field.partTypeEn': '零部件（英文）',
  'field.oemPlant': '整车厂',
  'field.supplier': '供应商',
  'field.practice': '供货方式（JIS、JIT；可用“/”并列）',
  'field.distance': '距离（公里）',
  'field.travel': '车程（分钟）',
  'field.orderToLine': '从指令到上线（分钟，照原文，如 120、210-540）',
  'field.buffer': '到货窗或缓冲',
  'field.variants': '排序数或变型数',
  'field.rowKind': '条目类型',
  'rowKind.published': '公开报道',
  'rowKind.planning_assumption': '规划假设',
}
