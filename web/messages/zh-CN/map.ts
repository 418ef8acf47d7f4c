// Chinese texts of what is drawn on the map and said beside it.
export const map = {
  'size.title': '环的大小',
  'size.firms': '已知企业数',
  'size.area': '规划面积',
  'size.known': '{known}/{all} 个园区有数；其余画虚线小环',
  'size.example.firms': '{value} 家',
  'size.example.area': '{value} km²',
  'size.unknown': '未知',
  'year.title': '地图年份',
  'year.now': '今',
  'year.then':
    '{year} 年底：协同联系 {links} 条；{known} 个园区的阶段有日期，{unknown} 个当年阶段未知。',
  'year.agreed': '{year}：新增 {links} 条联系，{stages} 个园区阶段变化',
} as const
