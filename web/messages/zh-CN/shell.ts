// Chinese texts of the shell: the state of the connection.
export const shell = {
  offline: '没有网络。',
  serverAway: '连不上服务。',
  kept: '已读取的内容照常可看，新的计算和修改要等恢复。',
  trying: '每几秒自动再试。',
} as const
