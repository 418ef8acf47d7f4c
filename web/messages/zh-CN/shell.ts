// Chinese texts of the shell: the state of the connection, ways past what lies before.
export const shell = {
  offline: '没有网络。',
  serverAway: '连不上服务。',
  kept: '已读取的内容照常可看，新的计算和修改要等恢复。',
  trying: '每几秒自动再试。',
  skip: '跳到',
  'skip.result': '跳到结果',
  'skip.map': '跳到地图',
  'skip.panel': '跳到左侧面板',
} as const
