const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** When the program keeps a version of a paper by itself, and for how long. Named versions stay for ever. Milliseconds. */
export const VERSION_POLICY = {
  /** At most one this often. */
  every: 5 * MINUTE,
  /** All of them stay this long, … */
  keepAll: HOUR,
  /** … then the last of every hour this long, then the last of every day. */
  keepHourly: 24 * HOUR,
}

/** The same as the user reads it. */
export function versionPolicyText({ every, keepAll, keepHourly } = VERSION_POLICY): string {
  return (
    `写作时最多每 ${every / MINUTE} 分钟自动留一版：${keepAll / HOUR} 小时内的全留，` +
    `${keepHourly / HOUR} 小时内的每小时留最后一版，再早的每天留最后一版。起了名字的一直保留。`
  )
}
