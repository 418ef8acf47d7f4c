// Chinese texts of the "1" as the user sets it, wherever it is seen.
export const designation = {
  computing: '正在计算…',
  failed: '计算失败',
  scenario: '按我的设定',
  designated:
    '已将“1”设为{name}。此为您的情景设定，非官方决定；地图、详情和矩阵中到“1”的分钟均据此计算。',
  undecidedAgain: '“1”恢复为未定：到“1”的分钟按最近的候选计算。',
  undo: '撤销',
  clear: '清除设定',
  near: '零部件园中 {near} 个到“1”（按我的设定：{name}）不超过 60 卡车分钟。',
  minutesSet: '到“1”（按我的设定）',
}
